/** Previews, outcomes, undo and the template's form in English. */
import type { UndoCommand } from '../application/undoLog';
import type { WritingTexts } from './paneWriting';
import { visibleText } from './visibleText';
import { cellsBySheet, countText, sheetsOf } from './paneWriting';

const commands: Readonly<Record<UndoCommand, string>> = {
  fill: 'fill totals',
  correct: 'correction',
  insert: 'insert template',
  round: 'rounding',
  consolidate: 'consolidation',
  explain: 'explanations',
  report: 'the report of the check',
};

function counted(value: number, one: string, many: string): string {
  return `${countText(value)} ${value === 1 ? one : many}`;
}

function quoted(sheets: readonly string[]): string {
  return sheets.map((sheet) => `“${sheet}”`).join(', ');
}

export const writingInEnglish: WritingTexts = {
  fill: {
    title: 'Fill totals',
    lead: 'Works out total lines and total columns, shows them first, and writes what you confirm.',
    mode: 'Write as',
    formulas: 'Formulas (go on adding up)',
    values: 'Values',
    range: 'Tables',
    allPairs: 'All',
    preview: 'Preview',
    nothing: 'All totals are filled and right; there is nothing to fill.',
    noTable:
      'Neither Table 1 nor Table 2 was found. Open a workbook that holds them, or insert the template first.',
  },
  correct: {
    checkedAnew:
      'The workbook has changed since the check and was checked again. Please correct by the new result.',
    title: 'Correct',
    one: 'Correct',
    several: (count) => `Correct ${countText(count)}`,
    fill: (count) => `Fill ${countText(count)}`,
    nothing: 'This is right by now; there is nothing to correct. Check again.',
  },
  preview: {
    write: (count) => `Write ${counted(count, 'cell', 'cells')}`,
    cancel: 'Cancel',
    now: 'Now',
    then: 'Then',
    blank: 'blank',
    selectAll: 'Select all',
    selectNone: 'Select none',
    chosen: (chosen, all) => `${countText(chosen)} of ${counted(all, 'cell', 'cells')} selected`,
    blocked: (reason, count) => `Cannot be written: ${reason} (${countText(count)})`,
    more: (next, rest) => `Show ${countText(next)} more (${countText(rest)} left)`,
    kept: 'Writing can be undone; formats stay.',
    notChosen: (reason, count) => `Not chosen: ${reason} (${countText(count)})`,
    otherUnit: 'another unit is written; choose one way',
    signForBlank: 'a sign stands for blank',
    convertTexts: 'Convert these texts first',
    settleUnits: 'Settle the units first',
    choose: 'Choose these',
    together: (count) => `${counted(count, 'cell', 'cells')} together`,
    cells: (count) => counted(count, 'cell', 'cells'),
    half: (blocked) =>
      `${countText(blocked)} more cannot be written; a part alone would put nothing right, so it cannot be chosen`,
    contradicts: (sheet, cell) =>
      `will no longer equal ${cell} of “${visibleText(sheet)}”; look at the figures first`,
  },
  reasons: {
    blank: 'blank',
    stale: 'not the sum of its parts',
    typed: 'a figure; can be a formula',
    rounded: 'off the sum by rounding only',
    typedOver: 'formula typed over',
    wrongRange: 'wrong sum range',
    error: 'formula error',
    withoutUnit: 'the unit dropped (it is a slip; the figure is in the unit of the table)',
    converted: 'converted from the unit that is written',
    heading: 'as in the other table',
    textNumber: 'number stored as text',
    proposal: 'suspected',
  },
  whyNotChosen: {
    blank: 'The sign would be replaced.',
    stale: 'A reported total would change, and a part may be what is wrong. Look first.',
    typed: 'The figure stays and becomes a formula; choose it if you want that.',
    rounded: 'It is off by rounding only and not wrong; the figure would change.',
    typedOver: 'A reported total would change, and a part may be what is wrong. Look first.',
    wrongRange: 'The total that is shown would change. Look first.',
    error: 'The formula that stands there would be replaced. Look first.',
    textNumber: 'Text becomes a number.',
    withoutUnit: 'Only who reported it knows the unit; look and choose one.',
    converted: 'Only who reported it knows the unit; look and choose one.',
    heading: 'Only who reported it knows which table is right; look and choose one.',
    proposal: 'Look first.',
  },
  blocked: {
    partsNotNumeric: (cells) => `${cells} to be added are not numbers; correct them first`,
    partsText: (cells) =>
      `${cells} to be added are numbers stored as text, which a sum leaves out; convert them first`,
    partsOtherUnit: (cells) =>
      `${cells} to be added name another unit; settle which one is meant first`,
    locked: () =>
      'the sheet is protected and this cell locked; unprotect it on the Review tab first',
    merged: (cells) => `lies in a merged area (${cells}); unmerge it first`,
    holdsFormula: () => 'holds a formula; check the figures it refers to',
  },
  blockedReasons: {
    partsNotNumeric: 'parts are not numbers',
    partsText: 'parts are numbers stored as text',
    partsOtherUnit: 'parts name another unit',
    locked: 'the sheet is protected',
    merged: 'in a merged area',
    holdsFormula: 'holds a formula',
  },
  undo: {
    last: (command, cells, sheets, at) =>
      [
        `Last writing: ${commands[command]}`,
        cells > 0 ? counted(cells, 'cell', 'cells') : '',
        sheets > 0 ? counted(sheets, 'new sheet', 'new sheets') : '',
        at,
      ]
        .filter((part) => part !== '')
        .join(', '),
    nothing: 'There is nothing to undo.',
    forget: 'Delete undo records',
    forgetHint:
      'What stood in written cells is kept on this machine (not in the workbook) and deleted after 30 days.',
  },
  template: {
    title: 'Insert template',
    lead: 'Adds the tables as new sheets after the last one, with formulas, formats and print settings. Existing sheets stay as they are.',
    forms: 'Tables',
    unit: 'Reporting unit',
    unitHint: 'May be left blank',
    year: 'Fiscal year',
    yearInvalid: 'Enter a year of four digits, or leave blank.',
    currency: 'Currency unit',
    edition: 'Line labels',
    protect: 'Lock totals and headings',
    protectHint: 'Only input cells can be typed into; no password, unprotect on the Review tab.',
    insert: 'Insert template',
    noForm: 'Choose at least one table.',
  },
  rounding: {
    title: 'Round, keeping totals',
    lead: 'Another unit of money or fewer decimals, with every total kept. See it first, then choose new sheets or the tables as they stand.',
    convert: 'Convert the unit…',
    convertTitle:
      'Convert the whole table from the unit in which it was typed: looked at first, then written',
    typed: 'Typed in',
    asStated: 'as the heading says',
    typedTable: 'Table',
    bothTables: 'both',
    unit: 'Unit',
    currency: 'Unit of money',
    decimals: 'Decimals',
    whole: '0 (whole)',
    preview: 'Preview',
    result: 'What rounding gives',
    refused: 'It cannot be rounded now:',
    notNearest: (count) =>
      `${countText(count)} ${count === 1 ? 'figure is' : 'figures are'} not the nearest, for the totals to hold:`,
    nearest: (amount) => `nearest ${amount}`,
    unwritable: (cells) =>
      `${cellsBySheet(cells, ', ')} cannot be written (protected sheet or merged cells), so it cannot be done in place; new sheets can.`,
    papers: (sheets) =>
      `This is a result: in place, ${sheets.map((sheet) => `“${sheet}”`).join(', ')} keep what stood there before, and the units no longer add up to the table. To keep the sources, use new sheets.`,
    newSheets: 'New sheets',
    inPlace: 'In place',
    done: (outcome) => {
      switch (outcome.kind) {
        case 'rounded':
          return `Rounded: ${countText(outcome.cells)} ${outcome.cells === 1 ? 'cell' : 'cells'} written, every total holds. It can be undone.`;
        case 'changedSince':
          return 'The tables were edited after the preview. Nothing was written; look at the new preview.';
        case 'notAsPromised':
          return `${countText(outcome.cells)} ${outcome.cells === 1 ? 'cell' : 'cells'} written, but some figures do not show what they should yet: formulas may have to be recalculated. Recalculate and check again, or undo.`;
      }
    },
  },
  written: ({ written, changed, undo }, errors) => {
    const left =
      changed.length === 0
        ? ''
        : ` Changed since the preview and not written: ${cellsBySheet(
            changed.map(({ place }) => place),
            ', ',
          )}.`;
    if (written.length === 0) return left === '' ? 'Nothing was written.' : left.trim();
    const kept =
      undo === 'whileOpen'
        ? ' This machine keeps no records, so it can be undone only while the pane is open.'
        : ' This can be undone.';
    const failing =
      errors === null || errors === 0 ? '' : `; ${counted(errors, 'error is', 'errors are')} left`;
    return `${counted(written.length, 'cell', 'cells')} written${failing}.${left}${kept}`;
  },
  replaced: ({ written, left }) =>
    [
      `Replaced: ${countText(written.length)} cells written; can be undone.`,
      left.length === 0
        ? ''
        : ` Changed since the preview and not written: ${cellsBySheet(left, ', ')}.`,
    ].join(''),
  progress: (progress) => {
    switch (progress.kind) {
      case 'asBefore':
        return 'Nothing in the workbook was changed.';
      case 'partly':
        return `Written: ${cellsBySheet(progress.written, ', ')}. Not written: ${cellsBySheet(progress.notWritten, ', ')}. Undo restores what stood there.`;
      case 'written':
        return 'Everything was written after all; undo restores what stood there.';
      case 'unknown':
        return 'It is not certain which cells were written. What stood there is kept on this machine; undo restores it.';
    }
  },
  inserted: (sheets, pages) =>
    `Inserted ${quoted(sheets)}. This can be undone.` +
    (pages === 'setUp'
      ? ''
      : ' The page setup could not be completed (the printer may not answer): before printing, set A4, landscape and one page on the Page Layout tab.'),
  insertLeft: (left) => {
    if (left === null) {
      return 'It is not certain whether new sheets were inserted; look at the tabs. Undo deletes them.';
    }
    return left.length === 0
      ? 'No new sheet was left.'
      : `${quoted(left)} was left; undo deletes it.`;
  },
  undone: ({ restored, left, gone, deletedSheets, keptSheets, reports, explanations }) =>
    [
      restored.length > 0 ? `${counted(restored.length, 'cell', 'cells')} restored.` : '',
      left.length > 0 ? `Edited since and left alone: ${cellsBySheet(left, ', ')}.` : '',
      gone.length > 0
        ? `${quoted(sheetsOf(gone))} is no longer in the workbook (deleted or renamed): ${counted(gone.length, 'cell', 'cells')} not restored.`
        : '',
      deletedSheets.length > 0 ? `${quoted(deletedSheets)} deleted.` : '',
      keptSheets.length > 0 ? `${quoted(keptSheets)} holds entries and was kept.` : '',
      reports.length > 0 ? `${quoted(reports)} as before again.` : '',
      explanations.removed > 0
        ? `${counted(explanations.removed, 'explanation', 'explanations')} taken back.`
        : '',
      explanations.restored > 0
        ? `${counted(explanations.restored, 'explanation', 'explanations')} as before again.`
        : '',
      explanations.left > 0
        ? `${counted(explanations.left, 'explanation', 'explanations')} changed since and left alone.`
        : '',
    ]
      .filter((part) => part !== '')
      .join(' ') || 'The workbook already holds what stood there.',
};
