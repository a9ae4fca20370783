/**
 * What goes into a diagnosis and what comes out? Equalities and groups of figures in, explanations out;
 * nothing of the forms.
 */
import type { Amount } from '../amount';

/**
 * Where a figure stands, as far as human slips care: which sheet, which line from the top, which
 * column from the left, and which block of columns. Figures of different systems with the same
 * table, line and block are each other's row evidence; those one column apart are neighbours.
 * Lines and columns count figures, not grid rows: 0, 1, 2 … without gaps for headings.
 */
export interface FigurePosition {
  readonly table: number;
  readonly line: number;
  readonly column: number;
  readonly block: number;
}

/**
 * How a figure came about:
 * - `typed`: a person typed it (or it is a formula over cells outside the system); it may be wrong;
 * - `formula`: a correct formula over figures of the system: its value follows, it cannot be a culprit;
 * - `wrongFormula`: a formula that does not compute what its equality says; it is recomputed first;
 * - `free`: its cause is known and named elsewhere (text beneath a sum, not recalculated …): it may be
 *   anything, no arithmetic accuses it, and none accuses another figure because of it.
 */
export type FigureKind = 'typed' | 'formula' | 'wrongFormula' | 'free';

/** One figure of a system. */
export interface DiagnosisFigure {
  /** The caller's name for the figure, e.g. an address; handed back, never interpreted. */
  readonly key: string;
  /** As stated, in 10⁻¹² of the sheet's unit; null for a blank, which counts as zero. */
  readonly value: Amount | null;
  readonly kind: FigureKind;
  readonly place: FigurePosition;
  /**
   * For formulas: the index of the equality whose total (or other member) the formula computes.
   * Left out, the first equality is taken in which the figure is the total, a holding one preferred.
   */
  readonly definedBy?: number;
  /** True where the cell holds something that is no number; `value` is what a sum counts it for, null for nothing. */
  readonly isNoNumber?: boolean;
  /** Half of the interval that rounding leaves it, as in its equalities' tolerances; default 0. */
  readonly halfWidth?: Amount;
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
  /** Decimal places beyond which nothing may be proposed (the currency's smallest coin). */
  readonly finest?: number;
  /**
   * Half of the interval that a figure stands for if everything that it adds up was rounded by itself;
   * its half width where left out. Tables in different units are rounded to different places.
   */
  readonly beneath?: (figure: number) => Amount;
  /** True where the round requires this measure wherever a line has a count. */
  readonly isRequired?: boolean;
}

/** A figure that stands outside its table, unchecked. */
export interface OutsideFigure {
  /** The caller's name for the cell; handed back. */
  readonly key: string;
  readonly table: number;
  readonly value: Amount;
  /** The column of the table that it stands under (see {@link FigurePosition}); null beside the table. */
  readonly column: number | null;
  /** The line of the table that it names or stands beside; null where it cannot be told. */
  readonly line: number | null;
}

