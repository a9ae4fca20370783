/** Under which headings does a sentence stand? One section in another, by how they are numbered. */

/** What a heading, or a paragraph's beginning, says of what follows. */
export interface TopicSaid {
  /**
   * `part`: a county, an office, one case, a plan · `unclear`: something that is not known · `ours`: what was bought, or the
   * tables. Null where it says nothing of it.
   */
  readonly topic: 'part' | 'unclear' | 'ours' | null;
  /** Whether a time is named that is the tables'; null where none is. */
  readonly time: 'other' | 'ours' | null;
}

/** Says nothing of what follows. */
export const nothingSaid: TopicSaid = { topic: null, time: null };

/** How a heading is numbered. `line`: not at all · `loose`: a paragraph that is one sentence, until the next heading. */
interface Numbering {
  readonly style: string;
  readonly isFirst: boolean;
}

const line: Numbering = { style: 'line', isFirst: false };
const loose: Numbering = { style: 'loose', isFirst: false };

const numbered = /^(第?[(]?)([一二三四五六七八九十]{1,3}|\d{1,3})([)、章节]|\.(?!\d))/;

/** 一、 (二) 3.: how a text begins, with its length; null where it is not numbered. */
export function numberingOf(text: string): (Numbering & { readonly length: number }) | null {
  const [said, before = '', number = '', behind = ''] = numbered.exec(text.slice(0, 8)) ?? [];
  if (said === undefined) return null;
  const kind = /\d/.test(number) ? '1' : '一';
  return {
    style: `${before}${kind}${behind}`,
    isFirst: number === '1' || number === '一',
    length: said.length,
  };
}

/** The sections that are open, the outermost first. */
export class Sections {
  private open: { readonly style: string; readonly said: TopicSaid }[] = [];

  /** A heading begins a section; without a number it ends those like it only. */
  enter(numbering: Numbering | null, said: TopicSaid): void {
    this.leaveLoose();
    const { style, isFirst } = numbering ?? line;
    const isNested = isFirst && this.open.at(-1)?.style === line.style;
    const at = isNested ? -1 : this.endedBy(style);
    const [before] = at < 0 ? [] : this.open.splice(at);
    // What stands beside a part and names nothing is most likely of a part, too.
    const topic = said.topic ?? (before?.said.topic === 'part' ? 'part' : null);
    this.open.push({ style, said: { ...said, topic } });
  }

  /** The outermost section that a heading ends: of its own style, else of those that stand deeper; -1 for none. */
  private endedBy(style: string): number {
    const own = this.open.findLastIndex((one) => one.style === style);
    if (own >= 0 || style === line.style) return own;
    return this.open.findIndex((one) => depthOf(one.style) > depthOf(style));
  }

  /** 濮阳县高度重视。 or 回顾 2018 年，…。 alone in its paragraph: of what follows, until a heading, or the whole is named. */
  enterLoose(said: TopicSaid): void {
    this.leaveLoose();
    this.open.push({ style: loose.style, said });
  }

  leaveLoose(): void {
    if (this.open.at(-1)?.style === loose.style) this.open.pop();
  }

  /** What all of them say together: an inner one of all that was bought is still of the part that it stands in. */
  get said(): TopicSaid {
    let { topic, time } = nothingSaid;
    for (const { said } of this.open) {
      if (topic !== 'part') topic = said.topic ?? topic;
      time = said.time ?? time;
    }
    return { topic, time };
  }
}

/** 第一章, 一、, (一), 1., (1); what has no number ends with what it stands in. */
function depthOf(style: string): number {
  if (style === line.style || style === loose.style) return -1;
  if (style.startsWith('第')) return 0;
  return (style.includes('一') ? 1 : 3) + (style.endsWith(')') ? 1 : 0);
}
