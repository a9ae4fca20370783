/** How is a laid-out sheet printed, and did Excel take it? */
import { rangeAddress } from '../../domain/grid';
import type { SheetLayout } from '../../domain/template/layout';

/** Queues paper, print area, titles and fitting to the page. */
export function setUpPage(page: Excel.PageLayout, { print }: SheetLayout): void {
  page.orientation = print.orientation === 'landscape' ? 'Landscape' : 'Portrait';
  page.paperSize = print.paper;
  if (print.fitToOnePage) page.zoom = { horizontalFitToPages: 1, verticalFitToPages: 1 };
  page.centerHorizontally = print.centreHorizontally;
  page.setPrintArea(rangeAddress(print.area));
  page.setPrintTitleRows(`$${print.titleRows.first + 1}:$${print.titleRows.last + 1}`);
}

/** Whether a page read back fits to one page where it should: some Excels leave that out without a word. */
export function isSetUp(page: Excel.PageLayout, { print }: SheetLayout): boolean {
  if (!print.fitToOnePage) return true;
  // Hosts leave the member out where nothing is fitted, whatever the types say.
  const zoom = page.zoom as Excel.PageLayoutZoomOptions | null;
  return zoom?.horizontalFitToPages === 1 && zoom.verticalFitToPages === 1;
}