/** Everything of one unit, over all its measures. */
export interface DiagnosisUnit {
  /** Measures in the order of the form: a row's amounts are held against the one before. */
  readonly systems: readonly DiagnosisSystem[];
  readonly outside?: readonly OutsideFigure[];
  /**
   * Natural logarithm of what one counted thing usually costs in the sheet's unit, and how widely that
   * varies (standard deviation): which of two tables a factor of ten thousand is due to. Null or left
   * out where nothing is known.
   */
  readonly typicalSize?: { readonly centre: number; readonly width: number } | null;
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

/** One figure to change. */
export interface Correction {
  readonly figure: number;
  readonly key: string;
  readonly stated: Amount | null;
  readonly proposed: Amount;
  readonly pattern: SlipPattern;
  /** True where the cell is to be blank; `proposed` is then 0. */
  readonly clears: boolean;
  /** True where the cell holds a wrong formula: repair the formula; `proposed` is what it then shows. */
  readonly wrongFormula: boolean;
  /**
   * Rounded tables: every value in [low, high] would do as well, `proposed` is the most plausible.
   * Null where the equalities fix the value exactly.
   */
  readonly range: { readonly low: Amount; readonly high: Amount } | null;
}

/** A set of corrections after which every equality holds that no event explains (within its tolerance). */
export interface Explanation {
  /** In the order of the system's figures; wrong formulas first. */
  readonly corrections: readonly Correction[];
  /** Natural logarithm of the (unnormalised) plausibility; comparable within one diagnosis only. */
  readonly score: number;
  /** Share of plausibility among the explanations listed, 0 … 1. */
  readonly probability: number;
  /** Failed equalities that hold after these corrections alone, ascending. */
  readonly explains: readonly number[];
  /** False where it may not be adopted by itself: something else would fail then, or waits to be done. */
  readonly isOffered: boolean;
  /**
   * Where items are claimed for certain beside a choice: what is left to choose here, as indices into
   * the corrections, and what that alone explains. Null where the explanation is chosen as a whole.
   */
  readonly open: {
    readonly corrections: readonly number[];
    readonly explains: readonly number[];
  } | null;
}

/** Corrections of the first explanation that one act made wrong; to be adopted without the others. */
export interface DiagnosisItem {
  /** Indices into the first explanation's corrections, ascending. */
  readonly corrections: readonly number[];
  /** Failed equalities that hold after these corrections alone, ascending. */
  readonly explains: readonly number[];
  /** Posterior of exactly these corrections, other explanations and events included, 0 … 1. */
  readonly probability: number;
  readonly claim: Claim;
}

/** The outcome for one measure in which equalities fail. */
export interface Diagnosis {
  /** Index into the systems given. */
  readonly system: number;
  readonly measure: string;
  /** Equalities that do not hold exactly, ascending. */
  readonly failed: readonly number[];
  /** What the best explanation explains, events undone; empty without an explanation. */
  readonly explains: readonly number[];
  /** True when no smaller set of figures explains the failures that events leave. */
  readonly minimal: boolean;
  /** True when no other set as small explains them. */
  readonly unique: boolean;
  /** True when the search ended at its step limit, or not every explanation is listed. */
  readonly cut: boolean;
  /** How many leading explanations are about equally plausible; ≥ 2 means: do not preselect. */
  readonly tied: number;
  /** What may be said of the first explanation; `culprit` where every item is one. */
  readonly claim: Claim;
  /** Best first; empty where events explain everything, or nothing may be proposed. */
  readonly explanations: readonly Explanation[];
  /** The first explanation's independent acts. */
  readonly items: readonly DiagnosisItem[];
}

/** One figure that an event's correction changes; all of an event's are adopted together. */
export interface EventCorrection {
  readonly system: number;
  readonly figure: number;
  readonly key: string;
  readonly stated: Amount | null;
  /** Null where the cell is to be blank. */
  readonly proposed: Amount | null;
}

/** Where and how an event happened, in terms of places. */
export type EventScope =
  | { readonly kind: 'projectMissing'; readonly block: number }
  /** `block` in the event's table, `otherBlock` in the other. */
  | { readonly kind: 'otherBudget'; readonly block: number; readonly otherBlock: number }
  | {
      readonly kind: 'scaled';
      readonly scope: 'table' | 'sources' | 'block' | 'measure' | 'column' | 'line';
      readonly block: number | null;
      readonly line: number | null;
      /** stated = meant × 10^power. */
      readonly power: number;
    }
  | {
      readonly kind: 'exchanged';
      readonly what: 'columns' | 'measures' | 'blocks' | 'lines';
      readonly first: ExchangedPart;
      readonly second: ExchangedPart;
    }
  /** The run stands one line or column beside where it belongs. */
  | {
      readonly kind: 'shifted';
      readonly direction: 'up' | 'down' | 'left' | 'right';
      readonly lines: readonly [number, number];
      readonly columns: readonly [number, number];
    }
  | {
      readonly kind: 'outsideTable';
      readonly moves: readonly {
        readonly from: string;
        readonly system: number;
        readonly figure: number;
      }[];
    }
  | {
      readonly kind: 'differentDraft';
      readonly differences: readonly {
        readonly system: number;
        readonly block: number;
        readonly difference: Amount;
      }[];
    };

/** What was exchanged; null for all of its kind. */
export interface ExchangedPart {
  readonly system: number | null;
  readonly block: number | null;
  readonly line: number | null;
}

/** One act that explains many failures, over all measures. */
export interface DiagnosisEvent {
  readonly kind: EventKind;
  /** The table in which it happened, or that has less; null where it cannot be told. */
  readonly table: number | null;
  readonly scope: EventScope;
  /** The measures concerned, ascending. */
  readonly systems: readonly number[];
  /** What is missing or stands elsewhere, by system; empty for other kinds. */
  readonly amounts: ReadonlyMap<number, Amount>;
  /** Failed equalities that it explains: by system, ascending. */
  readonly explains: readonly { readonly system: number; readonly equality: number }[];
  /** Posterior, 0 … 1. */
  readonly probability: number;
  /** Empty where nothing can be adopted. */
  readonly corrections: readonly EventCorrection[];
}

/** All that a unit's failed equalities come from. */
export interface UnitDiagnosis {
  readonly events: readonly DiagnosisEvent[];
  /** One per system in which equalities fail beyond unavoidable rounding, in order. */
  readonly diagnoses: readonly Diagnosis[];
}

/** Bounds of one run; all of them counts, so that the same input gives the same answer. */
export interface DiagnosisLimits {
  /** Elementary steps of search over all systems together. */
  readonly steps: number;
  /** Greatest number of explanations listed per system. */
  readonly explanations: number;
}
