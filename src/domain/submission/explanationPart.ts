/**
 * How are explanations kept in a workbook, and what does such a part say? One custom XML part in a
 * namespace of our own, so that nothing is to be seen and everything comes off in one piece. What is
 * not exactly of this format is told as such: nothing of it is guessed, and nothing is written over it.
 */
import type { ExplainedFigure, Explanation, StoredExplanations } from './kept';
import { keyOf, noExplanations } from './kept';
import type { XmlElement } from './xmlElement';

/** The namespace that is ours; the same for all versions. */
export const explanationNamespace = 'urn:purchase-services-statistics:explanations';

const formatVersion = 1;

/** Characters that a part of ours can have; more is not read, and not written. */
export const longestPart = 4_000_000;

/**
 * The XML of the part; null where there is nothing to keep, so that none is needed.
 * {@link readExplanationPart} gives back exactly what was written.
 */
export function explanationXml(explanations: readonly Explanation[]): string | null {
  if (explanations.length === 0) return null;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<explanations xmlns="${explanationNamespace}" version="${formatVersion}">`,
    ...explanations.map(entryXml),
    '</explanations>',
  ].join('');
}

function entryXml({ unit, about, text, figures }: Explanation): string {
  const compared = figures.map(({ id, value }) =>
    value === null ? `<figure${attribute('id', id)}/>` : figureXml(id, value),
  );
  return [
    `<explanation${attribute('unit', unit)}${attribute('about', about)}>`,
    `<text>${escaped(text)}</text>`,
    ...compared,
    '</explanation>',
  ].join('');
}

function figureXml(id: string, value: string): string {
  return `<figure${attribute('id', id)}${attribute('value', value)}/>`;
}

function attribute(name: string, value: string): string {
  return ` ${name}="${escaped(value)}"`;
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Characters that an XML document cannot hold at all, and the sign that stands before their number. */
const unwritable = /[\\\p{Cs}\uFFFE\uFFFF]|[^\P{Cc}\t\n\r\u007f-\u009f]/gu;

/**
 * A text as it stands in the document. White space in attributes is kept only as references; what XML
 * does not have (a bell from an old system in a label) is written `\u0007`.
 */
function escaped(text: string): string {
  return text
    .replace(unwritable, (sign) =>
      sign === '\\' ? '\\\\' : `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )
    .replace(/[&<>"]/g, (sign) => references[sign] ?? sign)
    .replace(/[\t\n\r\u0085\u2028]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** What {@link escaped} has written, as it was; null for what it never writes. */
function unescaped(text: string): string | null {
  const isOurs = /^(?:[^\\]|\\\\|\\u[0-9a-f]{4})*$/.test(text);
  if (!isOurs) return null;
  return text.replace(/\\(?:\\|u([0-9a-f]{4}))/g, (_whole, digits: string | undefined) =>
    digits === undefined ? '\\' : String.fromCharCode(Number.parseInt(digits, 16)),
  );
}

/** A custom XML part in our namespace: null where it is no XML. */
export type FoundPart = XmlElement | 'tooLarge' | null;

/** What the custom XML parts in our namespace say together. */
export function storedExplanations(parts: readonly FoundPart[]): StoredExplanations {
  const [part, ...others] = parts;
  if (part === undefined) return noExplanations;
  if (others.length > 0) return { kind: 'unreadable', why: 'severalParts' };
  if (part === 'tooLarge') return { kind: 'unreadable', why: 'tooLarge' };
  return part === null ? damaged : readExplanationPart(part);
}

const damaged: StoredExplanations = { kind: 'unreadable', why: 'damaged' };

/** Reads one part, unless it is longer than ours can be. */
export function partFrom(xml: string, read: (xml: string) => XmlElement | null): FoundPart {
  return xml.length > longestPart ? 'tooLarge' : read(xml);
}

/** What a part in our namespace says. */
function readExplanationPart(root: XmlElement): StoredExplanations {
  const version = root.attributes.get('version') ?? '';
  if (!isOurs(root, 'explanations') || !/^[1-9]\d{0,4}$/.test(version)) return damaged;
  if (Number(version) > formatVersion) return { kind: 'unreadable', why: 'newerVersion' };
  const entries = childrenOf(root);
  if (entries === null || root.attributes.size !== 1) return damaged;
  const explanations: Explanation[] = [];
  for (const entry of entries) {
    const explanation = readEntry(entry);
    if (explanation === null) return damaged;
    explanations.push(explanation);
  }
  const isEachOnce = new Set(explanations.map(keyOf)).size === explanations.length;
  return isEachOnce ? { kind: 'read', explanations } : damaged;
}

function readEntry(entry: XmlElement): Explanation | null {
  const attributes = attributesOf(entry, ['unit', 'about'], []);
  const children = childrenOf(entry);
  if (!isOurs(entry, 'explanation') || attributes === null || children === null) return null;
  const [textElement, ...figureElements] = children;
  const text = textElement === undefined ? null : readText(textElement);
  if (text === null || text.trim() === '') return null;
  const figures: ExplainedFigure[] = [];
  for (const element of figureElements) {
    const read = attributesOf(element, ['id'], ['value']);
    if (!isOurs(element, 'figure') || element.children.length > 0 || read === null) return null;
    figures.push({ id: read.get('id') ?? '', value: read.get('value') ?? null });
  }
  if (new Set(figures.map(({ id }) => id)).size < figures.length) return null;
  return {
    unit: attributes.get('unit') ?? '',
    about: attributes.get('about') ?? '',
    text,
    figures,
  };
}

function readText(element: XmlElement): string | null {
  if (!isOurs(element, 'text') || element.attributes.size > 0) return null;
  const texts = element.children.map((child) => (typeof child === 'string' ? child : null));
  return texts.includes(null) ? null : unescaped(texts.join(''));
}

function isOurs({ namespace, name }: XmlElement, expected: string): boolean {
  return namespace === explanationNamespace && name === expected;
}

/** Exactly these attributes; null where one is missing, unknown, or not as we write it. */
function attributesOf(
  { attributes }: XmlElement,
  needed: readonly string[],
  optional: readonly string[],
): ReadonlyMap<string, string> | null {
  const read = new Map<string, string>();
  for (const [name, value] of attributes) {
    const text = unescaped(value);
    if (text === null || !(needed.includes(name) || optional.includes(name))) return null;
    read.set(name, text);
  }
  return needed.every((name) => read.has(name)) ? read : null;
}

/** The elements in an element; null where a text stands between them. */
function childrenOf({ children }: XmlElement): XmlElement[] | null {
  const elements: XmlElement[] = [];
  for (const child of children) {
    if (typeof child !== 'string') elements.push(child);
    else if (child.trim() !== '') return null;
  }
  return elements;
}
