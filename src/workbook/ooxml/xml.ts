// How is an XML part of an Office file read into a tree and written back without losing anything?
import { SaxesParser } from 'saxes';

export interface XmlElement {
  readonly name: string;
  attributes: Map<string, string>;
  children: XmlNode[];
}
export type XmlNode = XmlElement | string;

export const escapeText = (text: string): string =>
  text.replace(/[&<>\r]/g, (c) =>
    c === '&' ? '&amp;' : c === '<' ? '&lt;' : c === '>' ? '&gt;' : '&#13;',
  );
export const escapeAttribute = (text: string): string =>
  text.replace(/[&<"\n\r\t]/g, (c) =>
    c === '&'
      ? '&amp;'
      : c === '<'
        ? '&lt;'
        : c === '"'
          ? '&quot;'
          : `&#${String(c.charCodeAt(0))};`,
  );

export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>> = {},
  children: readonly XmlNode[] = [],
): XmlElement {
  const map = new Map<string, string>();
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) map.set(key, String(value));
  }
  return { name, attributes: map, children: [...children] };
}

/** What some programs write, and leaves no doubt. */
export const harmless = /duplicate attribute|disallowed character\.$/;

/**
 * Reads one XML document; comments, processing instructions and document types are left out.
 * Throws on text that is not well formed, because a part of an Office file always is.
 */
export function parseXml(text: string): XmlElement {
  const top = element('#document');
  const open = [top];
  const add = (node: XmlNode): void => {
    open.at(-1)?.children.push(node);
  };
  const addText = (content: string): void => {
    if (open.length > 1) add(content);
  };
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    if (!harmless.test(error.message)) throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const node = element(name, attributes);
    add(node);
    open.push(node);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(text).close();
  const [root] = childrenOf(top);
  if (root === undefined) throw new Error('XML: no element');
  return root;
}

export function writeNode(node: XmlNode): string {
  if (typeof node === 'string') return escapeText(node);
  let text = `<${node.name}`;
  for (const [key, value] of node.attributes) text += ` ${key}="${escapeAttribute(value)}"`;
  if (node.children.length === 0) return `${text}/>`;
  text += '>';
  for (const child of node.children) text += writeNode(child);
  return `${text}</${node.name}>`;
}

/** The document as text, with the declaration Office writes. */
export function writeXml(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${writeNode(root)}`;
}

/** A name without its prefix: x14:cfRule → cfRule. */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

export const childrenOf = (node: XmlElement): XmlElement[] =>
  node.children.filter((child): child is XmlElement => typeof child !== 'string');

export const childrenNamed = (node: XmlElement, name: string): XmlElement[] =>
  childrenOf(node).filter((child) => localName(child.name) === name);

export const child = (node: XmlElement | undefined, name: string): XmlElement | undefined =>
  node?.children.find(
    (candidate): candidate is XmlElement =>
      typeof candidate !== 'string' && localName(candidate.name) === name,
  );

/** All text inside, in order. */
export const textOf = (node: XmlNode | undefined): string =>
  node === undefined ? '' : typeof node === 'string' ? node : node.children.map(textOf).join('');

export const attr = (node: XmlElement | undefined, name: string): string | undefined =>
  node?.attributes.get(name);

export function numberAttr(node: XmlElement | undefined, name: string): number | undefined {
  const value = attr(node, name);
  return value === undefined ? undefined : Number(value);
}

/** An xsd:boolean attribute; `otherwise` when absent. */
export function flag(node: XmlElement | undefined, name: string, otherwise: boolean): boolean {
  const value = attr(node, name);
  return value === undefined ? otherwise : value === '1' || value === 'true';
}

export function setAttr(
  node: XmlElement,
  name: string,
  value: string | number | boolean | undefined,
): void {
  if (value === undefined) node.attributes.delete(name);
  else node.attributes.set(name, typeof value === 'boolean' ? (value ? '1' : '0') : String(value));
}

export const cloneNode = (node: XmlElement): XmlElement => ({
  name: node.name,
  attributes: new Map(node.attributes),
  children: node.children.map((c) => (typeof c === 'string' ? c : cloneNode(c))),
});

/** The prefix the document uses for its own namespace, with its colon, or nothing. */
export const prefixOf = (root: XmlElement): string =>
  root.name.includes(':') ? root.name.slice(0, root.name.indexOf(':') + 1) : '';

/**
 * The child of that name, made when missing at its place in `order`
 * (the schema's sequence: Excel refuses files with elements out of order).
 */
export function ensureChild(root: XmlElement, name: string, order: readonly string[]): XmlElement {
  return child(root, name) ?? insertChild(root, element(prefixOf(root) + name), order);
}

export function insertChild(
  root: XmlElement,
  node: XmlElement,
  order: readonly string[],
): XmlElement {
  const rank = order.indexOf(localName(node.name));
  const at = root.children.findIndex(
    (c) => typeof c !== 'string' && order.indexOf(localName(c.name)) > rank,
  );
  root.children.splice(at < 0 ? root.children.length : at, 0, node);
  return node;
}

export function removeChild(root: XmlElement, node: XmlElement | undefined): void {
  const at = node ? root.children.indexOf(node) : -1;
  if (at >= 0) root.children.splice(at, 1);
}
