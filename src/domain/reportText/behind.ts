/** What stands behind a number that says whose it is: 3 亿元用于教育, 693.92 万元，占支出总额的 1.7%. */
import type { Frame } from './frame';
import { noFrame, wordsOf } from './frame';
import type { Lead } from './lead';
import type { Signs } from './signs';
import type { Token } from './token';

/** A name behind a number. */
export interface NameBehind {
  readonly name: Token;
  readonly frame: Frame;
}

/** What the number may be called again in between: 3 个购买服务项目属于教育. */
const called = ['measure', 'subject'] as const;

const ofBudget =
  /^(?:资金|经费)?的?(?:为|是|来自|来源于|属于?|出自|由|使用|动用|利用|纳入|列入|列支于)$/;
const ofLine =
  /^(?:资金|经费)?的?(?:均|都|主要)?(?:用于|用在|用到|投向|投给|投入到?|安排给|安排在|集中在|集中于|属于?|归属于?|分布在|分布于)$/;
/** Behind the name of a line nothing else is named: 教育、公共安全 are several. */
const endOfName = /^(?:类|支出|服务)?(?:领域|方面|事项)?(?:项目)?(?:[,;。)!\n]|$)/;

/** 其余 5571.63 万元为政府性基金，3 亿元投向教育: the name that stands behind a number; null where none does. */
export function nameBehind(
  { text }: Signs,
  tokens: readonly Token[],
  index: number,
  lead: Lead,
): NameBehind | null {
  if (lead.words('line').length + lead.words('block').length > 0) return null;
  let between = '';
  let end = tokens[index]?.end ?? 0;
  for (const next of tokens.slice(index + 1)) {
    if (next.kind !== 'word') return null;
    between += text.slice(end, next.start);
    end = next.end;
    const { means } = next;
    if (means.kind === 'block') {
      return ofBudget.test(between)
        ? { name: next, frame: { ...noFrame, block: means.block } }
        : null;
    }
    if (means.kind === 'line') {
      const isOne = ofLine.test(between) && endOfName.test(text.slice(end, end + 12));
      const line = { form: means.form, line: means.line };
      return isOne ? { name: next, frame: { ...noFrame, line } } : null;
    }
    // 投向
    if (means.kind === 'money') between += text.slice(next.start, next.end);
    else if (!called.some((kind) => kind === means.kind) || between !== '') return null;
  }
  return null;
}

/** 教育预算 …；支出 693.92 万元，占购买服务支出总额的 1.7%: what is a share of the whole of its column is not the whole. */
export function isPartBehind(tokens: readonly Token[], index: number, lead: Lead): boolean {
  const [stop, share, ...behind] = tokens.slice(index + 1, index + longestDivision);
  const isBehind = (stop?.kind === 'stop' && stop.ends === 'clause') || stop?.kind === 'bracket';
  if (!isBehind || wordsOf([share ?? stop], 'share').length === 0) return false;
  const next = behind.findIndex(({ kind }) => kind !== 'word');
  const whole = wordsOf(behind.slice(0, Math.max(0, next)), 'measure');
  const own = lead.last('measure')?.means.measures.join();
  return whole.length > 0 && whole.every(({ means }) => means.measures.join() === own);
}

/** 教育预算 …；执行 40790.51 万元，其中一般公共预算 …: what is divided as what is named in front was no part of that. */
export function isDividedBehind(
  tokens: readonly Token[],
  index: number,
  { line, block }: Frame,
): boolean {
  const behind = tokens.slice(index + 1, index + longestDivision);
  const [comma, word] = behind;
  if (comma?.kind !== 'stop' || comma.ends !== 'clause') return false;
  if (word?.kind !== 'word' || word.means.kind !== 'ofWhich') return false;
  const named = behind.find(
    (token) => token.kind === 'word' && ['line', 'block'].includes(token.means.kind),
  );
  if (named?.kind !== 'word') return false;
  return named.means.kind === 'line' ? line !== null : block !== null && line === null;
}

/** Tokens behind a number in which it is divided. */
const longestDivision = 6;
