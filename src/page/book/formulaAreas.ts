/** Which areas of cells does arithmetic go over, and what is the same arithmetic for one cell of each? */
import type { Formula } from '../../domain/formulas/parse';
import type { CellRange } from '../../domain/grid';
import { BeyondUs } from './cellValues';

export type Area = Extract<Formula, { kind: 'range' }>;

/** The areas in arithmetic over cells. @throws BeyondUs where there is anything else in it */
export function areasOf(tree: Formula): readonly Area[] {
  switch (tree.kind) {
    case 'range':
      return [tree];
    case 'negate':
      return areasOf(tree.operand);
    case 'binary':
      return [...areasOf(tree.left), ...areasOf(tree.right)];
    case 'number':
    case 'text':
    case 'cell':
      return [];
    case 'call':
      throw new BeyondUs();
  }
}

/** Rows and columns. */
export function sizeOf({ from, to }: Area): readonly [number, number] {
  return [Math.abs(to.row - from.row) + 1, Math.abs(to.column - from.column) + 1];
}

/** The same arithmetic for one cell of each area. */
export function shifted(tree: Formula, down: number, across: number): Formula {
  switch (tree.kind) {
    case 'range': {
      const { sheet, from, to } = tree;
      const row = Math.min(from.row, to.row) + down;
      return {
        kind: 'cell',
        sheet,
        at: { row, column: Math.min(from.column, to.column) + across },
      };
    }
    case 'negate':
      return { ...tree, operand: shifted(tree.operand, down, across) };
    case 'binary': {
      const [left, right] = [shifted(tree.left, down, across), shifted(tree.right, down, across)];
      return { ...tree, left, right };
    }
    default:
      return tree;
  }
}

/** The rectangle between two corners, in whatever order they are written. */
export function areaOf(tree: Extract<Formula, { kind: 'cell' | 'range' }>): CellRange {
  const [from, to] = tree.kind === 'cell' ? [tree.at, tree.at] : [tree.from, tree.to];
  return {
    top: Math.min(from.row, to.row),
    bottom: Math.max(from.row, to.row),
    left: Math.min(from.column, to.column),
    right: Math.max(from.column, to.column),
  };
}
