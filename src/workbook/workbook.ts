// What is in an open workbook: its sheets, names and parts, read from and saved to .xlsx.

import { themeColours } from './ooxml/colour';
import { OfficePackage } from './ooxml/package';
import { StyleBook } from './ooxml/styles';
import type { XmlElement } from './ooxml/xml';
import {
  attr,
  child,
  childrenNamed,
  element,
  ensureChild,
  parseXml,
  prefixOf,
  removeChild,
  setAttr,
} from './ooxml/xml';
import { emptyWorkbookParts, worksheetXml } from './emptyWorkbook';
import { SharedStrings } from './sharedStrings';
import type { Visibility } from './sheet';
import { Sheet } from './sheet';
import { readCells, writeSheet } from './sheetXml';

/** ECMA-376 part 1, 18.2.27. */
export const WORKBOOK_ORDER =
  'fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst'.split(
    ' ',
  );
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A defined name; `scope` is the sheet it belongs to, undefined for the workbook. */
export interface DefinedName {
  readonly node: XmlElement;
  readonly name: string;
  readonly formula: string;
  readonly scope: Sheet | undefined;
}

export class Workbook {
  readonly sheets: Sheet[] = [];
  /** Sheets taken out, so that objects that still point at them can say so. */
  active: Sheet;

  private constructor(
    readonly files: OfficePackage,
    readonly part: string,
    readonly root: XmlElement,
    readonly styles: StyleBook,
    readonly strings: SharedStrings,
  ) {
    const list = child(root, 'sheets');
    const targets = new Map(files.relationships(part).map((r) => [r.id, r]));
    for (const node of list ? childrenNamed(list, 'sheet') : []) {
      const id = [...node.attributes].find(([name]) => name.endsWith(':id'))?.[1] ?? '';
      const target = targets.get(id);
      const tree = target?.type.endsWith('/worksheet') ? files.tree(target.target) : undefined;
      if (!target || !tree) continue;
      const state = attr(node, 'state');
      const visibility: Visibility =
        state === 'hidden' || state === 'veryHidden' ? state : 'visible';
      const sheetId = attr(node, 'sheetId') ?? '';
      const sheet = new Sheet(sheetId, attr(node, 'name') ?? '', target.target, tree, visibility);
      readCells(sheet, strings);
      this.sheets.push(sheet);
    }
    const view = child(child(root, 'bookViews'), 'workbookView');
    const activeTab = this.sheets[Number(attr(view, 'activeTab') ?? 0)];
    const shown = activeTab?.visibility === 'visible' ? activeTab : this.visibleSheets()[0];
    if (!shown) throw new Error('the workbook has no visible worksheet');
    this.active = shown;
  }

  /** Reads an .xlsx; throws when the bytes are not one with at least one visible worksheet. */
  static async open(bytes: Uint8Array): Promise<Workbook> {
    return Workbook.ofPackage(await OfficePackage.open(bytes));
  }

  /** A new workbook with one empty sheet. */
  static empty(sheetName: string): Workbook {
    return Workbook.ofPackage(OfficePackage.ofTexts(emptyWorkbookParts(sheetName)));
  }

  private static ofPackage(files: OfficePackage): Workbook {
    const part = files.related('', '/officeDocument') ?? 'xl/workbook.xml';
    const root = files.tree(part);
    if (!root) throw new Error('not a workbook: no workbook part');
    const folder = part.slice(0, part.lastIndexOf('/') + 1);
    const theme = files.related(part, '/theme');
    const optional = (kind: string, name: string, xml: string): [XmlElement, () => void] => {
      const known = files.related(part, `/${kind}`);
      const target = known ?? folder + name;
      const tree = files.tree(target) ?? parseXml(xml);
      const touch = (): void => {
        if (files.has(target)) files.touch(target);
        else {
          files.put(target, tree, `${TYPES}.${kind}+xml`);
          files.relate(part, `${OFFICE}/${kind}`, target);
        }
      };
      return [tree, touch];
    };
    const [styleTree, touchStyles] = optional(
      'styles',
      'styles.xml',
      emptyWorkbookParts('')['xl/styles.xml'] ?? '',
    );
    const styles = new StyleBook(
      styleTree,
      themeColours(theme ? files.tree(theme) : undefined),
      touchStyles,
    );
    const strings = optional('sharedStrings', 'sharedStrings.xml', `<sst xmlns="${MAIN}"/>`);
    return new Workbook(files, part, root, styles, new SharedStrings(...strings));
  }

