/** What is done with a workbook's bytes, in this program or in a worker? Read, and copied with what was changed. */
import type { FileFault, HostFault } from '../../domain/fault';
import type { CellRange, CellValue, Grid, WorkbookGrids } from '../../domain/grid';
import type { Result } from '../../domain/result';
import type { NewSheet } from '../../domain/template/layout';
import type { Mark } from '../../application/ports';
import type { BookKind, CellLook } from './openedBook';

/** What a file holds, as plain data that can be cloned. */
export interface BookContents {
  readonly kind: BookKind;
  readonly grids: WorkbookGrids;
  /** Null where the file's kind does not tell them. */
  readonly looks: BookLooks | null;
  /** The texts of the custom XML parts that are ours. */
  readonly ownParts: readonly string[];
  readonly hasMacros: boolean;
  /** No sheet can be added or deleted. */
  readonly structureProtected: boolean;
}

/** How the cells of a workbook look, and which can be written. */
export interface BookLooks {
  /** Styles by their number. */
  readonly styles: readonly LookStyle[];
  /** In the order of the grids. */
  readonly sheets: readonly SheetLooks[];
}

export interface LookStyle extends CellLook {
  readonly numberFormat: string;
  readonly locked: boolean;
}

export interface SheetLooks {
  /** Row → column → style; absent ones have that of the row, else of the column, else the first. */
  readonly cells: readonly (readonly (number | undefined)[] | undefined)[];
  readonly rowStyles: ReadonlyMap<number, number>;
  /** Ranges of columns with their style (null: none) and width in characters (null: the usual). */
  readonly columns: readonly {
    readonly first: number;
    readonly last: number;
    readonly style: number | null;
    readonly width: number | null;
  }[];
  readonly defaultWidth: number;
  /** In points. */
  readonly rowHeights: ReadonlyMap<number, number>;
  readonly protection: { readonly allowsFormats: boolean } | null;
}

/** What the copy is to hold: enough to make it of the file. */
export interface BookChanges {
  /** All sheets in their order. */
  readonly sheets: readonly CopiedSheet[];
  /** What the part of our explanations is to say; null: none is to be there; absent: it is as it was. */
  readonly explanations?: string | null;
  /** Formulas show what they may not come to any more: the copy says so. */
  readonly isPending: boolean;
}

/** One sheet of the copy. */
export interface CopiedSheet {
  readonly name: string;
  /** One of the file, by the name that it has there; or laid out anew. */
  readonly base:
    | { readonly kind: 'file'; readonly was: string }
    | { readonly kind: 'laidOut'; readonly layout: NewSheet }
    | { readonly kind: 'cells'; readonly visibility: Grid['visibility'] };
  readonly merges?: readonly CellRange[];
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  /** Cells that hold something else than the base. */
  readonly cells: readonly ChangedCell[];
  /** Marks of ours that the file holds are to go. */
  readonly isUnmarked: boolean;
  readonly marks: readonly Mark[];
}

export interface ChangedCell {
  readonly row: number;
  readonly column: number;
  /** A formula with `=`, a value, or blank. */
  readonly formula: string | null;
  /** What is shown; of a formula, its result. */
  readonly value: CellValue;
  /** True where only the result of a formula is another one, and the formula stays. */
  readonly keepsFormula: boolean;
  /** Absent where it is as in the base. */
  readonly numberFormat?: string;
}

/** Reads and copies workbooks. */
export interface BookFiles {
  /** @param onProgress told how far it is, in whole percent; of old files nothing is told */
  read(
    name: string,
    bytes: Uint8Array,
    onProgress?: (percent: number) => void,
  ): Promise<Result<BookContents, FileFault | HostFault>>;
  /**
   * The bytes of the copy; those given are not changed.
   *
   * @param bytes null: no file is behind it, or one of which no part can be kept
   */
  copy(
    bytes: Uint8Array | null,
    changes: BookChanges,
  ): Promise<Result<Uint8Array<ArrayBuffer>, FileFault | HostFault>>;
}
