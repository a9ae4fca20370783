/** Which parts does an .xlsx consist of, and how do they refer to each other? */
import { corrupt } from '../fileFaultError';
import { XmlDecoder } from '../xml/encoding';
import { XmlReader, type XmlHandler } from '../xml/xmlReader';
import type { ZipEntry } from '../zip/directory';
import { inflateEntry } from '../zip/inflate';
import { InflationBudget } from '../zip/inflationBudget';

/** One part's reference to another, or to something outside the file (which is never followed). */
export interface Relationship {
  readonly id: string;
  /** The last word of the type's address: `worksheet`, `styles`; the same in both namespaces. */
  readonly type: string;
  /** The target's full part name in small letters; for external targets as it stands. */
  readonly target: string;
  readonly isExternal: boolean;
}

/** Cells, their texts and their looks. */
const longPart = /(?:worksheets\/[^/]+|sharedstrings|styles)\.xml$/;

/** Bytes of a part that tell what it is. */
const beginningBytes = 16 * 1024;

/** The parts of a zip by name. Parts are inflated when they are read, and only then. */
export class WorkbookPackage {
  private readonly entries: ReadonlyMap<string, ZipEntry>;
  private readonly budget: InflationBudget;
  /** Bytes of the parts that make up nearly all of the work, and how many of them are read. */
  private readonly work: number;
  private done = 0;

  /** @param onProgress told what part of the work is done, from 0 to 1 */
  constructor(
    private readonly bytes: Uint8Array,
    entries: readonly ZipEntry[],
    private readonly onProgress: (part: number) => void = () => undefined,
  ) {
    this.budget = new InflationBudget(bytes.length);
    this.entries = new Map(entries.map((entry) => [entry.name, entry]));
    const long = entries.filter(({ name }) => longPart.test(name));
    this.work = long.reduce((sum, { inflatedSize }) => sum + inflatedSize, 0);
  }

  /** True when the part exists. */
  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** Names of all parts, in small letters. */
  names(): readonly string[] {
    return [...this.entries.keys()];
  }

  /** Tells the handler what an XML part says. @throws FileFaultError corrupt, also where it is missing. */
  async readXml(name: string, handler: XmlHandler): Promise<void> {
    const reader = new XmlReader(handler);
    await this.readPart(name, (piece) => {
      reader.push(piece);
    });
    reader.end();
  }

  /** Size of a part when inflated, bytes; 0 where it is missing. */
  sizeOf(name: string): number {
    return this.entries.get(name)?.inflatedSize ?? 0;
  }

  /** A part as text, for one that is short and read whole. @throws FileFaultError corrupt. */
  async readText(name: string): Promise<string> {
    const decoder = new XmlDecoder();
    const pieces: string[] = [];
    await this.readPart(name, (piece) => {
      pieces.push(decoder.push(piece));
    });
    return [...pieces, decoder.end()].join('');
  }

  /** The beginning of a part as text, for telling what it is, without the rest; empty where it is missing. */
  async readBeginning(name: string): Promise<string> {
    const entry = this.entries.get(name);
    if (entry === undefined) return '';
    let beginning = '';
    const enough = new Error('enough');
    try {
      await inflateEntry(this.bytes, entry, (piece) => {
        const decoder = new XmlDecoder();
        beginning = decoder.push(piece.subarray(0, beginningBytes));
        // Of a longer part, what is left may be half a character.
        if (entry.inflatedSize <= beginningBytes) beginning += decoder.end();
        throw enough;
      });
    } catch (error) {
      if (error !== enough) throw error;
    }
    return beginning;
  }

  /** What a part refers to; nothing where it has no relationships. */
  async readRelationships(source: string): Promise<readonly Relationship[]> {
    const folderEnd = source.lastIndexOf('/') + 1;
    const folder = source.slice(0, folderEnd);
    const name = `${folder}_rels/${source.slice(folderEnd)}.rels`;
    if (!this.has(name)) return [];
    const found: Relationship[] = [];
    await this.readXml(name, {
      open: (element, depth, tag) => {
        if (depth !== 2 || element !== 'Relationship') return false;
        const type = tag.attribute('Type') ?? '';
        const target = tag.attribute('Target') ?? '';
        const isExternal = tag.attribute('TargetMode')?.toLowerCase() === 'external';
        found.push({
          id: tag.attribute('Id') ?? '',
          type: type.slice(type.lastIndexOf('/') + 1),
          target: isExternal ? target : this.partName(folder, target),
          isExternal,
        });
        return false;
      },
      close: () => undefined,
    });
    return found;
  }

  private async readPart(name: string, take: (piece: Uint8Array) => void): Promise<void> {
    const entry = this.entries.get(name);
    if (entry === undefined) throw corrupt();
    this.budget.take(entry);
    if (!longPart.test(name)) {
      await inflateEntry(this.bytes, entry, take);
      return;
    }
    await inflateEntry(this.bytes, entry, (piece) => {
      take(piece);
      this.done += piece.length;
      this.onProgress(Math.min(1, this.done / this.work));
    });
  }

  /** The part that a target names, seen from a folder; with %20 and the like where no part has them. */
  private partName(folder: string, target: string): string {
    const path = target.replaceAll('\\', '/').toLowerCase();
    const segments: string[] = [];
    for (const segment of (path.startsWith('/') ? path : folder + path).split('/')) {
      if (segment === '..') segments.pop();
      else if (segment !== '' && segment !== '.') segments.push(segment);
    }
    const name = segments.join('/');
    return this.has(name) ? name : name.replace(/%([0-9a-f]{2})/g, fromPercent);
  }
}

function fromPercent(_whole: string, digits: string): string {
  return String.fromCharCode(Number.parseInt(digits, 16));
}
