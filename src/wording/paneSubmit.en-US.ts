/** The page 报送 in English. */
import { groupDigits } from './language';
import type { SubmitTexts } from './paneSubmit';

const count = (value: number) => groupDigits(String(value));

export const submitInEnglish: SubmitTexts = {
  ready: {
    title: 'Before submitting',
    lead: 'Finds everything that is left to be done: errors, explanations, required figures, headings, hidden rows and columns, links, marks, recalculation, saving. Only when nothing is left it says “Ready to be submitted”.',
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
      notSaved: 'Not saved',
      unitsLacking: 'Units lacking in the sum',
      explanationsUnreadable: 'Explanations unreadable',
      notChecked: 'Checks that could not run',
    },
    count: (name, number) => `${name}: ${count(number)}`,
    places: (first, more) => (more === 0 ? first : `${first} and ${count(more)} more`),
    showAll: (rest) => `Show ${count(rest)} more`,
    clearMarks: 'Clear marks',
    recalculate: 'Recalculate',
    toTemplate: 'Insert blank tables',
    toConsolidate: 'Go to Add up',
    toSettings: 'Look in Settings',
    saveHint: 'Press Ctrl+S to save, then check again.',
  },
};
