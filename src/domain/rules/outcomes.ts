/** What came of the checks of one run? Counts for all, data for those that failed. */
import type { Finding, FindingDraft, RuleId, Severity } from '../finding';

/** Checks by outcome; run is the sum of the others. */
export interface CheckCounts {
  readonly run: number;
  readonly satisfied: number;
  readonly violated: number;
  readonly undetermined: number;
}

/** The rule in whose name an outcome is recorded. */
export interface RuleName {
  readonly id: RuleId;
  readonly severity: Severity;
}

/** Collects the outcomes of checks: satisfied, violated, undetermined. */
export class Outcomes {
  private satisfiedCount = 0;
  private violatedCount = 0;
  private undeterminedCount = 0;
  private readonly found: Finding[] = [];
  private readonly unexplainedPairs = new Set<number>();
  private pair = 0;

  /** Starts the checks of a pair. */
  beginPair(number: number): void {
    this.pair = number;
  }

  satisfied(): void {
    this.satisfiedCount += 1;
  }

  /** A check that could not run because what it needs cannot be told. */
  undetermined(): void {
    this.undeterminedCount += 1;
    this.unexplainedPairs.add(this.pair);
  }

  violated(rule: RuleName, draft: FindingDraft): void {
    this.violatedCount += 1;
    this.found.push({
      ...draft,
      id: this.found.length + 1,
      pair: this.pair,
      rule: rule.id,
      severity: rule.severity,
    });
  }

  /** Records a check that either holds or makes a finding. */
  settle(rule: RuleName, draft: FindingDraft | null): void {
    if (draft === null) this.satisfied();
    else this.violated(rule, draft);
  }

  get counts(): CheckCounts {
    return {
      run: this.satisfiedCount + this.violatedCount + this.undeterminedCount,
      satisfied: this.satisfiedCount,
      violated: this.violatedCount,
      undetermined: this.undeterminedCount,
    };
  }

  get findings(): readonly Finding[] {
    return this.found;
  }

  /** Pairs with undetermined checks and no error finding that says why. */
  get inconclusivePairs(): number[] {
    const explained = new Set(
      this.found.filter((finding) => finding.severity === 'error').map((finding) => finding.pair),
    );
    return [...this.unexplainedPairs].filter((pair) => !explained.has(pair));
  }
}
