/** Which units does a list name, as people write or paste lists: numbered, with a heading, with remarks? */
import { comparableUnitName } from '../recognise/heading';

/** What a list says. */
export interface UnitNames {
  /** Each unit once, in the order of the list. */
  readonly names: readonly string[];
  /** Lines that name no unit: headings, comments, counts. */
  readonly passedOver: readonly string[];
  /** Names that the list has again, as units are compared. */
  readonly again: readonly string[];
}

/** Reads a list with a unit a line, or with its columns side by side (tabs, or commas behind a number). */
export function readUnitNames(text: string): UnitNames {
  const names = new Map<string, string>();
  const passedOver: string[] = [];
  const again: string[] = [];
  let column: number | null = null;
  for (const line of text.split(/[\r\n\u0085\u2028\u2029]+/)) {
    const cells = cellsOf(line);
    if (cells.every((cell) => cell === '')) continue;
    const heading = cells.findIndex((cell) => nameHeading.test(plain(cell)));
    if (heading >= 0) {
      column = cells.length > 1 ? heading : null;
      passedOver.push(line.trim());
      continue;
    }
    const found = namesIn(cells, column, names.size + again.length + 1);
    if (found.length === 0) passedOver.push(line.trim());
    for (const name of found) {
      const compared = comparableUnitName(name);
      if (names.has(compared)) again.push(name);
      else names.set(compared, name);
    }
  }
  return { names: [...names.values()], passedOver, again };
}

/** What stands above a column of names, alone in its cell. */
const nameHeading =
  /^(?:序号)?(?:(?:应报|填报|报送|预算|汇总|编报|各)?单位(?:名称|全称)?|(?:应报|填报|预算)?(?:部门|区划|地区)名称|名称|单位\(部门\)(?:名称)?|部门\(单位\)(?:名称)?)$/;

/** Headings of other columns, titles of whole lists, and their ends. */
const noUnit =
  /^(?:序号|编号|编码|(?:单位|预算)?代码|备注|联系人|(?:联系)?电话|附件\d*|.*名单(?:\([^()]*\))?|(?:合计|总计|小计|共计?)[:：]?(?:\d+(?:个|家)?(?:单位)?)?|共?\d+(?:个|家)(?:单位)?)[:：。]?$/;

/** Headings of groups within a list: 市直部门, 各县（市、区）, 二级单位, 乡镇（街道）. */
const groupHeading =
  /^(?:(?:[省市州盟县区旗镇乡]|市县|本)(?:直|属|级|直属|本级)?|中央|驻[省市州县区]|各|直属|所属|下属|[一二三]级|其他|党群|行政)?(?:(?:部门|单位|预算部门|预算单位|行政事业单位|事业单位|直属单位|直属部门|部门单位|党政机关|行政机关)(?:[、和及](?:部门|单位))?|县区|区县|市县|县市区|市县区|县\(市、区\)|县\(市\)|县\(区\)|县、区|市、县\(区\)|市\(县、区\)|乡镇|镇街|乡镇街道|乡镇\(街道\)|乡\(镇\)|乡\(镇、街道\)|镇\(街道\))(?:\(?共?\d+(?:个|家)\)?)?[:：]?$/;

/** A line that its writer has taken out, or written beside the list. */
const comment = /^(?:#|\/\/|--|;|；|注[:：]|说明[:：])/;

/** A number before a name. One that a name begins with has no sign behind it: 101厂, 八一中学. */
const numbering =
  /^(?:[(（]\s*(?:\d{1,5}|[〇零一二三四五六七八九十百]{1,5})\s*[)）]|(?:\d{1,5}|[〇零一二三四五六七八九十百]{1,5})(?:\s*[、,，:：)）]|\s*[.．](?!\d))|[\u2460-\u249B\u3251-\u325F\u32B1-\u32BF]|[-*•·●◆■□○]\s+|[•●◆■□])\s*/u;

/** A number with nothing but a space behind it, which counts as one only where it goes on from the last. */
const bareNumber = /^(\d{1,5})\s+/;

function cellsOf(line: string): string[] {
  const byTab = line.split('\t');
  const byComma = /^\s*(?:\d{1,5}|序号)\s*[,，]/.test(line) ? line.split(/[,，]/) : [line];
  return (byTab.length > 1 ? byTab : byComma).map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .replaceAll('""', '"')
      .trim(),
  );
}

function namesIn(cells: readonly string[], column: number | null, next: number): string[] {
  if (comment.test(cells[0] ?? '')) return [];
  const wanted = column === null || cells.length <= column ? cells : [cells[column] ?? ''];
  return wanted.flatMap((cell) => {
    const isNext = Number(bareNumber.exec(cell)?.[1] ?? 0) === next && !numbering.test(cell);
    const name = cell.replace(isNext ? bareNumber : numbering, '').trim() || cell;
    const compared = plain(name);
    const isName = /[\p{L}]/u.test(compared) && !isNone(compared) && !isContact(compared);
    return isName ? [name] : [];
  });
}

/** Without white space, brackets as ASCII has them. */
function plain(text: string): string {
  return text.replace(/\s/gu, '').replaceAll('（', '(').replaceAll('）', ')');
}

function isNone(text: string): boolean {
  return noUnit.test(text) || groupHeading.test(text);
}

/** Addresses for mail and the web, which stand in lists beside the names. */
function isContact(text: string): boolean {
  return /^[\w.+-]+@[\w.-]+$|^https?:/i.test(text);
}
