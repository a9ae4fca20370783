/** How is a laid-out sheet printed, and did Excel take it? */
import { rangeAddress } from '../../domain/grid';
import { isList, type NewSheet } from '../../domain/template/layout';

/** Queues paper, print area, titles and fitting to the page. */
export function setUpPage(page: Excel.PageLayout, layout: NewSheet): void {
  page.paperSize = 'A4';
  page.zoom = fittingOf(layout);
  if (isList(layout)) {
    page.orientation = 'Landscape';
    page.setPrintTitleRows('$1:$1');
    return;
  }
  const { print } = layout;
  page.orientation = print.orientation === 'landscape' ? 'Landscape' : 'Portrait';
  page.centerHorizontally = print.centreHorizontally;
  page.setPrintArea(rangeAddress(print.area));
  page.setPrintTitleRows(`$${print.titleRows.first + 1}:$${print.titleRows.last + 1}`);
}

/** How many pages a sheet is fitted to: a list to the width of one, with as many as it needs below each other. */
function fittingOf(layout: NewSheet): Excel.PageLayoutZoomOptions {
  if (isList(layout) || layout.print.fit === 'width') return { horizontalFitToPages: 1 };
  return { horizontalFitToPages: 1, verticalFitToPages: 1 };
}

/** Whether a page read back is fitted as it should: some Excels leave that out without a word. */
export function isSetUp(page: Excel.PageLayout, layout: NewSheet): boolean {
  const wanted = fittingOf(layout);
  // Hosts leave the member out where nothing is fitted, whatever the types say.
  const zoom = page.zoom as Excel.PageLayoutZoomOptions | null;
  const { horizontalFitToPages, verticalFitToPages } = wanted;
  if (zoom?.horizontalFitToPages !== horizontalFitToPages) return false;
  return verticalFitToPages === undefined || zoom?.verticalFitToPages === verticalFitToPages;
}
