/** Which names does the open workbook define, of its own and of its sheets? Asked in the batch that reads it. */
import { namesLeadingOut } from '../../domain/formulas/otherWorkbooks';
import type { WorkbookName } from '../../domain/grid';
import type { ListedSheet } from '../sheetDirectory';

/** Names that were asked for, with the sheet to which they belong. */
export type LoadedNames = readonly {
  readonly sheet: string | null;
  readonly names: Excel.NamedItemCollection;
}[];

/** Queues the loading of all names. */
export function loadNames(
  context: Excel.RequestContext,
  listed: readonly ListedSheet[],
): LoadedNames {
  const { workbook } = context;
  const loaded = [
    { sheet: null, names: workbook.names },
    ...listed.map(({ id, name }) => ({
      sheet: name,
      names: workbook.worksheets.getItem(id).names,
    })),
  ];
  for (const { names } of loaded) names.load('items/name,items/formula,items/visible');
  return loaded;
}

/** As in a workbook's grids. */
export function takeNames(loaded: LoadedNames): readonly WorkbookName[] {
  return namesLeadingOut(
    loaded.flatMap(({ sheet, names }) =>
      names.items.map(({ name, formula, visible }) => ({
        name,
        sheet,
        isHidden: !visible,
        formula: String(formula),
      })),
    ),
  );
}
