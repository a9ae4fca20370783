/** Which choices are remembered, and where? On this machine; the reporting round in the workbook. */
import type { DocumentSettingsPort, LocalStorePort } from '../../application/ports';
import { roundKey } from '../../application/roundKey';
import { reportingRounds } from '../../domain/forms/rounds';
import type { ReportingRound } from '../../domain/forms/rounds';
import { initialPreferences } from '../state/paneState';
import type { Preferences } from '../state/paneState';

/** Key of the preferences in the machine's store. */
export const preferencesKey = 'preferences';
/** Set in the machine's store once the first check was made. */
export const knownKey = 'acquainted';

/** What was kept; anything damaged or missing has its initial value. */
export function readPreferences(
  local: LocalStorePort,
  document: DocumentSettingsPort,
): Preferences {
  const kept = parseObject(local.read(preferencesKey));
  const rate = kept['lowestExecutionRate'];
  return {
    round:
      parseRound(document.read(roundKey)) ?? asRound(kept['round']) ?? initialPreferences.round,
    strict: kept['strict'] === true,
    lowestExecutionRate: typeof rate === 'number' && rate >= 0 && rate <= 100 ? rate : null,
    live: kept['live'] === 'off' ? 'off' : 'on',
    marks: kept['marks'] === 'off' ? 'off' : 'on',
    liveMarks: kept['liveMarks'] === 'on' ? 'on' : 'off',
    fillMode: kept['fillMode'] === 'values' ? 'values' : 'formulas',
  };
}

/** Keeps the preferences on this machine; a store that refuses costs only the memory. */
export function keepPreferences(local: LocalStorePort, preferences: Preferences): void {
  local.write(preferencesKey, JSON.stringify(preferences));
}

function parseRound(text: string | null): ReportingRound | null {
  if (text === null) return null;
  try {
    return asRound(JSON.parse(text));
  } catch {
    return null;
  }
}

function asRound(value: unknown): ReportingRound | null {
  return reportingRounds.find((round) => round === value) ?? null;
}

function parseObject(text: string | null): Readonly<Record<string, unknown>> {
  if (text === null) return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
