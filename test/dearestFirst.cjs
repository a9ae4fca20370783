// In which order do the tests run? In Jest's own: the longest first, by what they took the last time. Where
// nothing has run yet it goes by the size of files, and would leave some of the dearest, which are short, to
// the end, when one process has nothing left to do: the rooms that take longest come first there.
const { default: Sequencer } = require('@jest/test-sequencer');

const dearest = [
  'rooms/pane',
  'rooms/faults',
  'rooms/check',
  'rooms/excel',
  'e2e/',
  'rooms/diagnose',
  'rooms/properties',
  'rooms/specimens',
  'rooms/consolidate',
  'rooms/files',
];

const rankOf = ({ path }) => {
  const at = dearest.findIndex((start) => path.replaceAll('\\', '/').includes(`/test/${start}`));
  return at === -1 ? dearest.length : at;
};

module.exports = class extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    const isNew = tests.every(({ duration }) => duration === undefined);
    return isNew ? sorted.sort((a, b) => rankOf(a) - rankOf(b)) : sorted;
  }
};
