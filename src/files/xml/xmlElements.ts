/** Which elements does a short XML document hold, with their namespaces? For parts that are read whole. */
import { SaxesParser } from 'saxes';
import type { XmlElement } from '../../domain/submission/xmlElement';

const deepest = 64;

interface OpenElement extends XmlElement {
  readonly children: (XmlElement | string)[];
}

/** The root; null for what is not well-formed, declares a document type, or is nested too deep. */
export function readXmlElements(text: string): XmlElement | null {
  const parser = new SaxesParser({ xmlns: true });
  const open: OpenElement[] = [];
  const roots: XmlElement[] = [];
  const state = { isSound: true };
  const refuse = (): void => {
    state.isSound = false;
  };
  const addText = (content: string): void => {
    const children = open.at(-1)?.children;
    if (content !== '') children?.push(content);
  };
  parser.on('error', refuse);
  parser.on('doctype', refuse);
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('opentag', ({ uri, local, attributes }) => {
    const element: OpenElement = {
      namespace: uri,
      name: local,
      attributes: new Map(
        Object.values(attributes)
          .filter(({ name, prefix }) => name !== 'xmlns' && prefix !== 'xmlns')
          .map(({ name, value }) => [name, value]),
      ),
      children: [],
    };
    if (open.length >= deepest) refuse();
    else (open.at(-1)?.children ?? roots).push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(text.replace(/^\uFEFF/, '')).close();
  return state.isSound ? (roots[0] ?? null) : null;
}

/** Characters in which the first tag of a document is expected. */
const longestBeginning = 64 * 1024;

/** The namespace of a document's root, from its beginning; empty where it is in none, null where it cannot be told. */
export function rootNamespaceOf(text: string): string | null {
  const parser = new SaxesParser({ xmlns: true });
  const state: { namespace: string | null; isSound: boolean } = { namespace: null, isSound: true };
  parser.on('error', () => {
    state.isSound = false;
  });
  parser.on('opentag', ({ uri }) => {
    if (state.isSound) state.namespace ??= uri;
  });
  parser.write(text.slice(0, longestBeginning).replace(/^\uFEFF/, ''));
  return state.namespace;
}
