/** Which signs of a report's text are read, and where do its paragraphs end? */
import { withoutHidden } from '../recognise/characters';

/** The text as it is read: half-width, without white space; line ends that end a paragraph as `\n`. */
export interface Signs {
  readonly text: string;
  /** Where each sign stands in the report's text, in UTF-16 units; one more for the end. */
  readonly offsets: readonly number[];
}

/** A line that ends so ends a sentence or announces what follows. */
const endsSentence = /[。！？!?；;：:]$/;
/** A line that begins so begins a paragraph. */
const beginsParagraph =
  /^(?:[(（]?[一二三四五六七八九十\d]+[)）、.．]|第[一二三四五六七八九十]+[章节]|附件|附表|注[：:]|[—\-*•●○■□◆◇▲△★☆►▶·])/;
/** A line shorter than this is not broken because the page is narrow. */
const leastBroken = 15;
/** A line without a comma that ends so is a title, whatever its length. */
const endsTitle = /(?:报告|总结|汇报|说明|通报|简报|公告|材料|情况|分析|总结\)|报告\)|汇报\))$/;
/** A numbered line that ends so is a heading. */
const endsHeading =
  /(?:情况|概况|工作|做法|成效|成绩|问题|打算|建议|措施|举措|安排|分析|说明|特点|经验|计划|思路|数据|规模|结构|来源|进展|亮点|困难|不足|方向|统计|执行|预算)$/;
/** A line of a table. */
const hasCells = /[\t|｜│]/;
/** 政府购买服务预算：41528.12 万元 in a line of its own. */
const isNamedNumber =
  /[:：][^:：。；;，、]{0,20}[\d零一二三四五六七八九十百千万亿余多]\s*(?:[元个项%％])$/;
/** A number that is parted from its unit, whatever the length of its line. */
const endsInNumber = /\d$/;
const beginsWithUnit =
  /^(?:[十百千]?万|亿|千)?元|^[%％]|^[个项](?=$|[\s，。；、）)]|项目|政府|购买)/;

/** Reads a text; `\r\n` and the like are one line end. */
export function readSigns(text: string): Signs {
  const signs: string[] = [];
  const offsets: number[] = [];
  const hard = hardLineEnds(text);
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (sign === '\n' || sign === '\r' || sign === '\u2029') {
      if (!hard.has(at)) continue;
      signs.push('\n');
      offsets.push(at);
      continue;
    }
    if (sign === '\t') {
      signs.push('\t');
      offsets.push(at);
      continue;
    }
    // ￥41528.12 万元
    const isMark = /[¥￥]/.test(sign) && /^\s*[\d０-９]/.test(text.slice(at + 1, at + 3));
    if (isMark || /\s/u.test(sign) || withoutHidden(sign) === '') continue;
    const plain = sign.normalize('NFKC');
    signs.push(plain.length === 1 ? plain : sign);
    offsets.push(at);
  }
  return { text: withPlainNumerals(signs.join('')), offsets: [...offsets, text.length] };
}

const capitals = '壹贰叁肆伍陆柒捌玖拾佰仟萬圆';
const plainSigns = '一二三四五六七八九十百千万元';
/** A run of them, which no word is: not 队伍 nor 大陆. */
const capitalNumeral =
  /[壹贰叁肆伍陆柒捌玖拾](?:[零〇壹贰叁肆伍陆柒捌玖拾佰仟万萬亿]+[圆元]?|(?=[个项])|圆)/g;

/** 肆亿壹仟万圆: numerals as they stand in contracts. */
function withPlainNumerals(text: string): string {
  return text.replace(capitalNumeral, (numeral) =>
    Array.from(numeral, (sign) => plainSigns[capitals.indexOf(sign)] ?? sign).join(''),
  );
}

/** A line without a comma that is shorter than this part of the widest one is not broken; */
const shortLine = 0.6;
/** one in front of an empty line that is shorter than this part. */
const fullLine = 0.85;
/** Lines that are looked at for the widest. */
const mostLines = 2_000;

/** Line ends that end a paragraph; others only break a line, as a narrow page or its end does. */
function hardLineEnds(text: string): ReadonlySet<number> {
  const hard = new Set<number>();
  const lines = [...text.matchAll(/[^\r\n\u2029]*(?:\r\n|[\r\n\u2029]|$)/g)]
    .map((match, index) => ({ line: match[0], start: match.index, index }))
    .filter(({ line }) => line.trim() !== '');
  const widest = Math.max(0, ...lines.slice(0, mostLines).map(({ line }) => line.trim().length));
  lines.forEach(({ line, start, index: at }, index) => {
    const next = lines[index + 1]?.line;
    const bare = line.trim();
    const isApart = (lines[index + 1]?.index ?? at) > at + 1;
    const isShort = bare.length < widest * (isApart ? fullLine : shortLine);
    const isBare = !/[，,；;]/.test(bare);
    const isHeading =
      isBare &&
      (isShort || endsTitle.test(bare) || (beginsParagraph.test(bare) && endsHeading.test(bare)));
    const isParted =
      next !== undefined && endsInNumber.test(bare) && beginsWithUnit.test(next.trim());
    const isBroken =
      next !== undefined &&
      (isParted || bare.length >= leastBroken) &&
      !isHeading &&
      !(isApart && isShort) &&
      !endsSentence.test(bare) &&
      !hasCells.test(line) &&
      !hasCells.test(next) &&
      !(isNamedNumber.test(bare) && /^[^，,。；;、（(]/.test(next.trim())) &&
      !beginsParagraph.test(next.trim());
    if (!isBroken) hard.add(start + line.replace(/[\r\n\u2029]+$/, '').length);
  });
  return hard;
}

/** Signs of a clause on either side of a place that are looked at. */
const longestClause = 60;

/** What stands in front of a place in its clause, and behind it, not reaching back beyond `from`. */
export function clauseAt(
  { text }: Signs,
  { start, end }: { readonly start: number; readonly end: number },
  from = 0,
): { readonly before: string; readonly behind: string } {
  const near = text.slice(Math.max(from, start - longestClause), start);
  const rest = text.slice(end, end + longestClause);
  return {
    before: /[^,;:。!?\n]*$/.exec(near)?.[0] ?? '',
    behind: /^[^,;:。!?\n]*/.exec(rest)?.[0] ?? '',
  };
}
