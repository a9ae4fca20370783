/** The pane in English. */
import { groupDigits } from './language';
import type { PaneTexts } from './pane';
import { cellsBySheet } from './paneWriting';

const count = (value: number) => groupDigits(String(value));

function counted(value: number, one: string, many: string): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}

export const paneInEnglish: PaneTexts = {
  productName: 'Service Purchases',
  pages: {
    fill: 'Fill in',
    check: 'Check',
    submit: 'Submit',
    consolidate: 'Add up',
    settings: 'Settings',
  },
  check: 'Check now',
  checkAgain: 'Check again',
  checking: 'Checking…',
  tryAgain: 'Try again',
  dismiss: 'Close',
  showAll: 'More',
  showLess: 'Less',
  undo: 'Undo',
  welcome: {
    title: 'Check the service purchase tables in one click',
    lead: 'Open a workbook that holds Table 1 and Table 2, then click “Check now”.',
    points: [
      'Finds both tables and checks line, column and cross-table totals and every logical rule',
      'Marks wrong cells in place and names the most likely culprit and its value',
      'Checks again while you edit; changes no figure or format unless you confirm it',
      'Nothing leaves this machine',
    ],
  },
  idle: 'The workbook has not been checked yet.',
  round: 'Reporting round',
  verdict: {
    never: 'Not checked',
    passed: 'Passed',
    errors: (errors) => counted(errors, 'error', 'errors'),
    warnings: (warnings) => counted(warnings, 'warning', 'warnings'),
    explained: (warnings) => `All explained: ${counted(warnings, 'warning', 'warnings')}`,
    notChecked: 'Could not be checked',
    notCalculated: 'Not recalculated',
    outdated: 'Figures have changed',
  },
  verdictDetail: {
    passed: (checks) => `All ${count(checks)} checks hold`,
    counts: {
      error: (errors) => counted(errors, 'error', 'errors'),
      warning: (warnings) => counted(warnings, 'warning', 'warnings'),
      notice: (notices) => counted(notices, 'notice', 'notices'),
      explained: (warnings) => `${count(warnings)} explained`,
      toConfirm: (warnings) => `${count(warnings)} to be confirmed again`,
    },
    checks: (run) => counted(run, 'check', 'checks'),
    outdated: 'There were changes since the last check. Check again.',
    waiting: 'A cell is being edited. Press Enter and the tables are checked again.',
    pending:
      'Formulas have not been recalculated, so totals may be old and what follows is not final. Choose Recalculate.',
    manual:
      'Excel calculates manually: totals do not follow edits by themselves. Choose Recalculate before you submit.',
  },
  recalculate: 'Recalculate',
  toTemplate: 'Insert the template',
  scope: {
    title: (tables) => `${counted(tables, 'table', 'tables')} found`,
    missing: (form) => `${form} is missing`,
    refused: (refused) => `${counted(refused, 'place', 'places')} not checked`,
    notChecked: 'Not checked',
  },
  list: {
    title: 'Findings',
    previous: 'Previous cell (Shift+F8); with Ctrl previous item',
    next: 'Next cell (F8); with Ctrl next item',
    copy: 'Copy list',
    copied: (findings) => `${counted(findings, 'finding', 'findings')} copied.`,
    copyByHand: 'Copying is not allowed here. Select the text below and press Ctrl+C.',
    filter: 'Filter',
    sheet: 'Sheet',
    rule: 'Rule',
    all: 'All',
    severity: 'Severity',
    clearFilter: 'Clear filter',
    nothingShown: 'No finding matches the filter.',
    nothingFound: 'Nothing was found.',
    more: (next, rest) => `Show ${count(next)} more (${count(rest)} left)`,
    keys: '↑ ↓ to move, Enter to go to the cell; F8 next cell, Ctrl+F8 next item',
    items: (items) => counted(items, 'item', 'items'),
    cellPosition: (index, total) => `cell ${count(index)}/${count(total)}`,
    position: (index, total) => `${count(index)} / ${count(total)}`,
    cells: (first, cells) => (cells > 1 ? `${first} +${count(cells - 1)}` : first),
    changesWith: (title) => `Changes once “${title}” is put right`,
    onceRight: (title) => `As it is once “${title}” is put right`,
    places: (places, most) =>
      `The places (${count(places)})${most === '' ? '' : `, by ${most} at most`}`,
    locked: 'Sheet protected',
    lockedHint: 'These cells are locked. Unprotect the sheet under Review, then check again.',
    adoptAll: (items) => `Adopt all (${count(items)})`,
    adoptAllHint: (items) =>
      `Shows ${count(items)} certain corrections first; they are written and undone together`,
  },
  units: {
    title: 'Reporting units',
    count: (units) => counted(units, 'unit', 'units'),
    back: 'Back to the units',
    search: 'Find a unit by name',
    onlyErrors: 'Only with errors',
    none: 'No unit matches.',
    clean: 'Nothing found',
  },
  diagnosis: {
    adopt: 'Adopt',
    useSum: 'Use sum',
    cells: (cells) => `Cell by cell (${count(cells)})`,
    others: (others) => `Other possibilities (${count(others)})`,
    settles: (findings) => `Settles ${counted(findings, 'finding', 'findings')}`,
    compare: 'Compare them with the source documents',
    failing: (findings) => `Totals that do not agree (${count(findings)})`,
  },
  marks: {
    label: 'Marks in the sheet',
    hint: 'Off removes them. When marks change, Excel 2021 and 2024 forget what Ctrl+Z would undo.',
    off: () => 'All marks are off; formats are as before.',
    none: 'There are no marks in the workbook.',
    failed: 'The check is done, but not everything could be marked.',
    outdated: (cells) =>
      `Marks of ${counted(cells.length, 'cell', 'cells')} wait for the next check: ${cellsBySheet(cells, ', ')}`,
    follow: 'Marks follow every edit',
    followHint:
      'With each edit Excel 2021 and 2024 forget what Ctrl+Z would undo; for others see Help.',
  },
  live: {
    label: 'Check while editing',
    hint: 'Checks the two tables concerned again half a second after a change',
  },
  settings: {
    strict: 'No rounding differences',
    strictHint:
      'Differences that rounding explains are warnings; switched on, they count as errors.',
    rate: 'Lowest execution rate (%)',
    rateHint: 'Warns where less than this share of the budget is executed. Leave blank for none.',
    rateInvalid: 'Enter a number from 0 to 100, or leave blank.',
    undoForgotten: 'The undo records are deleted.',
    privacy: 'This add-in sends nothing over the network.',
    help: 'Help',
  },
  failed: {
    check: 'The workbook could not be checked.',
    recheck: 'The change could not be checked; the result may be out of date.',
    recalculate: 'The workbook could not be recalculated.',
    mark: 'The check is done, but not everything could be marked.',
    clearMarks: 'Not all marks could be taken off.',
    goTo: 'The cell could not be shown.',
    listen: 'Edits cannot be noticed here; check again after changing figures.',
    round: 'The round could not be kept in the workbook; it is used for now.',
    fill: 'The totals could not be filled.',
    template: 'The template could not be inserted.',
    roundAmounts: 'The amounts could not be rounded.',
    correct: 'The correction could not be made.',
    submit: 'What stands in the way of submitting could not be found out; this is no go-ahead.',
    consolidate: 'The units could not be added up.',
    explain: 'The explanation could not be kept.',
    belongings: 'Not everything could be taken out of the workbook.',
    undo: 'It could not be undone.',
  },
  severityPlural: { error: 'Errors', warning: 'Warnings', notice: 'Notices' },
  reload: 'Load again',
  outsideExcel: 'Please open this add-in in Excel. This page works only as a task pane.',
};
