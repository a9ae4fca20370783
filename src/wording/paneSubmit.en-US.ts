/** The page 报送 in English. */
import { groupDigits } from './language';
import type { SubmitTexts } from './paneSubmit';
import { visibleText } from './visibleText';

const count = (value: number) => groupDigits(String(value));

export const submitInEnglish: SubmitTexts = {
  lastRound: {
    title: 'Compare with the round before',
    lead: 'Choose the workbook of the round before. Figures that must be the same are compared one by one; a change since last year that is unlike most lines’, large amounts that come or go, and a table or column many times as large or as small are warnings, which can be explained. The other workbook is used now only and not kept.',
    choose: 'Choose a file…',
    chooseOther: 'Choose another file…',
    ownYear: (year) => `This workbook’s tables of ${year}`,
    notRead: (file) => `“${file}” could not be read: `,
    beside: (file) => `Round before: ${file}`,
    besideYear: (year) => `Round before: this workbook’s tables of ${year}`,
    round: 'Which round it is of',
    roundByFigures: 'As its figures show',
    remove: 'Compare no more',
    moreNotCompared: (units) => `Units not compared besides: ${count(units)}.`,
    nothing: 'Nothing stands out beside the round before.',
    figure: 'Figure',
    before: 'Before',
    now: 'Now',
    change: 'Change',
    rate: 'Rate',
    blank: 'blank',
    toExplain: 'To be looked at',
    new: 'New',
    gone: 'Gone',
  },
  report: {
    title: 'Report of the check',
    lead: 'Checks everything anew and writes units, round, findings, explanations and the verdict to a sheet that can be printed (A4, portrait). Made again it takes the place of the earlier one; a report that was edited is left, and another one is written.',
    fingerprint:
      'The fingerprint on a report is worked out from unit, year, money unit, line labels and all figures, not from formats, formulas or sheet names: a printed report can be matched with its file.',
    make: 'Make the report',
    making: 'Making it…',
    remove: 'Remove the report',
    done: ({ sheet, how, pages }) =>
      [
        how === 'anew'
          ? `“${visibleText(sheet)}” was made anew in its place.`
          : `Written to “${visibleText(sheet)}”.`,
        how === 'beside' ? ' The earlier report was edited and left as it is.' : '',
        pages === 'setUp'
          ? ''
          : ' Excel did not take the page setup: before printing choose A4, portrait, one page wide.',
      ].join(''),
    removed: (reports) =>
      reports === 0
        ? 'The workbook holds no report of this add-in (one that was edited does not count).'
        : 'The report was removed.',
  },
  ready: {
    title: 'Before submitting',
    lead: 'Finds everything that is left to be done: errors, explanations, required figures, headings, hidden rows and columns, links, marks, an outdated report, recalculation, saving. Only when nothing is left it says “Ready to be submitted”.',
    run: 'Check before submitting',
    running: 'Checking…',
    again: 'Check again',
    yes: 'Ready to be submitted',
    no: 'Not ready yet',
    outdated: 'To be checked again',
    outdatedHint: 'Something was changed since; check again. Below is what was found before.',
    made: (time, checks, explained) =>
      `Looked at ${time}; checks: ${count(checks)}${explained === 0 ? '' : `, warnings explained: ${count(explained)}`}`,
    units: (units, open) =>
      open === 0
        ? `Units: ${count(units)}, nothing left to be done`
        : `Units: ${count(units)}, with something to be done: ${count(open)}`,
    workbook: 'The workbook',
    kinds: (kinds) => `Kinds of things to be done: ${count(kinds)}`,
    names: {
      errors: 'Errors',
      requiredFigures: 'Required figures blank',
      heading: 'Headings to be filled in',
      notExplained: 'To be explained',
      toReconfirm: 'Explanations to be confirmed again',
      hidden: 'Hidden figures',
      links: 'Links to other workbooks',
      marks: 'Marks still on',
      notRecalculated: 'Not recalculated',
      reportOutdated: 'Report out of date',
      notSaved: 'Not saved',
      unitsLacking: 'Units lacking in the sum',
      explanationsUnreadable: 'Explanations unreadable',
      notChecked: 'Checks that could not run',
    },
    count: (name, number) => `${name}: ${count(number)}`,
    places: (first, more) => (more === 0 ? first : `${first} and ${count(more)} more`),
    showAll: (rest) => `Show ${count(rest)} more`,
    clearMarks: 'Clear marks',
    remakeReport: 'Make it again',
    recalculate: 'Recalculate',
    toTemplate: 'Insert blank tables',
    toConsolidate: 'Go to Add up',
    toSettings: 'Look in Settings',
  },
};
