/** What is an element of an XML document, once it has been read? */

export interface XmlElement {
  /** Empty where it is in none. */
  readonly namespace: string;
  /** Without prefix. */
  readonly name: string;
  /** By full name, declarations of namespaces left out. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Elements and texts in their order; comments and instructions are left out. */
  readonly children: readonly (XmlElement | string)[];
}
