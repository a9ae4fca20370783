// Which test files run together? Each stands by itself (`npx jest test/excel/marks`); all of them in turn
// would load the same modules two hundred times, and run each of them unpractised. So `npm test` runs them by
// room (jest.config.mjs here): one file of this folder loads those of a room, each in a `describe` of its own.
const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

const tests = join(__dirname, '..');

/** Rooms by the paths that they take, the first that fits; each has a file of its name in this folder. */
const rooms = {
  faults: ['taskpane/faults.test.ts'],
  specimens: ['specimens.test.ts', 'excel/specimens.test.ts', 'page/book/roundTrip.test.ts'],
  check: ['taskpane/check/'],
  consolidate: ['taskpane/consolidate/', 'domain/consolidate/', 'application/consolidation/'],
  pane: ['taskpane/', 'commands/'],
  excel: ['excel/'],
  ports: ['ports/', 'page/', 'workbook/'],
  diagnose: ['domain/diagnose/'],
  properties: ['properties/', 'fuzz/'],
  application: ['application/'],
  files: ['files/', 'background/', 'cli/'],
  domain: ['domain/', 'wording/'],
  others: [''],
};

/** Those that ask for another environment run by themselves. */
const isAlone = (file) =>
  /^\/\*\*[^/]*@jest-environment jsdom/.test(readFileSync(join(tests, file), 'utf8'));

const files = readdirSync(tests, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.test\.tsx?$/.test(file) && !/^(?:e2e|rooms)\//.test(file))
  .sort();

const roomOf = (file) =>
  Object.keys(rooms).find((name) => rooms[name].some((start) => file.startsWith(start)));

module.exports = {
  names: Object.keys(rooms),
  /** Paths from the project's folder. */
  alone: files.filter(isAlone).map((file) => `test/${file}`),
  /** Paths of a room's files, from this folder. */
  filesOf: (room) =>
    files.filter((file) => !isAlone(file) && roomOf(file) === room).map((file) => `../${file}`),
};