  visibleSheets(): Sheet[] {
    return this.sheets.filter((sheet) => sheet.visibility === 'visible');
  }

  /** By name, as Excel compares names: without regard to case. */
  sheetNamed(name: string): Sheet | undefined {
    return this.sheets.find((s) => s.name.toLowerCase() === name.toLowerCase());
  }

  // Sheets

  addSheet(name: string): Sheet {
    const numbers = this.sheets.map((s) => Number(s.id));
    const listed = childrenNamed(this.#sheetList(), 'sheet').map((n) => Number(attr(n, 'sheetId')));
    const id = Math.max(0, ...numbers, ...listed) + 1;
    const folder = `${this.part.slice(0, this.part.lastIndexOf('/') + 1)}worksheets/`;
    let n = id;
    while (this.files.has(`${folder}sheet${n}.xml`)) n++;
    const part = `${folder}sheet${n}.xml`;
    const tree = parseXml(worksheetXml);
    this.files.put(part, tree, `${TYPES}.worksheet+xml`);
    const relationship = this.files.relate(this.part, `${OFFICE}/worksheet`, part);
    const sheet = new Sheet(String(id), name, part, tree, 'visible');
    sheet.changed = true;
    this.sheets.push(sheet);
    const prefix = prefixOf(this.root);
    const idName = `${this.#relationshipPrefix()}:id`;
    this.#sheetList().children.push(
      element(`${prefix}sheet`, { name, sheetId: id, [idName]: relationship }),
    );
    this.touch();
    return sheet;
  }

