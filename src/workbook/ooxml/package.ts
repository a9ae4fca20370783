// Which parts is an Office file made of, how do they refer to each other, and what was changed?
// Parts nobody touched keep their bytes.

import type { XmlElement } from './xml';
import { attr, childrenNamed, element, parseXml, writeXml } from './xml';
import type { ZipEntry } from './zip';
import { pack, readZip, unpack, writeZip } from './zip';

export interface Relationship {
  readonly id: string;
  readonly type: string;
  /** Part name without a leading slash, or the address of an external target. */
  readonly target: string;
  readonly external: boolean;
}

const CONTENT_TYPES = '[Content_Types].xml';
const PACKAGE_NS = 'http://schemas.openxmlformats.org/package/2006';
const isXml = (name: string): boolean => /\.(xml|rels|vml)$/i.test(name);

const relsOf = (part: string): string => {
  const slash = part.lastIndexOf('/');
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`;
};

function resolve(from: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path = from.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.') path.push(step);
  }
  return path.join('/');
}

function relative(from: string, target: string): string {
  const a = from.split('/').slice(0, -1);
  const b = target.split('/');
  while (a.length > 0 && b.length > 1 && a[0] === b[0]) {
    a.shift();
    b.shift();
  }
  return [...a.map(() => '..'), ...b].join('/');
}

/** The parts of one Office file. Reading a part parses it once; `touch` marks it as changed. */
export class OfficePackage {
  readonly #entries: Map<string, ZipEntry>;
  readonly #texts = new Map<string, string>();
  readonly #trees = new Map<string, XmlElement>();
  readonly #changed = new Set<string>();

  private constructor(entries: readonly ZipEntry[]) {
    this.#entries = new Map(entries.filter((e) => !e.name.endsWith('/')).map((e) => [e.name, e]));
  }

  /** Throws when the bytes are not a zip file with content types. */
  static async open(bytes: Uint8Array): Promise<OfficePackage> {
    const result = new OfficePackage(readZip(bytes));
    for (const [name, entry] of result.#entries) {
      if (isXml(name)) result.#texts.set(name, new TextDecoder().decode(await unpack(entry)));
    }
    if (!result.has(CONTENT_TYPES)) throw new Error('not an Office file: no content types');
    return result;
  }

  /** A package of the given parts, name → XML text. */
  static ofTexts(parts: Readonly<Record<string, string>>): OfficePackage {
    const result = new OfficePackage([]);
    for (const [name, text] of Object.entries(parts)) {
      result.#texts.set(name, text);
      result.#changed.add(name);
    }
    return result;
  }

  has(name: string): boolean {
    return this.#texts.has(name) || this.#trees.has(name) || this.#entries.has(name);
  }

  names(): string[] {
    return [...new Set([...this.#entries.keys(), ...this.#texts.keys(), ...this.#trees.keys()])];
  }

  /** The part as text as it will be saved; undefined when absent or not XML. */
  text(name: string): string | undefined {
    const tree = this.#changed.has(name) ? this.#trees.get(name) : undefined;
    return tree ? writeXml(tree) : this.#texts.get(name);
  }

  /** The part's tree, to be read, or changed after `touch`. */
  tree(name: string): XmlElement | undefined {
    const known = this.#trees.get(name);
    if (known) return known;
    const text = this.#texts.get(name);
    if (text === undefined) return undefined;
    const tree = parseXml(text);
    this.#trees.set(name, tree);
    return tree;
  }

  touch(name: string): void {
    this.#changed.add(name);
  }

  /** Adds or replaces a part; its content type is declared unless `contentType` is undefined. */
  put(name: string, tree: XmlElement, contentType?: string): void {
    this.#trees.set(name, tree);
    this.#changed.add(name);
    if (contentType !== undefined) this.#declare(name, contentType);
  }

  /** Adds or replaces a part by its very text, for one that is not looked into. */
  putText(name: string, text: string, contentType?: string): void {
    this.#trees.delete(name);
    this.#texts.set(name, text);
    this.#changed.add(name);
    if (contentType !== undefined) this.#declare(name, contentType);
  }

  /** Takes a part and its own relationships out. */
  remove(name: string): void {
    for (const part of [name, relsOf(name)]) {
      this.#entries.delete(part);
      this.#texts.delete(part);
      this.#trees.delete(part);
      this.#changed.delete(part);
    }
    const types = this.tree(CONTENT_TYPES);
    if (!types) return;
    types.children = types.children.filter(
      (c) => typeof c === 'string' || attr(c, 'PartName') !== `/${name}`,
    );
    this.touch(CONTENT_TYPES);
  }

  contentType(name: string): string | undefined {
    const types = this.tree(CONTENT_TYPES);
    if (!types) return undefined;
    const own = childrenNamed(types, 'Override').find((c) => attr(c, 'PartName') === `/${name}`);
    const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
    const general = childrenNamed(types, 'Default').find(
      (c) => attr(c, 'Extension')?.toLowerCase() === extension,
    );
    return attr(own ?? general, 'ContentType');
  }

  #declare(name: string, contentType: string): void {
    const types = this.tree(CONTENT_TYPES);
    if (!types || this.contentType(name) === contentType) return;
    types.children.push(element('Override', { PartName: `/${name}`, ContentType: contentType }));
    this.touch(CONTENT_TYPES);
  }

  /** Relationships of a part; of the package itself for ''. */
  relationships(part: string): Relationship[] {
    const tree = this.tree(relsOf(part));
    if (!tree) return [];
    return childrenNamed(tree, 'Relationship').map((node) => {
      const external = attr(node, 'TargetMode') === 'External';
      const target = attr(node, 'Target') ?? '';
      return {
        id: attr(node, 'Id') ?? '',
        type: attr(node, 'Type') ?? '',
        target: external ? target : resolve(part, target),
        external,
      };
    });
  }

  /** The first part related by a type that ends so, e.g. `/styles`. */
  related(part: string, typeEnding: string): string | undefined {
    return this.relationships(part).find((r) => r.type.endsWith(typeEnding))?.target;
  }

  /** Relates two parts; answers the new relationship's id. */
  relate(part: string, type: string, target: string): string {
    const name = relsOf(part);
    const tree =
      this.tree(name) ?? element('Relationships', { xmlns: `${PACKAGE_NS}/relationships` });
    const taken = new Set(this.relationships(part).map((r) => r.id));
    let n = taken.size + 1;
    while (taken.has(`rId${n}`)) n++;
    tree.children.push(
      element('Relationship', { Id: `rId${n}`, Type: type, Target: relative(part, target) }),
    );
    this.put(name, tree);
    return `rId${n}`;
  }

  unrelate(part: string, target: string): void {
    const name = relsOf(part);
    const tree = this.tree(name);
    if (!tree) return;
    tree.children = tree.children.filter(
      (c) => typeof c === 'string' || resolve(part, attr(c, 'Target') ?? '') !== target,
    );
    this.touch(name);
  }

  /** The file's bytes. */
  async save(): Promise<Uint8Array<ArrayBuffer>> {
    const entries: ZipEntry[] = [];
    for (const name of this.names()) {
      const original = this.#entries.get(name);
      if (original && !this.#changed.has(name)) entries.push(original);
      else entries.push(await pack(name, new TextEncoder().encode(this.text(name) ?? '')));
    }
    return writeZip(entries);
  }
}
