/** Which sentence does a result become that lacks units, as it says itself (U-055)? */
import type { SetFinding } from '../domain/consolidate/setFinding';
import type { Door } from './door';
import { visibleText } from './visibleText';

type Lacks = Extract<SetFinding['detail'], { readonly kind: 'resultLacks' }>;

/** So many of what lacks are named in the pane; all of them elsewhere. */
const named = 5;

/** Characters of what is said of one. */
const longest = 120;

/** What lacks, each with what the notes say of it; without the place where it stood. */
function entries({ lacks }: Lacks, door: Door, separator: string): string[] {
  const some = door === 'pane' ? lacks.slice(0, named) : lacks;
  return some.map(({ name, remark }) => {
    const [why = ''] = remark.split(/[；;]/);
    const shown = Array.from(visibleText(why.replace(/[。.]$/, '')));
    const text = shown.slice(0, longest).join('') + (shown.length > longest ? '…' : '');
    return `${visibleText(name)}${separator}${text}`;
  });
}

/** @param name the result's unit, in quotes */
export function lacksInChinese(name: string, detail: Lacks, door: Door): string {
  const { lacks, accepted } = detail;
  const listed = entries(detail, door, '：');
  const more = lacks.length > listed.length ? `；等 ${lacks.length} 项` : '';
  const what =
    lacks.length === 0
      ? `${name}是汇总结果，其中没有“汇总说明”，无法知道是否缺下级单位。`
      : `${name}的汇总不全，其“汇总说明”写明：${listed.join('；')}${more}。本次汇总也就缺这些数。`;
  if (accepted) return `${what}按您的选择照此计入。`;
  const settle = {
    terminal: '；确要照此汇总的，用 --count 单位 认可',
    pane: '；确要照此汇总的，点“仍计入”',
    notes: '',
  }[door];
  return lacks.length === 0
    ? `${what}请向该单位索取带“汇总说明”的文件${settle}。`
    : `${what}请该单位补齐后重新汇总再报${settle}。`;
}

/** @param name the result's unit, in quotes */
export function lacksInEnglish(name: string, detail: Lacks, door: Door): string {
  const { lacks, accepted } = detail;
  const listed = entries(detail, door, ': ');
  const more = lacks.length > listed.length ? `; ${lacks.length} in all` : '';
  const what =
    lacks.length === 0
      ? `${name} is a result without its sheet 汇总说明: nobody can tell whether it lacks units.`
      : `${name} is not whole, as its sheet 汇总说明 says: ${listed.join('; ')}${more}. This sum lacks the same.`;
  if (accepted) return `${what} It counts as it is, as you said.`;
  const settle = {
    terminal: ', or count it as it is with --count UNIT',
    pane: ', or choose “Include”',
    notes: '',
  }[door];
  return lacks.length === 0
    ? `${what} Ask for the file with it${settle}.`
    : `${what} Ask for it to be completed${settle}.`;
}