  #relationshipPrefix(): string {
    for (const [name, value] of this.root.attributes) {
      if (value === OFFICE && name.startsWith('xmlns:')) return name.slice(6);
    }
    setAttr(this.root, 'xmlns:r', OFFICE);
    return 'r';
  }

  #sheetList(): XmlElement {
    return ensureChild(this.root, 'sheets', WORKBOOK_ORDER);
  }

  #sheetNode(sheet: Sheet): XmlElement | undefined {
    return childrenNamed(this.#sheetList(), 'sheet').find((n) => attr(n, 'sheetId') === sheet.id);
  }

  /** Takes a sheet out with its part; names of its own go with it. */
  removeSheet(sheet: Sheet): void {
    this.reorder(() => {
      for (const name of this.names(sheet)) this.removeName(name);
      removeChild(this.#sheetList(), this.#sheetNode(sheet));
      this.sheets.splice(this.sheets.indexOf(sheet), 1);
    });
    for (const r of this.files.relationships(sheet.part)) {
      if (!r.external && /\/(comments|vmlDrawing|threadedComment)$/.test(r.type)) {
        this.files.remove(r.target);
      }
    }
    this.files.unrelate(this.part, sheet.part);
    this.files.remove(sheet.part);
  }

  moveSheet(sheet: Sheet, position: number): void {
    this.reorder(() => {
      this.sheets.splice(this.sheets.indexOf(sheet), 1);
      this.sheets.splice(position, 0, sheet);
      const list = this.#sheetList();
      const node = this.#sheetNode(sheet);
      const next = this.sheets[position + 1];
      const nextNode = next && this.#sheetNode(next);
      if (!node) return;
      removeChild(list, node);
      list.children.splice(
        nextNode ? list.children.indexOf(nextNode) : list.children.length,
        0,
        node,
      );
    });
  }

  /** Changes the order of sheets; names of sheets keep their sheet. */
  private reorder(change: () => void): void {
    const before = [...childrenNamed(this.#sheetList(), 'sheet')];
    change();
    const after = childrenNamed(this.#sheetList(), 'sheet');
    for (const node of this.#nameNodes()) {
      const local = attr(node, 'localSheetId');
      const owner = local === undefined ? undefined : before[Number(local)];
      if (owner) setAttr(node, 'localSheetId', Math.max(0, after.indexOf(owner)));
    }
    this.touch();
  }

  renameSheet(sheet: Sheet, name: string): void {
    const node = this.#sheetNode(sheet);
    if (node) setAttr(node, 'name', name);
    sheet.name = name;
    this.touch();
  }

  setVisibility(sheet: Sheet, visibility: Visibility): void {
    const node = this.#sheetNode(sheet);
    if (node) setAttr(node, 'state', visibility === 'visible' ? undefined : visibility);
    sheet.visibility = visibility;
    this.touch();
  }

  // Names

  #nameNodes(): XmlElement[] {
    const list = child(this.root, 'definedNames');
    return list ? childrenNamed(list, 'definedName') : [];
  }

  /** All names, or those of one sheet. */
  names(scope?: Sheet): DefinedName[] {
    const sheetNodes = childrenNamed(this.#sheetList(), 'sheet');
    const all = this.#nameNodes().map((node) => {
      const local = attr(node, 'localSheetId');
      const owner = local === undefined ? undefined : sheetNodes[Number(local)];
      return {
        node,
        name: attr(node, 'name') ?? '',
        formula: node.children.map((c) => (typeof c === 'string' ? c : '')).join(''),
        scope: owner && this.sheets.find((s) => s.id === attr(owner, 'sheetId')),
      };
    });
    return scope ? all.filter((name) => name.scope === scope) : all;
  }

  /** Defines a name, or redefines it in the same scope. */
  setName(name: string, formula: string, scope: Sheet | undefined, hidden = false): DefinedName {
    const known = this.names().find(
      (n) => n.scope === scope && n.name.toLowerCase() === name.toLowerCase(),
    );
    const list = ensureChild(this.root, 'definedNames', WORKBOOK_ORDER);
    const sheetNodes = childrenNamed(this.#sheetList(), 'sheet');
    const local = scope && sheetNodes.findIndex((n) => attr(n, 'sheetId') === scope.id);
    const node =
      known?.node ?? element(`${prefixOf(this.root)}definedName`, { name, localSheetId: local });
    node.children = [formula];
    if (!known) {
      if (hidden) setAttr(node, 'hidden', true);
      list.children.push(node);
    }
    this.touch();
    return { node, name, formula, scope };
  }

  removeName(name: DefinedName): void {
    const list = child(this.root, 'definedNames');
    if (!list) return;
    removeChild(list, name.node);
    if (childrenNamed(list, 'definedName').length === 0) removeChild(this.root, list);
    this.touch();
  }

  /** Marks the workbook part as changed. */
  touch(): void {
    this.files.touch(this.part);
  }

  /** The workbook as .xlsx; parts that nobody changed keep their bytes. */
  async save(): Promise<Uint8Array<ArrayBuffer>> {
    const written = this.sheets.filter((sheet) => sheet.changed);
    for (const sheet of written) {
      this.files.put(sheet.part, writeSheet(sheet, this.strings));
    }
    if (written.length > 0) {
      this.forgetOrder();
      this.#trimDifferentials();
    }
    this.#saveActive();
    return this.files.save();
  }

  /** Takes out the order in which formulas are calculated: it names cells that hold none any more. */
  forgetOrder(): void {
    const chain = this.files.related(this.part, '/calcChain');
    if (chain === undefined) return;
    this.files.unrelate(this.part, chain);
    this.files.remove(chain);
  }

  #trimDifferentials(): void {
    const used = new Set<number>();
    for (const name of this.files.names()) {
      if (!name.endsWith('.xml')) continue;
      for (const m of this.files.text(name)?.matchAll(/[dD]xfId="([0-9]+)"/g) ?? []) {
        used.add(Number(m[1]));
      }
    }
    this.styles.trimDifferentials((index) => used.has(index));
  }

  #saveActive(): void {
    const views = child(this.root, 'bookViews');
    const view = views && child(views, 'workbookView');
    const nodes = childrenNamed(this.#sheetList(), 'sheet');
    const index = nodes.findIndex((n) => attr(n, 'sheetId') === this.active.id);
    if (!view || Number(attr(view, 'activeTab') ?? 0) === index) return;
    setAttr(view, 'activeTab', index);
    this.touch();
  }
}
