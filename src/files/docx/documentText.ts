/** What does the main part of a .docx say? The text that a reader sees, paragraph by paragraph. */
import { FileFaultError } from '../fileFaultError';
import { fileLimits } from '../limits';
import type { XmlContent, XmlHandler } from '../xml/xmlReader';
import type { XmlTag } from '../xml/xmlTag';

/**
 * Elements whose text is not read: what was deleted or moved away while changes were tracked, what
 * only older programs show (it repeats the text beside it), readings above characters, how something was
 * formatted before a tracked change.
 */
const notRead: ReadonlySet<string> = new Set([
  ...['del', 'moveFrom', 'Fallback', 'rt'],
  ...['rPrChange', 'pPrChange', 'trPrChange', 'tcPrChange'],
]);

/** Formats of a run that its reader takes for no text of the sentence: hidden, or struck out by hand. */
const takenOut: ReadonlySet<string> = new Set(['vanish', 'strike', 'dstrike']);

/** A paragraph that is being read; text boxes hold paragraphs within one. */
interface Paragraph {
  text: string;
  /** Tracked as deleted: the next paragraph goes on in its line. */
  isJoined: boolean;
}

/** Gathers the text. Rows of tables become lines with tabs between their cells. */
export class DocumentText implements XmlHandler {
  /** The root element's name: `document` for a .docx. */
  root = '';
  private text = '';
  private readonly paragraphs: Paragraph[] = [];
  /** What stands in text boxes of the paragraph at hand. */
  private boxes = '';
  private tables = 0;
  /** Depth of the outermost element that is not read; 0 for none. */
  private skippedFrom = 0;
  /** True within a run that is no text of its sentence: hidden, struck out, or the mark of a note. */
  private isTakenOut = false;
  /** Within the properties of a paragraph's mark. */
  private inMark = false;
  private inParagraphProperties = false;
  private inRowProperties = false;

  open(name: string, depth: number, tag: XmlTag): boolean {
    if (depth === 1) this.root = name;
    if (name === 'del' && this.inMark) {
      const paragraph = this.paragraphs.at(-1);
      if (paragraph !== undefined) paragraph.isJoined = true;
      return false;
    }
    if (this.skippedFrom > 0) return false;
    // Tracked as deleted: the row or the cell of whose properties this is one.
    if (name === 'cellDel' || (name === 'del' && this.inRowProperties)) {
      this.skippedFrom = depth - 2;
      this.inRowProperties = false;
      return false;
    }
    if (notRead.has(name)) this.skippedFrom = depth;
    if (takenOut.has(name) && !this.inMark) {
      if (!isOff(tag.prefixedAttribute('val'))) this.isTakenOut = true;
      return false;
    }
    switch (name) {
      case 'p':
        this.paragraphs.push({ text: '', isJoined: false });
        return false;
      case 'pPr':
        this.inParagraphProperties = true;
        return false;
      case 'rPr':
        this.inMark = this.inParagraphProperties;
        return false;
      case 'trPr':
        this.inRowProperties = true;
        return false;
      case 'r':
        this.isTakenOut = false;
        return false;
      case 'vertAlign':
        // 41528.12¹: a note's mark that was typed, no digit of the figure.
        if (tag.prefixedAttribute('val') === 'superscript') this.isTakenOut = true;
        return false;
      case 'tbl':
        this.tables += 1;
        return false;
      case 't':
        return true;
      case 'tab':
        // Tab stops in a paragraph's properties have the same name.
        if (!this.inParagraphProperties) this.add('\t');
        return false;
      case 'br':
      case 'cr':
        this.add('\n');
        return false;
      case 'noBreakHyphen':
        this.add('-');
        return false;
      default:
        return false;
    }
  }

  close(name: string, depth: number, content: XmlContent): void {
    if (this.skippedFrom > 0) {
      if (depth === this.skippedFrom) this.skippedFrom = 0;
      return;
    }
    switch (name) {
      case 't':
        this.add(content.asText());
        return;
      case 'pPr':
        this.inParagraphProperties = false;
        this.inMark = false;
        return;
      case 'rPr':
        this.inMark = false;
        return;
      case 'trPr':
        this.inRowProperties = false;
        return;
      case 'p':
        this.endParagraph();
        return;
      case 'tr':
        this.endLine('\n');
        return;
      case 'tbl':
        this.tables -= 1;
        return;
      default:
        return;
    }
  }

  /** The whole text. */
  result(): string {
    return this.text;
  }

  private add(text: string): void {
    const paragraph = this.paragraphs.at(-1);
    if (paragraph === undefined || this.isTakenOut) return;
    paragraph.text += text;
  }

  private endParagraph(): void {
    const paragraph = this.paragraphs.pop();
    if (paragraph === undefined) return;
    const { text, isJoined } = paragraph;
    // A text box stands beside its paragraph, whose sentence it does not interrupt.
    if (this.paragraphs.length > 0) {
      this.boxes += `${text}\n`;
      return;
    }
    this.text += text;
    if (!isJoined) this.endLine(this.tables > 0 ? '\t' : '\n');
    this.limit();
  }

  private endLine(end: string): void {
    if (this.paragraphs.length > 0) return;
    this.text += end + this.boxes;
    this.boxes = '';
  }

  private limit(): void {
    const allowed = fileLimits.characters;
    if (this.text.length > allowed) {
      const actual = this.text.length;
      throw new FileFaultError({ code: 'tooLarge', limit: 'characters', allowed, actual });
    }
  }
}

function isOff(value: string | null): boolean {
  return value === '0' || value === 'false' || value === 'off';
}
