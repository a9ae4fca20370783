/** What is a return compared with, of the round before that is set beside it? */
import type { Amount } from '../amount';
import { formatAmount } from '../amount';
import { unitPower } from '../forms/terms';
import type { ComparedReturns } from '../lastRound/comparable';
import { comparedWith } from '../lastRound/comparable';
import type { Figure } from '../returns/tableView';
import type { UnitReturn } from '../returns/unitReturn';
import type { CheckSettings } from './settings';

/** What a return is compared with; null where nothing is set beside it that it can be. */
export function comparedReturns(unit: UnitReturn, settings: CheckSettings): ComparedReturns | null {
  const { lastRound, round } = settings;
  if (lastRound === undefined) return null;
  const compared = comparedWith(unit, round, lastRound);
  return typeof compared === 'string' ? null : compared;
}

/** An amount in yuan as the figure's table states amounts. */
export function inUnitOf({ table }: Figure, yuan: Amount): string {
  return formatAmount(yuan / 10n ** BigInt(unitPower[table.currencyUnit]));
}
