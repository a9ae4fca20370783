/** What is done with a workbook's bytes, in this program or in a worker? Read, and copied with what was changed. */
import type { FileFault, HostFault } from '../../domain/fault';
import type { WorkbookGrids } from '../../domain/grid';
import type { Result } from '../../domain/result';
import type { NewSheet } from '../../domain/template/layout';
import type { CellContent } from '../../application/cellContent';
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

/** What differs from the file: enough to make the copy of. */
export interface BookChanges {
  /** Cells of the file's own sheets, by the names that they have in the file. */
  readonly cells: readonly ChangedCell[];
  /** Sheets of the file that are gone. */
  readonly removed: readonly string[];
  /** All sheets in their order: one of the file (by its name there), or a new one. */
  readonly sheets: readonly (
    | { readonly kind: 'kept'; readonly was: string; readonly name: string }
    | { readonly kind: 'new'; readonly name: string; readonly layout: NewSheet }
  )[];
  /** What the part of our explanations is to say; null: none is to be there; absent: it is as it was. */
  readonly explanations?: string | null;
  /** Sheets whose marks in the file are to go. */
  readonly unmarked: readonly string[];
  readonly marks: readonly Mark[];
}

export interface ChangedCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly content: CellContent;
  /** What a formula shows; absent where the content is none. */
  readonly result?: number | string | boolean | { readonly error: string } | null;
  /** True where only the result is another one. */
  readonly keepsFormula: boolean;
  /** Absent where it is as in the file. */
  readonly numberFormat?: string;
}

/** Reads and copies workbooks. */
export interface BookFiles {
  read(name: string, bytes: Uint8Array): Promise<Result<BookContents, FileFault | HostFault>>;
  /** The bytes of the copy; those given are not changed. */
  copy(
    bytes: Uint8Array,
    contents: Pick<BookContents, 'kind'>,
    changes: BookChanges,
  ): Promise<Result<Uint8Array<ArrayBuffer>, FileFault | HostFault>>;
}
