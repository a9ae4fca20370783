// How is Univer started as a mere screen for cells: no toolbars, no menus, no formulas, no editor of its own?

import {
  ICommandService,
  IUniverInstanceService,
  LifecycleService,
  LifecycleStages,
  LocaleType,
  LogLevel,
  mergeLocales,
  Univer,
  UniverInstanceType,
} from '@univerjs/core';
import type { IWorkbookData, Workbook } from '@univerjs/core';
import { CalculationMode } from '@univerjs/preset-sheets-core';
import type { Viewport } from '@univerjs/preset-sheets-core';
import {
  HoverManagerService,
  IRenderManagerService,
  SHEET_VIEWPORT_KEY,
  SheetInterceptorService,
  SheetScrollManagerService,
  SheetSkeletonManagerService,
  SheetsSelectionsService,
  UniverDocsPlugin,
  UniverDocsUIPlugin,
  UniverFormulaEnginePlugin,
  UniverRenderEnginePlugin,
  UniverSheetsFormulaPlugin,
  UniverSheetsPlugin,
  UniverSheetsUIPlugin,
  UniverUIPlugin,
} from '@univerjs/preset-sheets-core';
import enUS from '@univerjs/preset-sheets-core/locales/en-US';
import zhCN from '@univerjs/preset-sheets-core/locales/zh-CN';
import {
  UniverSheetsConditionalFormattingPlugin,
  UniverSheetsConditionalFormattingUIPlugin,
} from '@univerjs/preset-sheets-conditional-formatting';
import '@univerjs/preset-sheets-core/lib/index.css';
import { colourHeadings, stillCanvas } from './canvas';
import type { GridSheet, GridStyle } from './data';

/** The only unit that is open. */
export const UNIT = 'workbook';

export type Language = 'zh-CN' | 'en-US';

/** Where Univer puts itself, and what it shows first. */
export interface Start {
  readonly container: HTMLElement;
  readonly language: Language;
  readonly first: GridSheet;
  readonly styles: Record<string, GridStyle>;
}

/** Univer's parts that the grid uses. */
export interface UniverParts {
  readonly workbook: Workbook;
  readonly commands: ICommandService;
  readonly interceptors: SheetInterceptorService;
  readonly selections: SheetsSelectionsService;
  readonly hover: HoverManagerService;
  /** Resolves when the first sheet is on screen; never where everything is disposed before. */
  readonly painted: Promise<void>;
  /** Parts that exist once something is drawn. */
  rendered(): RenderedParts | undefined;
  dispose(): void;
}

export interface RenderedParts {
  readonly skeletons: SheetSkeletonManagerService;
  readonly scroll: SheetScrollManagerService;
  /** The part of the canvas that scrolls, beside headings and frozen panes. */
  readonly main: Viewport | undefined;
  readonly canvas: HTMLCanvasElement;
  /** Draws everything anew with the next frame. */
  repaint(): void;
  colourHeadings(theme: 'light' | 'dark'): void;
}

const nextFrame = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => {
      resolve();
    });
  });

/** Starts Univer with one sheet. */
export function startUniver({ container, language, first, styles }: Start): UniverParts {
  const locale = language === 'zh-CN' ? LocaleType.ZH_CN : LocaleType.EN_US;
  const univer = new Univer({
    locale,
    locales: {
      [LocaleType.ZH_CN]: mergeLocales(zhCN),
      [LocaleType.EN_US]: mergeLocales(enUS),
    },
    logLevel: LogLevel.ERROR,
  });
  const bare = { header: false, toolbar: false, footer: false, contextMenu: false } as const;
  univer.registerPlugin(UniverRenderEnginePlugin);
  univer.registerPlugin(UniverUIPlugin, { container, ...bare, disableAutoFocus: true });
  univer.registerPlugin(UniverDocsPlugin);
  univer.registerPlugin(UniverDocsUIPlugin);
  univer.registerPlugin(UniverFormulaEnginePlugin);
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsUIPlugin, {
    formulaBar: false,
    footer: false,
    statusBarStatistic: false,
    protectedRangeShadow: false,
    disableForceStringAlert: true,
    disableForceStringMark: true,
    disableEdit: true,
    // Figures seen through a track would look as if they were crossed out.
    scrollConfig: { trackBackgroundColor: '#f5f5f5', trackBorderColor: '#d1d1d1' },
  });
  univer.registerPlugin(UniverSheetsFormulaPlugin, {
    initialFormulaComputing: CalculationMode.NO_CALCULATION,
  });
  univer.registerPlugin(UniverSheetsConditionalFormattingPlugin);
  univer.registerPlugin(UniverSheetsConditionalFormattingUIPlugin);
  const sheets: Record<string, object> = { [first.id]: first };
  const data: IWorkbookData = {
    id: UNIT,
    name: UNIT,
    appVersion: '0.25.1',
    locale,
    styles,
    sheetOrder: [first.id],
    sheets,
  };
  const workbook = univer.createUnit<IWorkbookData, Workbook>(
    UniverInstanceType.UNIVER_SHEET,
    data,
  );
  const injector = univer.__getInjector();
  injector.get(IUniverInstanceService).focusUnit(UNIT);
  const renders = injector.get(IRenderManagerService);
  let rendered = false;
  const onScreen = async (): Promise<void> => {
    rendered = true;
    const render = renders.getRenderById(UNIT);
    if (render) stillCanvas(render);
    await nextFrame();
    await nextFrame();
  };
  const stage = injector.get(LifecycleService).onStage(LifecycleStages.Rendered);
  const painted = new Promise<void>((resolve) => {
    const begin = async (): Promise<void> => {
      await onScreen();
      resolve();
    };
    // The stage is refused when everything is disposed before: then nobody waits any more.
    void stage.then(begin, () => undefined);
  });
  return {
    workbook,
    painted,
    commands: injector.get(ICommandService),
    interceptors: injector.get(SheetInterceptorService),
    selections: injector.get(SheetsSelectionsService),
    hover: injector.get(HoverManagerService),
    rendered: () => {
      const render = rendered ? renders.getRenderById(UNIT) : undefined;
      if (!render) return undefined;
      const skeletons = render.with(SheetSkeletonManagerService);
      return {
        skeletons,
        scroll: render.with(SheetScrollManagerService),
        main: render.scene.getViewport(SHEET_VIEWPORT_KEY.VIEW_MAIN),
        canvas: render.engine.getCanvasElement(),
        colourHeadings: (theme) => {
          colourHeadings(render, theme);
        },
        repaint: () => {
          skeletons.reCalculate();
          render.mainComponent?.makeForceDirty();
        },
      };
    },
    dispose: () => {
      univer.dispose();
    },
  };
}
