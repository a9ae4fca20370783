/**
 * What do the page and its worker say to each other? Plain data that can be cloned. The forms of a
 * unit are the same for all and stay out of it: they are known by identity on either side.
 */
import type { LastRoundFile, TakenFile, TakeOptions, UnitFound } from '../application/takenFile';
import type { FileFault, HostFault } from '../domain/fault';
import type { FormSet } from '../domain/forms/form';
import { formById, officialForms } from '../domain/forms/officialForms';
import type { Result } from '../domain/result';
import type { FileContents } from './takeFile';

/** What is to be done with a file. */
export type Task =
  | { readonly kind: 'take'; readonly file: FileContents; readonly options: TakeOptions }
  /** All that was found about the unit of that number in the file. */
  | {
      readonly kind: 'report';
      readonly file: FileContents;
      readonly options: TakeOptions;
      readonly pair: number;
    }
  /** What is set beside another workbook as its round before. */
  | { readonly kind: 'lastRound'; readonly file: FileContents }
  /** The text of a .docx or .txt. */
  | { readonly kind: 'text'; readonly file: FileContents };

/** What came of it. */
export type Outcome =
  | { readonly kind: 'taken'; readonly file: TakenFile }
  | { readonly kind: 'report'; readonly report: Result<UnitFound, FileFault | HostFault> }
  | { readonly kind: 'lastRound'; readonly lastRound: Result<LastRoundFile, FileFault> }
  | { readonly kind: 'text'; readonly text: Result<string, FileFault> };

/** What the worker says: that it is there, what came of the task, or that the program failed on it. */
export type Message =
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly outcome: Outcome }
  | { readonly kind: 'failed' };

const none: FormSet = { forms: [], needed: [], agreeing: [] };

/** As it is sent: without the forms. */
export function withoutForms(outcome: Outcome): Outcome {
  return mapForms(outcome, none);
}

/** As it was before it was sent. */
export function withForms(outcome: Outcome): Outcome {
  return mapForms(outcome, officialForms);
}

function mapForms(outcome: Outcome, forms: FormSet): Outcome {
  if (outcome.kind === 'taken') {
    const { file } = outcome;
    const units = file.units.map((one) => ({ ...one, unit: { ...one.unit, forms } }));
    return { kind: 'taken', file: { ...file, units } };
  }
  if (outcome.kind === 'text' || outcome.kind === 'lastRound') return outcome;
  const { report } = outcome;
  if (!report.ok) return outcome;
  const { report: found } = report.value;
  const { tables } = found;
  const withOfficial = [...tables.tables].map(
    ([id, table]) => [id, { ...table, official: formById(id) }] as const,
  );
  return {
    kind: 'report',
    report: {
      ok: true,
      value: {
        ...report.value,
        report: { ...found, tables: { ...tables, forms, tables: new Map(withOfficial) } },
      },
    },
  };
}
