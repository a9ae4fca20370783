/** A workbook as the contract of the ports sees it: the port, the user beside it, and what is to be seen. */
import type { WorkbookPort } from '../../src/application/ports';
import type { Result } from '../../src/domain/result';
import type { SheetLayout } from '../../src/domain/template/layout';
import { puyangLayouts } from '../specimens/puyangFigures';

/** What the user does. */
export interface User {
  type(sheet: string, cell: string, text: string): Promise<void>;
  /** Sets the number format of a range. */
  format(sheet: string, address: string, numberFormat: string): Promise<void>;
  /** Protects a sheet against everything, a range left open. */
  protect(sheet: string, unlocked?: string): Promise<void>;
  protectStructure(): Promise<void>;
  /** Has the workbook calculate only when it is asked to. */
  calculateManually(): Promise<void>;
  /** Brings a sheet to the front and selects areas in it, such as `A1:B3,D5`. */
  select(sheet: string, areas: string): Promise<void>;
  merge(sheet: string, address: string): Promise<void>;
  hide(sheet: string): Promise<void>;
  add(sheet: string): Promise<void>;
  rename(sheet: string, name: string): Promise<void>;
  remove(sheet: string): Promise<void>;
  /** Gives a sheet a conditional format of the user's own. */
  addRule(sheet: string): Promise<void>;
  /** Defines a name, of the workbook or of a sheet. */
  defineName(name: string, formula: string, sheet: string | null): Promise<void>;
  /** Saves the file. */
  save(): Promise<void>;
  /** Has another program put a custom XML part into the workbook. */
  addCustomXml(xml: string): Promise<void>;
}

export interface OpenedWorkbook {
  readonly port: WorkbookPort;
  readonly user: User;
  /** Marks as `kind sheet!ranges`, and the user's own rules as `other sheet`. */
  readonly marks: () => string[];
  /** The sheet in front and the cell selected in it: `sheet!cell`. */
  readonly selection: () => string;
  readonly sheetNames: () => string[];
  /** Where sheets have filter buttons, as `sheet!range`. */
  readonly filters: () => string[];
  /** The texts of all custom XML parts. */
  readonly customXml: () => string[];
  /** Whether marks are saved with the workbook, so that putting them changes it. */
  readonly savesMarks: boolean;
  /** Resolves when everything that happened has been told to listeners. */
  readonly settled: () => Promise<void>;
  readonly close: () => void;
}

export type Open = (layouts: readonly SheetLayout[]) => Promise<OpenedWorkbook>;

/** Opens the Puyang pair, with totals as formulas unless said otherwise, and closes it after the test. */
export function opener(open: Open) {
  let opened: OpenedWorkbook | undefined;
  afterEach(() => {
    opened?.close();
    opened = undefined;
  });
  return async (layouts: readonly SheetLayout[] = puyangLayouts('formulas')) => {
    opened = await open(layouts);
    return opened;
  };
}

/** Names of the two sheets. */
export const [one, two] = ['统计表1', '统计表2'] as const;

/** The value of a result that must be one. */
export function valueOf<T, F>(result: Result<T, F>): T {
  if (!result.ok) throw new Error(`unexpected fault: ${JSON.stringify(result.fault)}`);
  return result.value;
}

/** The fault of a result that must be one. */
export function faultOf<T, F>(result: Result<T, F>): F {
  if (result.ok) throw new Error(`unexpected success: ${JSON.stringify(result.value)}`);
  return result.fault;
}
