// In which terms does Univer take a sheet? Its own types, with plain numbers for its enumerations,
// so that what makes them needs nothing of Univer at run time.

export interface GridColour {
  readonly rgb: string;
}
/** `s` is one of Univer's BorderStyleTypes. */
export interface GridLine {
  s: number;
  cl: GridColour;
}
export type GridSide = 't' | 'b' | 'l' | 'r' | 'tl_br' | 'bl_tr';
export type GridLines = Partial<Record<GridSide, GridLine>>;
/** `t` is one of Univer's TextDecoration. */
export interface GridDecoration {
  s: number;
  t?: number;
}

/** IStyleBase: what a conditional format can change. */
export interface GridLook {
  ff?: string;
  fs?: number;
  bl?: number;
  it?: number;
  ul?: GridDecoration;
  st?: GridDecoration;
  cl?: GridColour;
  bg?: GridColour;
  bd?: GridLines;
}

/** IStyleData. */
export interface GridStyle extends GridLook {
  ht?: number;
  vt?: number;
  tb?: number;
  tr?: { a: number; v?: number };
  pd?: { l?: number; r?: number };
}

/** ICellData; `s` is the id of a style. */
export interface GridCell {
  s?: string;
  v?: string | number | null;
  t?: number;
}

export interface GridRange {
  startRow: number;
  endRow: number;
  startColumn: number;
  endColumn: number;
  rangeType?: number;
}

export interface GridRow {
  h?: number;
  ia?: number;
  hd?: number;
  s?: string;
}

export interface GridColumn {
  w?: number;
  hd?: number;
  s?: string;
}

/** IWorksheetData. */
export interface GridSheet {
  readonly id: string;
  readonly name: string;
  readonly hidden: number;
  readonly freeze: { xSplit: number; ySplit: number; startRow: number; startColumn: number };
  readonly rowCount: number;
  readonly columnCount: number;
  readonly defaultColumnWidth: number;
  readonly defaultRowHeight: number;
  readonly defaultStyle: string;
  readonly mergeData: GridRange[];
  readonly cellData: Record<number, Record<number, GridCell>>;
  readonly rowData: Record<number, GridRow>;
  readonly columnData: Record<number, GridColumn>;
  readonly rowHeader: { width: number; hidden: number };
  readonly columnHeader: { height: number; hidden: number };
  readonly showGridlines: number;
  readonly rightToLeft: number;
}
