/** Does Excel's adapter, on Microsoft's own office.js, keep the contract? */
import { markKindOf } from '../../src/application/markRules';
import { writeSheets } from '../../src/files/writeSheets';
import { openedExcel } from '../excel/openedExcel';
import { conditionFormula, conditionRects, conditionsOf } from '../../src/workbook/conditions';
import { customXmlParts, customXmlText } from '../../src/workbook/customXml';
import { rectAddress } from '../../src/workbook/address';
import { workbookContract } from './contract';

workbookContract(async (layouts) => {
  const excel = await openedExcel({ workbook: await writeSheets(layouts), level: '1.17' });
  const { host, office } = excel;
  const inExcel = (work: (workbook: Excel.Workbook) => void): Promise<void> =>
    office.Excel.run(async (context) => {
      work(context.workbook);
      await context.sync();
    });
  const inSheet = (name: string, work: (sheet: Excel.Worksheet) => void) =>
    inExcel(({ worksheets }) => {
      work(worksheets.getItem(name));
    });
  return {
    port: excel.workbook,
    user: {
      type: (sheet, cell, text) => host.type(sheet, cell, text),
      format: (name, address, format) =>
        inSheet(name, (sheet) => {
          sheet.getRange(address).numberFormat = format as unknown as string[][];
        }),
      protect: (name, unlocked) =>
        inSheet(name, (sheet) => {
          if (unlocked !== undefined) sheet.getRange(unlocked).format.protection.locked = false;
          sheet.protection.protect();
        }),
      protectStructure: () =>
        inExcel((workbook) => {
          workbook.protection.protect();
        }),
      calculateManually: () =>
        inExcel(({ application }) => {
          application.calculationMode = 'Manual';
        }),
      select: async (name, areas) => {
        await host.activate(name);
        await host.select(name, ...areas.split(','));
      },
      merge: (name, address) =>
        inSheet(name, (sheet) => {
          sheet.getRange(address).merge();
        }),
      hide: (name) =>
        inSheet(name, (sheet) => {
          sheet.visibility = 'Hidden';
        }),
      add: (name) =>
        inExcel(({ worksheets }) => {
          worksheets.add(name);
        }),
      rename: (before, name) =>
        inSheet(before, (sheet) => {
          sheet.name = name;
        }),
      remove: (name) =>
        inSheet(name, (sheet) => {
          sheet.delete();
        }),
      addRule: (name) =>
        inSheet(name, (sheet) => {
          const added = sheet.getRange('B6:C9').conditionalFormats.add('Custom');
          added.custom.rule.formula = '=B6>100';
        }),
      defineName: (name, formula, sheet) =>
        inExcel((workbook) => {
          const { names } = sheet === null ? workbook : workbook.worksheets.getItem(sheet);
          names.add(name, formula);
        }),
      save: async () => {
        await host.saveFile();
      },
      addCustomXml: (xml) =>
        inExcel(({ customXmlParts: parts }) => {
          parts.add(xml);
        }),
    },
    customXml: () =>
      customXmlParts(host.workbook).map((part) => customXmlText(host.workbook, part)),
    marks: () =>
      host.workbook.sheets.flatMap((sheet) =>
        conditionsOf(sheet).map((condition) => {
          const kind = markKindOf(conditionFormula(condition.rule, 0) ?? '');
          const ranges = conditionRects(condition).map(rectAddress).join(' ');
          return kind === null ? `other ${sheet.name}` : `${kind} ${sheet.name}!${ranges}`;
        }),
      ),
    selection: () =>
      `${host.workbook.active.name}!${host.session.selection().map(rectAddress).join()}`,
    sheetNames: () => host.workbook.sheets.map((sheet) => sheet.name),
    filters: () =>
      host.workbook.sheets.flatMap((sheet) => {
        const ref = sheet.section('autoFilter')?.attributes.get('ref');
        return ref === undefined ? [] : [`${sheet.name}!${ref}`];
      }),
    // Longer than recalculation is put down to our own changes.
    savesMarks: true,
    settled: () => excel.clock.pass(400),
    close: excel.close,
  };
});
