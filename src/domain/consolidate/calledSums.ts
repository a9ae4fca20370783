/** Which units of a set are called as if they were sums of others? */
import type { TakenUnit } from './takenUnit';

/** Names of what has others below it. */
const words =
  /汇总|合计|总计|全(?:省|市|州|盟|县|区|旗|镇|乡|系统|部门)|(?:及|含|和)(?:所属|下属|下级|各)/;

/** Names that speak of all there is, whoever else is in the set. */
const allWords = /合计|总计|全(?:省|市|州|盟|县|区|旗|镇|乡)/;

/** How a unit is called. */
export type Calling =
  /** As a unit of its own. */
  | 'own'
  /** As one that may have others below it. */
  | 'sum'
  /** As all there is. */
  | 'all';

/**
 * By unit. What most units of the set are called says nothing of one of them: in some cities every
 * county's file is a 汇总表.
 */
export function callingsOf(units: readonly TakenUnit[]): Calling[] {
  const names = units.map(({ name }) => name);
  const files = units.map(({ source, nameAssumed }) =>
    source.kind === 'file' && !nameAssumed ? source.file.replace(/^.*[/\\]/, '') : '',
  );
  // A total among a workbook's sheets may state a unit's name like any other.
  const sheets = units.map(({ tables }) =>
    [...tables.values()].map(({ sheet }) => sheet).join(' '),
  );
  const [byName, byFile, bySheet] = [names, files, sheets].map((texts) => {
    const called = texts.map((text) => words.test(text));
    const isTelling = called.filter(Boolean).length * 2 < Math.max(3, units.length);
    return called.map((is) => is && isTelling);
  });
  return units.map((_, at) => {
    const isNamed = byName?.[at] === true;
    if (isNamed && allWords.test(names[at] ?? '')) return 'all';
    return isNamed || byFile?.[at] === true || bySheet?.[at] === true ? 'sum' : 'own';
  });
}
