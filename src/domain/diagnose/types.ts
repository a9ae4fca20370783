/** What goes into a diagnosis and what comes out? Equalities in, explanations out; nothing of the forms. */
import type { Amount } from '../amount';

/**
 * Where a figure stands, as far as human slips care: which sheet, which line from the top, which
 * column from the left, and which block of columns. Figures of different systems with the same
 * table, line and block are each other's row evidence; those one column apart are neighbours.
 * Lines and columns count figures, not grid rows: 0, 1, 2 … without gaps for headings.
 */
export interface FigurePlace {
  readonly table: number;
  readonly line: number;
  readonly column: number;
  readonly block: number;
}

/**
 * How a figure came about:
 * - `typed`: a person typed it (or it is a formula over cells outside the system); it may be wrong;
 * - `formula`: a correct formula over figures of the system: its value follows, it cannot be a culprit;
 * - `wrongFormula`: a formula that does not compute what its equality says; it is recomputed first.
 */
export type FigureKind = 'typed' | 'formula' | 'wrongFormula';

/** Why a typed figure is suspected beforehand. */
export type Suspicion =
  /** A typed number among formulas (F-010). */
  | 'overtyped'
  /** The cell holds something that is no number; `value` is null. */
  | 'notANumber';

/** One figure of a system. */
export interface DiagnosisFigure {
  /** The caller's name for the figure, e.g. an address; handed back, never interpreted. */
  readonly key: string;
  /** As stated, in 10⁻¹² of the sheet's unit; null for a blank, which counts as zero. */
  readonly value: Amount | null;
  readonly kind: FigureKind;
  readonly place: FigurePlace;
  /**
   * For formulas: the index of the equality whose total (or other member) the formula computes.
   * Left out, the first equality is taken in which the figure is the total, a holding one preferred.
   */
  readonly definedBy?: number;
  readonly suspicion?: Suspicion;
}

/** total = Σ parts, all of them indices into the system's figures. */
export interface DiagnosisEquality {
  readonly total: number;
  readonly parts: readonly number[];
  /**
   * Greatest |total − Σ parts| that rounding alone explains: the sum of the members' half widths,
   * the total's included. 0 for counts and in strict mode.
   */
  readonly tolerance: Amount;
}

/** One measure: an independent system of figures and equalities. */
export interface DiagnosisSystem {
  /** The caller's name for the measure; handed back. */
  readonly measure: string;
  readonly quantity: 'amount' | 'count';
  readonly figures: readonly DiagnosisFigure[];
  readonly equalities: readonly DiagnosisEquality[];
  /**
   * False where the measure's amounts say nothing about the other measures' (another year).
   * Default true. Counts tell only whether a line is used at all.
   */
  readonly comparable?: boolean;
}

/** Slips by name, as in the report format. */
export type SlipPattern =
  | 'transposition'
  | 'substitution'
  | 'omission'
  | 'insertion'
  | 'decimalShift'
  | 'unitShift'
  | 'signFlip'
  | 'swappedCells'
  | 'wrongLine'
  | 'staleTotal'
  | 'unexplained';

/** Acts that make many cells wrong at once, as in the report format. */
export type EventKind =
  /** A project (count, and amounts in one block) is in one table only, totals done. */
  | 'projectMissing'
  /** The same project stands in one budget in one table and in another in the other. */
  | 'otherBudget'
  /** A table, block, column or line was typed in another unit. */
  | 'scaled'
  /** Two columns, blocks or lines of one table were exchanged. */
  | 'exchanged'
  /** A run of cells stands one line or one column off. */
  | 'shifted'
  /** Figures of blank cells stand outside the table. */
  | 'outsideTable'
  /** Both tables balance and several lines differ: one is of another date. */
  | 'differentDraft';

/**
 * What may be said of an explanation: that it is so (offered for adoption), that it is one of a few,
 * or only what is certain.
 */
export type Claim = 'culprit' | 'choices' | 'unknown';

/** What is odd about a proposed value and must be said with it. */
export type CorrectionCaution = 'negative' | 'fractional';

/** One figure to change. */
export interface Correction {
  readonly figure: number;
  readonly key: string;
  readonly stated: Amount | null;
  readonly proposed: Amount;
  readonly pattern: SlipPattern;
  /** True where the cell holds a wrong formula: repair the formula; `proposed` is what it then shows. */
  readonly wrongFormula: boolean;
  readonly cautions: readonly CorrectionCaution[];
  /**
   * Rounded tables: every value in [low, high] would do as well, `proposed` is the most plausible.
   * Null where the equalities fix the value exactly.
   */
  readonly range: { readonly low: Amount; readonly high: Amount } | null;
}

/** A set of corrections after which every equality holds (within its tolerance). */
export interface Explanation {
  /** In the order of the system's figures; wrong formulas first. */
  readonly corrections: readonly Correction[];
  /** Natural logarithm of the (unnormalised) plausibility; comparable within one diagnosis only. */
  readonly score: number;
  /** Share of plausibility among the explanations listed, 0 … 1. */
  readonly probability: number;
  /** Failed equalities that hold after the corrections, ascending. */
  readonly explains: readonly number[];
}

/** The outcome for one measure in which equalities fail. */
export interface Diagnosis {
  /** Index into the systems given. */
  readonly system: number;
  readonly measure: string;
  /** Equalities that do not hold exactly, ascending. */
  readonly failed: readonly number[];
  /** What the best explanation explains; empty without an explanation. */
  readonly explains: readonly number[];
  /** True when no smaller set of figures explains the failures. */
  readonly minimal: boolean;
  /** True when no other set as small explains them. */
  readonly unique: boolean;
  /** True when the search ended at its step limit, or not every explanation is listed. */
  readonly cut: boolean;
  /** How many leading explanations are about equally plausible; ≥ 2 means: do not preselect. */
  readonly tied: number;
  /** Best first; empty only when no change of typed figures can make the equalities hold. */
  readonly explanations: readonly Explanation[];
}

/** Bounds of one run; all of them counts, so that the same input gives the same answer. */
export interface DiagnosisLimits {
  /** Elementary steps of search over all systems together. */
  readonly steps: number;
  /** Greatest number of explanations listed per system. */
  readonly explanations: number;
}
