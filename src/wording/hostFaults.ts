/** Which sentence does a failure of Excel, or of the add-in in it, become? What happened, and what to do. */
import type { HostFault } from '../domain/fault';
import type { Language } from './language';
import { visibleText } from './visibleText';

type Sentences = Readonly<Record<Language, string>>;

/** What happened and what to do, in one or two sentences. */
export function hostFaultMessage(fault: HostFault, language: Language): string {
  return visibleText(sentences(fault)[language]);
}

function sentences(fault: HostFault): Sentences {
  switch (fault.code) {
    case 'cellEditing':
      return {
        'zh-CN': '有单元格正在编辑，Excel 暂不接受命令。请按回车（Enter）结束编辑后重试。',
        'en-US': 'A cell is being edited, so Excel takes no command. Press Enter and try again.',
      };
    case 'sheetProtected':
      return {
        'zh-CN': `工作表“${fault.sheet}”受保护，不能标记或写入。请先撤消工作表保护（Excel、WPS 的“审阅”选项卡），再重试；在网页里打开的，撤消后保存，再重新打开。`,
        'en-US': `The sheet “${fault.sheet}” is protected and can be neither marked nor written. Unprotect it (Review tab in Excel and WPS) and try again; where it was opened in the browser, save it then and open it again.`,
      };
    case 'sheetsNotMarked':
      return {
        'zh-CN': `${fault.sheets.length > 1 ? `${fault.sheets.length} 张工作表` : ''}受保护，没有标记：${fault.sheets.map((sheet) => `“${sheet}”`).join('、')}。审核结果不受影响；要标记，请先在“审阅”中撤消工作表保护，再重新校验。`,
        'en-US': `${fault.sheets.length > 1 ? `${fault.sheets.length} sheets protected` : 'Protected'}, so not marked: ${fault.sheets.map((sheet) => `“${sheet}”`).join(', ')}. The findings are the same; for marks, unprotect on the Review tab and check again.`,
      };
    case 'workbookProtected':
      return {
        'zh-CN':
          '工作簿结构受保护，不能新增或删除工作表。请先撤消工作簿保护（Excel、WPS 的“审阅”选项卡），再重试；在网页里打开的，撤消后保存，再重新打开。',
        'en-US':
          'The structure of the workbook is protected, so no sheet can be added or deleted. Unprotect the workbook (Review tab in Excel and WPS) and try again; where it was opened in the browser, save it then and open it again.',
      };
    case 'sheetHidden':
      return {
        'zh-CN': `工作表“${fault.sheet}”已隐藏，无法定位。请先取消隐藏这张工作表，再点这一条。`,
        'en-US': `The sheet “${fault.sheet}” is hidden. Unhide it, then choose the finding again.`,
      };
    case 'notThere':
      return {
        'zh-CN': `“${fault.what}”已不在工作簿中，可能已被删除或改名。请重新校验。`,
        'en-US': `“${fault.what}” is no longer in the workbook; it may have been deleted or renamed. Check again.`,
      };
    case 'tooMuchData':
      return fault.sheet === null
        ? {
            'zh-CN':
              '工作簿的数据量超过了 Excel 一次能交给加载项的上限。请把统计表另存到单独的工作簿后再试。',
            'en-US':
              'The workbook holds more data than Excel hands to an add-in. Save the tables in a workbook of their own and try again.',
          }
        : {
            'zh-CN': `工作表“${fault.sheet}”的数据量超过了 Excel 一次能交给加载项的上限。请把统计表另存到单独的工作簿后再试。`,
            'en-US': `The sheet “${fault.sheet}” holds more data than Excel hands to an add-in. Save the tables in a workbook of their own and try again.`,
          };
    case 'busy':
      return {
        'zh-CN': 'Excel 正忙（可能有对话框未关闭或正在计算）。请稍候重试。',
        'en-US':
          'Excel is busy (a dialog may be open, or it is calculating). Wait a moment and try again.',
      };
    case 'otherWorkbookActive':
      return {
        'zh-CN': '另一个工作簿正在前面，Excel 不能在本工作簿中执行命令。请切回本工作簿后重试。',
        'en-US': 'Another workbook is in front. Switch back to this one and try again.',
      };
    case 'sessionEnded':
      return {
        'zh-CN': 'Excel 与服务器的会话已结束。请刷新网页（重新打开工作簿）后重试。',
        'en-US':
          "Excel's session has ended. Refresh the page (open the workbook again) and try again.",
      };
    case 'accessDenied':
      return {
        'zh-CN':
          'Excel 拒绝了访问。工作簿处于“受保护的视图”或只读时，请点“启用编辑”；标题栏有“组”字（选中了多张工作表）时，请取消工作表组合，再重试。',
        'en-US':
          'Excel denied access. Enable editing where the workbook is in Protected View or read-only; ungroup sheets where the title shows “Group”; then try again.',
      };
    case 'rulesUnreadable':
      return {
        'zh-CN': `工作表${fault.sheets.map((sheet) => `“${sheet}”`).join('、')}中有 ${fault.rules} 条条件格式 Excel 读不出来，可能是按 Ctrl+Z 恢复的旧标记。请关闭并重新打开工作簿后再清除标记。`,
        'en-US': `Excel cannot read ${fault.rules} conditional format(s) in ${fault.sheets.map((sheet) => `“${sheet}”`).join(', ')}; they may be old marks brought back by Ctrl+Z. Close the workbook, open it again and clear the marks.`,
      };
    case 'noAnswer':
      return {
        'zh-CN':
          'Excel 一直没有响应，操作未能确认完成。请关闭可能打开的对话框后重试；仍无响应的，请保存后重新打开工作簿。',
        'en-US':
          'Excel did not answer, so it is not certain that the command was carried out. Close any open dialog and try again; otherwise save and reopen the workbook.',
      };
    case 'unsupportedHost':
      return {
        'zh-CN': `当前 Excel 版本不支持此功能（需要 ${fault.needs}）。请使用 Excel 2021 或 Microsoft 365。`,
        'en-US': `This Excel lacks what the command needs (${fault.needs}). Use Excel 2021 or Microsoft 365.`,
      };
    case 'notLoaded':
      return {
        'zh-CN': '加载项没有完整载入，可能暂时连不上服务器。请检查网络后重试。工作簿没有改动。',
        'en-US':
          'The add-in was not loaded completely; its server may be out of reach. Check the network and try again. The workbook was not changed.',
      };
    case 'notWritten':
      return {
        'zh-CN': `工作表“${fault.sheet}”的 ${fault.cells.join('、')} 没有写入成功。请检查这些单元格后重试，或点“撤销”恢复原样。`,
        'en-US': `These cells of “${fault.sheet}” were not written: ${fault.cells.join(', ')}. Check them and try again, or undo.`,
      };
    case 'explanationsTooLong':
      return {
        'zh-CN': '审核说明合计太长（超过 400 万字），没有保存。请删去不用的说明，或写得短些。',
        'en-US':
          'The explanations are too long together (over 4 million characters) and were not kept. Remove those that are not needed, or shorten them.',
      };
    case 'explanationsUnreadable':
      return {
        'zh-CN': '工作簿中的审核说明现在不能读取，因此没有改动；原因见审核结果上方。',
        'en-US':
          'The explanations in the workbook cannot be read now, so nothing was changed; the reason stands above the findings.',
      };
    case 'notWorkedOut':
      return notWorkedOut(fault.cells, fault.count);
    case 'cancelled':
      return {
        'zh-CN': '已取消，没有完成。',
        'en-US': 'Cancelled before it was done.',
      };
    case 'hostError':
      return {
        'zh-CN': `Excel 返回错误（${fault.hostCode}），操作没有完成。标题栏有“组”字（选中了多张工作表）时，请取消工作表组合后重试；仍然出错的，请把括号中的代码告诉技术人员。`,
        'en-US': `Excel reported an error (${fault.hostCode}) and the command was not completed. If the title shows “Group” (several sheets selected), ungroup the sheets and try again; if it fails again, tell your support the code in brackets.`,
      };
  }
}

function notWorkedOut(cells: readonly string[], count: number): Sentences {
  const more = count > cells.length;
  return {
    'zh-CN': `有 ${count} 格公式在这里算不出结果，显示的可能是旧数：${cells.join('、')}${more ? ' 等' : ''}。请保存副本，用 WPS 或 Excel 打开并保存，再在这里打开。`,
    'en-US': `${count === 1 ? 'One formula' : `${count} formulas`} cannot be worked out here and may show an old result: ${cells.join(', ')}${more ? ' and others' : ''}. Save a copy, open and save it in WPS or Excel, then open it here again.`,
  };
}
