// What of Univer's canvas is switched off, and which colours do the headings have?

import {
  HeaderFreezeRenderController,
  HeaderMoveRenderController,
  HeaderResizeRenderController,
  HeaderUnhideRenderController,
  ISheetSelectionRenderService,
  Rect,
  SHEET_VIEW_KEY,
  SheetSkeletonManagerService,
  SpreadsheetColumnHeader,
  SpreadsheetRowHeader,
} from '@univerjs/preset-sheets-core';
import type { IRender } from '@univerjs/preset-sheets-core';

/** Handles for dragging frozen panes, drawn in the corner even where nothing is frozen. */
const FREEZE_HANDLES = [
  '__SpreadsheetFreezeRowHeaderName__',
  '__SpreadsheetFreezeColumnHeaderName__',
];

/** Headings as Excel has them in its light and its dark theme. */
const HEADINGS = {
  light: { backgroundColor: '#f5f5f5', fontColor: '#242424', borderColor: '#d1d1d1' },
  dark: { backgroundColor: '#292929', fontColor: '#ffffff', borderColor: '#525252' },
} as const;

const never = { handler: () => false };

function hideHandles(render: IRender): void {
  for (const object of render.scene.getAllObjects()) {
    if (FREEZE_HANDLES.includes(object.oKey)) object.hide();
  }
}

/** Switches off what would change sizes, order, hidden or frozen rows, or move cells by dragging. */
export function stillCanvas(render: IRender): void {
  const resize = render.with(HeaderResizeRenderController).interceptor;
  resize.intercept(resize.getInterceptPoints().HEADER_RESIZE_PERMISSION_CHECK, never);
  const move = render.with(HeaderMoveRenderController).interceptor;
  move.intercept(move.getInterceptPoints().HEADER_MOVE_PERMISSION_CHECK, never);
  const freeze = render.with(HeaderFreezeRenderController).interceptor;
  freeze.intercept(freeze.getInterceptPoints().FREEZE_PERMISSION_CHECK, never);
  render.with(HeaderUnhideRenderController).dispose();
  const drag = render.with(ISheetSelectionRenderService).interceptor;
  drag.intercept(drag.getInterceptPoints().RANGE_MOVE_PERMISSION_CHECK, {
    ...never,
    priority: 1000,
  });
  hideHandles(render);
  // They are drawn again with every sheet that is shown.
  render.with(SheetSkeletonManagerService).currentSkeleton$.subscribe(() => {
    requestAnimationFrame(() => {
      hideHandles(render);
    });
  });
}

/** Gives the headings the colours of a theme; the cells stay white. */
export function colourHeadings(render: IRender, theme: 'light' | 'dark'): void {
  const headerStyle = HEADINGS[theme];
  const columns = render.components.get(SHEET_VIEW_KEY.COLUMN);
  if (columns instanceof SpreadsheetColumnHeader) columns.setCustomHeader({ headerStyle });
  const rows = render.components.get(SHEET_VIEW_KEY.ROW);
  if (rows instanceof SpreadsheetRowHeader) rows.setCustomHeader({ headerStyle });
  const corner = render.components.get(SHEET_VIEW_KEY.LEFT_TOP);
  if (corner instanceof Rect) {
    corner.setProps({ fill: headerStyle.backgroundColor, stroke: headerStyle.borderColor });
    corner.makeDirty(true);
  }
}
