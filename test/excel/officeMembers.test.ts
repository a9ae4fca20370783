/** Is every member of office.js that the add-in uses part of what it requires, or guarded? */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { requiredApi } from '../../src/excel/features';
import { officeUse, type OfficeMember, type OfficeUse } from './officeMembers';

const root = join(__dirname, '../..');

/** What the manifest's VersionOverrides require, by requirement set. */
const required: ReadonlyMap<string, string> = new Map(
  [
    ...readFileSync(join(root, 'manifest.xml'), 'utf8').matchAll(
      /<bt:Set Name="(\w+)" MinVersion="([\d.]+)"\/>/g,
    ),
  ].map(([, set = '', version = '']) => [set, version]),
);

/** Common APIs that Excel has on every platform where the required sets are; Microsoft's table of sets. */
const everywhere = new Set(['Settings', 'AddinCommands', 'ExcelApi', 'SharedRuntime']);

const isNewer = (version: string, than: string): boolean => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [thanMajor = 0, thanMinor = 0] = than.split('.').map(Number);
  return major > thanMajor || (major === thanMajor && minor > thanMinor);
};

let use: OfficeUse;
beforeAll(() => {
  use = officeUse();
});

const beyond = ({ set, version }: OfficeMember): boolean => {
  if (set === null || version === null) return false;
  const minimum = required.get(set);
  return minimum === undefined ? !everywhere.has(set) : isNewer(version, minimum);
};

/** What an event carries is data: where Excel is older it is simply absent, and the code says what then. */
const isEventData = ({ name }: OfficeMember) => /EventArgs\.\w+$/.test(name);

const guardOf = ({ name, version }: OfficeMember) =>
  use.guards.find(
    ({ member, version: guarded }) =>
      member === name.slice(name.lastIndexOf('.') + 1) && guarded === version,
  );

test('the manifest and the code require the same of Excel', () => {
  expect(required.get('ExcelApi')).toBe(requiredApi);
  expect(required.get('SharedRuntime')).toBe('1.1');
});

test('every member beyond the required sets is asked for before it is used', () => {
  const unguarded = use.members
    .filter((member) => beyond(member) && !isEventData(member) && guardOf(member) === undefined)
    .map(({ name, set, version, files }) => `${name} (${set} ${version}) in ${files.join(', ')}`);
  expect(unguarded).toEqual([]);
});

test('every guard guards something: a mistyped version would leave a member unguarded', () => {
  const idle = use.guards.filter(
    ({ member, version }) =>
      !use.members.some((known) => known.name.endsWith(`.${member}`) && known.version === version),
  );
  expect(idle).toEqual([]);
});

test('the table of members is written to build/office-members.md', () => {
  expect(use.members.length).toBeGreaterThan(80);
  const rows = use.members.map((member) => {
    const { name, set, version } = member;
    const guard = guardOf(member);
    const needs = set === null ? '–' : `${set} ${version}`;
    const guarded = guard === undefined ? '' : `hasMember, ${guard.file}`;
    const absent = beyond(member) && isEventData(member) ? 'absent before' : guarded;
    return `| ${name} | ${needs} | ${absent} |`;
  });
  mkdirSync(join(root, 'build'), { recursive: true });
  const head = '| member | requirement set | guard |\n| --- | --- | --- |\n';
  writeFileSync(join(root, 'build', 'office-members.md'), `${head}${rows.join('\n')}\n`);
});
