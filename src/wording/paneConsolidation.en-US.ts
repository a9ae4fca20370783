/** The page that adds up many units, in English. */
import { groupDigits } from './language';
import type { ConsolidationTexts } from './paneConsolidation';

const count = (value: number) => groupDigits(String(value));
const many = (value: number, one: string, several = `${one}s`) =>
  `${count(value)} ${value === 1 ? one : several}`;

export const consolidationInEnglish: ConsolidationTexts = {
  title: 'Add up the units’ tables',
  lead: 'Choose the files that units have sent. Each is checked, and all are added up into one pair: what was sent twice, is missing or does not fit is told, and every figure can be traced to its unit and cell. Files are read on this computer only.',
  chooseFiles: 'Choose files…',
  moreFiles: 'Add files…',
  chooseFolder: 'Choose a folder…',
  moreFolder: 'Add a folder…',
  emptyFolder: 'There is no workbook (.xlsx, .xlsm, .xls, .et) in this folder.',
  dropHint: 'Several at once; or drop them here',
  addOwn: 'Add up the units of this workbook',
  readOwnAgain: 'Read this workbook again',
  startAgain: 'Remove all',
  verdicts: {
    none: 'Consolidation',
    reading: 'Reading',
    nothing: 'No unit counts',
    notWhole: 'Incomplete',
    remarks: 'All count; see the remarks',
    whole: 'All count',
  },
  counted: (counted, units) => `${count(counted)} of ${many(units, 'unit')} count`,
  lacks: {
    lost: (units) => `${many(units, 'unit')} left out`,
    notRead: (files) => `${many(files, 'file')} unreadable`,
    notReached: (files) => `${many(files, 'file')} not read yet`,
    notTaken: (places) => `${many(places, 'place')} not recognised`,
    missing: (units) => `${many(units, 'unit')} missing`,
    untold: (units) => `${many(units, 'unit')} with unclear figures`,
  },
  reading: {
    progress: (done, of) => `${count(done)} of ${many(of, 'file')} read`,
    stop: 'Stop',
    goOn: 'Go on reading',
  },
  files: {
    count: (files) => many(files, 'file'),
    own: (units) => `${many(units, 'unit')} of this workbook`,
    results: (sheets) =>
      `${sheets.map((sheet) => `“${sheet}”`).join(', ')}: earlier results, not taken as units.`,
    remove: 'Remove',
    removeFile: (file) => `Remove ${file}`,
    removeOwn: 'Remove the units of this workbook',
    notRead: (files) => `${many(files, 'file')} could not be read`,
    notReached: (files) => `${many(files, 'file')} not read yet`,
    notTaken: (places) =>
      `${many(places, 'place')} that may be tables were not recognised and do not count`,
    thisWorkbook: 'this workbook',
    takenOut: (units) => `${many(units, 'unit')} taken out`,
    outOf: (name, source) => `Taken out: ${name} (${source})`,
    putBack: 'Put back',
    putBackUnit: (name) => `Put back ${name}`,
  },
  problems: {
    title: 'To be settled',
    remarks: (remarks) => `Remarks (${count(remarks)})`,
    choose: 'Choose',
    chooseVersion: 'Which one is valid',
    severalUnits: 'Not one unit: all count',
    whetherCounts: (name) => `Does “${name}” count?`,
    allCount: 'All others count',
    version: (number, source, projects, budgeted) =>
      `No. ${count(number)} · ${source} · ${projects} projects · budgeted ${budgeted}`,
    allUnits: (units) => `All that state none (${units})`,
    countAs: (currency) => `In ${currency}`,
    useYear: (year) => `Add up ${String(year)} instead`,
    line: 'Belongs to',
    lineFor: (label) => `“${label}” belongs to`,
    copyNames: 'Copy the names',
    namesCopied: (names) => `${many(names, 'name')} copied.`,
    include: 'Include',
    exclude: 'Leave out',
    includeUnit: (name) => `Include ${name}`,
    excludeUnit: (name) => `Leave out ${name}`,
    includeAll: 'Include all',
    excludeAll: 'Leave all out',
    left: {
      tableMissing: (units) => `${many(units, 'unit')} without one of the tables: not counted`,
      unknownLine: (units) =>
        `${many(units, 'unit')} with labels of their own, or rows without any: not counted`,
      otherYear: (units) => `${many(units, 'unit')} of another year: not counted`,
      currencyUnread: (units) =>
        `${many(units, 'unit')} in a money unit that is not understood: not counted`,
      duplicate: (units) => `${many(units, 'unit')} given twice: not counted`,
      sumOfOthers: (units) => `${many(units, 'unit')} that are sums of others: not counted`,
      notChecked: (units) => `${many(units, 'unit')} not fully checked: not counted`,
      errors: (units) => `${many(units, 'unit')} with errors: not counted`,
    },
    leftHint: {
      tableMissing: 'Ask for the missing table, then choose the completed file.',
      notChecked:
        'Open, calculate and save the file in Excel and choose it again; or see the unit.',
      errors: 'Send them back. If they must be added up first, include them; the result says so.',
    },
    included: (units) => `${many(units, 'unit')} with errors included, as you chose`,
    includedHint: 'The result says so. Replace their files once they are corrected.',
    untold: (units) => `${many(units, 'unit')} count, but have figures that add nothing`,
    mapped: (labels) => `Labels remembered (${count(labels)})`,
    mappedTo: (label, meaning) => `“${label}” belongs to “${meaning}”`,
    forget: 'Forget',
    forgetLabel: (label) => `Forget ${label}`,
  },
  list: {
    title: (units) => `Units (${count(units)})`,
    onlyLeft: 'Left out only',
    counts: 'counts',
    doesNotCount: 'left out',
    copyOf: 'in the sum already',
  },
  expected: {
    title: (names) => (names === null ? 'Units expected' : `Units expected (${count(names)})`),
    none: 'Without a list nobody can say who is missing.',
    label: 'One unit a line',
    hint: 'Paste the list, or select it in a sheet and take the selected cells.',
    found: (units, again, passedOver) =>
      [
        many(units, 'unit'),
        ...(again === 0 ? [] : [`${again} named again count once`]),
        ...(passedOver.length === 0
          ? []
          : [`no units: ${passedOver.map((line) => `“${line}”`).join(', ')}`]),
      ].join('; '),
    fromSelection: 'Take the selected cells',
    use: 'Compare',
    clear: 'No list',
    nothingSelected: 'There is no text in the selected cells. Select the list of units first.',
  },
  settings: {
    title: 'Year, currency unit',
    year: 'Year to add up',
    currency: 'Currency unit of the result',
    ofMost: (what) => `that of most units (${what})`,
    outdated:
      'Settings of the check were changed since; this is what was found under the old ones.',
    readAgain: 'Check again',
  },
  unit: {
    back: 'Back to the units',
    assumed: 'The sheet names no unit; called after its file or sheet',
    counts: 'Counts',
    left: (reason) => `Left out: ${reason}`,
    reading: 'Reading what was found…',
    noFindings: 'Nothing was found.',
    letter: 'Return letter',
    copyLetter: 'Copy the letter',
    letterCopied: (name) => `The letter to “${name}” was copied.`,
    replace: 'Replace the file…',
    replaced: (file) => `“${file}” takes its place; the units were judged anew.`,
    notReplaced: 'Nothing was replaced. ',
    otherName: (found, wanted) =>
      `The file is of “${found}”, not of “${wanted}”. Check it; if it is another unit’s, go back and use “Add files…”.`,
    takeOut: 'Take this unit out',
  },
  letters: {
    save: (units) => `Save letters (${count(units)})`,
    copyAll: (units) => `Copy letters (${count(units)})`,
    copied: (units) => `${many(units, 'letter')} copied.`,
    saved: (file) => `The letters were handed to the browser to be saved: ${file}`,
    notSaved: 'Files cannot be saved here; copy them instead.',
    fileName: 'Return letters',
    fallbackSheet: 'Unit',
  },
  replace: {
    title: 'Replace a unit of a result',
    hint: 'For a result that stands in this workbook, when a unit sends a corrected file: see the differences first; only cells that change are written, and the notes with them.',
    choose: 'Choose the corrected file…',
    of: (name, before, after) => `${name}: ${before === '' ? 'this workbook' : before} → ${after}`,
    sheets: (sheets) => `Result: ${sheets.map((sheet) => `“${sheet}”`).join(', ')}`,
    figures: (figures) => `Figures that change (${count(figures)})`,
    same: 'No figure changes.',
    errors: (errors) =>
      `The corrected tables still have ${many(errors, 'error')}. Send them back first; if they must be used, note it.`,
    blank: 'blank',
    notes: {
      updated: 'The working papers and the notes are brought up to date and name the replacement.',
      notThere: 'No notes that list this unit were found; note the replacement yourself.',
    },
    untold: (cells) => `Figures that cannot be told and will add nothing: ${cells}`,
    anew: (lines) =>
      `${
        lines.length === 0
          ? 'The formulas of the result were changed, so single cells cannot be replaced.'
          : `The tables of the result have no line ${lines.map((line) => `“${line}”`).join(', ')}, so single cells cannot be replaced.`
      } The whole result can be written anew behind the last sheet, with the same units, money unit and choices; the old one stays as it is, to be deleted by you.`,
    writeAnew: 'Write the result anew',
    resultChanged:
      'The result or its papers were changed since; nothing was written. This is as they are now.',
    write: (cells) => `Write ${many(cells, 'cell')}`,
    several: 'This file does not hold exactly one unit. Choose a file with that unit alone.',
    faults: {
      noResult: 'There is no result in this workbook. Open the one with the result and its papers.',
      unitNotThere: 'The result does not have this unit. Check its name, or add up anew.',
      unitSeveral: 'The working papers have this unit from several files. Add up anew.',
      otherYear: 'The year is not that of the result. Check the file.',
      tableMissing: 'A table is missing in this file.',
      unknownLine: 'It has a label of its own. Say first on this page which line it belongs to.',
      sumOfOthers:
        'With it one unit is exactly the sum of others (perhaps a total): not replaced, to count nothing twice. Check the file, or add up anew.',
      notChecked:
        'The file could not be checked completely. Open, calculate and save it in Excel, then choose it again.',
      papersUnread: 'Some rows of the working papers cannot be read. Check them, or add up anew.',
    },
  },
  preview: {
    open: 'Preview the sum',
    title: 'Preview of the sum',
    back: 'Back',
    of: (units) => many(units, 'unit'),
    lacking: 'This sum is not complete: ',
    name: 'Consolidated for',
    inputs: 'Inputs',
    formulas: 'Formulas over the working papers (traceable)',
    values: 'Plain values',
    valuesHint: 'Totals stay formulas; the working papers are written all the same.',
    write: 'Write to new sheets (not complete)',
    writeAll: 'Write to new sheets',
    sheets: (lines) =>
      `Adds Table 1, Table 2, two working papers (${many(lines, 'row')}) and notes behind the last sheet; existing sheets stay as they are.`,
    writing: (done, of) => `${count(done)} of ${many(of, 'row')} written`,
    ownChanged:
      'Tables of this workbook were changed after the preview; nothing was written. This is as they are now: preview again.',
    nothing: 'No unit counts.',
  },
};
