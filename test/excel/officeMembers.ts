/** Which members of office.js does the add-in use, which requirement set has each, and what guards the newer ones? */
import { join } from 'node:path';
import * as ts from 'typescript';

/** One member of Microsoft's library that the code names. */
export interface OfficeMember {
  /** As in `Excel.Range.values`. */
  readonly name: string;
  /** The requirement set that its documentation states; null for what belongs to none. */
  readonly set: string | null;
  /** Version of the set, such as `1.13`; null for what belongs to none. */
  readonly version: string | null;
  /** Files below src/ that name it. */
  readonly files: readonly string[];
}

/** A `hasMember(object, 'member', 'version')` of the code. */
export interface MemberGuard {
  readonly member: string;
  readonly version: string;
  readonly file: string;
}

export interface OfficeUse {
  readonly members: readonly OfficeMember[];
  readonly guards: readonly MemberGuard[];
}

const root = join(__dirname, '../..');

const isOffice = (node: ts.Node) => node.getSourceFile().fileName.includes('@types/office-js');

/** The rooms that may name Excel or Office, and the entry point. */
const namesOffice = (file: string) => /\/src\/(?:excel|commands)\/|\/src\/pane\.tsx$/.test(file);

function documentation(node: ts.Node): string {
  const comments = ts.getJSDocCommentsAndTags(node);
  return comments.map((comment) => comment.getText()).join('\n');
}

/** The set that a declaration's own documentation states, or else that of what it is part of. */
function requirement(declaration: ts.Node): { set: string; version: string } | null {
  for (let node = declaration; !ts.isSourceFile(node); node = node.parent) {
    const text = documentation(node);
    const excel = /\[Api set: (\w+) ([\d.]+)/.exec(text);
    const common = /requirement sets?\*\*:[^|]*\| (\w+) ([\d.]+)\}/i.exec(text);
    const found = excel ?? common;
    if (found !== null) return { set: found[1] ?? '', version: found[2] ?? '' };
    if (/Not in a set/.test(text)) return null;
  }
  return null;
}

function nameOf(declaration: ts.Declaration): string {
  const names: string[] = [];
  for (let node: ts.Node = declaration; !ts.isSourceFile(node); node = node.parent) {
    const { name } = node as ts.Node & { name?: ts.Node };
    if (name !== undefined) names.unshift(name.getText());
  }
  return names.join('.');
}

function guardOf(node: ts.Node, file: string): MemberGuard | null {
  if (!ts.isCallExpression(node) || node.expression.getText() !== 'hasMember') return null;
  const [, member, version] = node.arguments;
  if (member === undefined || version === undefined) return null;
  if (!ts.isStringLiteral(member) || !ts.isStringLiteral(version)) {
    throw new Error(`${file}: a guard must name its member and version in so many words`);
  }
  return { member: member.text, version: version.text, file };
}

/** The members that a `load('a,items/b')` asks Excel for, whether or not they are used afterwards. */
function loadedBy(node: ts.Node, checker: ts.TypeChecker): ts.Symbol[] {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return [];
  const [names] = node.arguments;
  const { expression: object, name } = node.expression;
  const isOfExcel = checker.getSymbolAtLocation(name)?.declarations?.some(isOffice) === true;
  if (name.text !== 'load' || !isOfExcel) return [];
  if (names === undefined || !ts.isStringLiteral(names)) {
    throw new Error(`what is loaded must be named in so many words: ${node.getText()}`);
  }
  return names.text.split(',').flatMap((path) => {
    let type = checker.getTypeAtLocation(object);
    return path.split('/').map((part) => {
      const symbol = type.getProperty(part);
      if (symbol === undefined) throw new Error(`there is no ${part} in ${node.getText()}`);
      const own = checker.getTypeOfSymbolAtLocation(symbol, node);
      type = checker.getIndexTypeOfType(own, ts.IndexKind.Number) ?? own;
      return symbol;
    });
  });
}

/** Reads the code of the rooms that name Excel or Office, by the compiler's own understanding of it. */
export function officeUse(): OfficeUse {
  const configFile = ts.readConfigFile(join(root, 'tsconfig.json'), (file) =>
    ts.sys.readFile(file),
  );
  const { options } = ts.parseJsonConfigFileContent(configFile.config, ts.sys, root);
  const program = ts.createProgram([join(root, 'src/pane.tsx')], {
    ...options,
    types: ['office-js'],
  });
  const checker = program.getTypeChecker();
  const found = new Map<string, OfficeMember & { files: string[] }>();
  const guards: MemberGuard[] = [];

  const record = (symbol: ts.Symbol | undefined, file: string) => {
    const declaration = symbol?.declarations?.find(isOffice);
    const isMember =
      declaration !== undefined &&
      (ts.isPropertySignature(declaration) ||
        ts.isPropertyDeclaration(declaration) ||
        ts.isMethodSignature(declaration) ||
        ts.isMethodDeclaration(declaration) ||
        ts.isFunctionDeclaration(declaration) ||
        ts.isVariableDeclaration(declaration) ||
        ts.isClassDeclaration(declaration));
    if (!isMember) return;
    const fullName = nameOf(declaration);
    const known = found.get(fullName);
    if (known !== undefined) {
      if (!known.files.includes(file)) known.files.push(file);
      return;
    }
    const needs = requirement(declaration);
    found.set(fullName, {
      name: fullName,
      set: needs?.set ?? null,
      version: needs?.version ?? null,
      files: [file],
    });
  };

  for (const source of program.getSourceFiles()) {
    if (!namesOffice(source.fileName)) continue;
    const file = source.fileName.slice(source.fileName.indexOf('/src/') + 1);
    const visit = (node: ts.Node): void => {
      if (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) return;
      if (ts.isPropertyAccessExpression(node)) {
        record(checker.getSymbolAtLocation(node.name), file);
      }
      if (ts.isBindingElement(node)) {
        record(checker.getSymbolAtLocation(node.propertyName ?? node.name), file);
      }
      for (const symbol of loadedBy(node, checker)) record(symbol, file);
      const guard = guardOf(node, file);
      if (guard !== null) guards.push(guard);
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  const members = [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  return { members, guards };
}
