/** Which functions does the ribbon call? The names in manifest.xml. */
export type CommandName =
  | 'checkWorkbook'
  | 'clearMarks'
  | 'checkReady'
  | 'consolidateUnits'
  | 'fillTotals'
  | 'undoLast'
  | 'insertTemplate';

/** Every name, in the order of the ribbon. */
export const commandNames: readonly CommandName[] = [
  'insertTemplate',
  'fillTotals',
  'undoLast',
  'checkWorkbook',
  'clearMarks',
  'checkReady',
  'consolidateUnits',
];
