/** Which sentence does a fault, a refusal or an undecided check become? What happened, and what to do. */
import type { Fault, FileFault, FileLimit, UnreadableDetail } from '../domain/fault';
import { cellAddress } from '../domain/grid';
import type { RefusedSheet } from '../domain/recognise/table';
import { groupDigits } from './language';
import type { Language } from './language';

type Sentences = Readonly<Record<Language, string>>;

/** What happened and what to do, in one or two sentences. */
export function faultMessage(fault: Fault, language: Language): string {
  return sentences(fault)[language];
}

function sentences(fault: Fault): Sentences {
  switch (fault.code) {
    case 'unreadable':
      return unreadable[fault.detail];
    case 'encrypted':
      return {
        'zh-CN': '文件设有打开密码，无法读取。请在 Excel 中打开，去掉密码后另存，再审核。',
        'en-US':
          'The file is protected by a password and cannot be read. Remove the password in Excel, save it, and check again.',
      };
    case 'tooLarge':
      return tooLarge(fault);
    case 'unsupportedFormat':
      return {
        'zh-CN': `文件实际是 ${fault.format} 格式，不支持直接审核。请在 Excel 或 WPS 中打开，另存为 .xlsx 后再审核。`,
        'en-US': `The file is in ${fault.format} format, which is not read. Open it in Excel or WPS, save it as .xlsx, and check again.`,
      };
    case 'notFound':
      return {
        'zh-CN': '找不到这个文件或文件夹。请核对路径和文件名。',
        'en-US': 'There is no such file or folder. Check the path and the name.',
      };
    case 'noOfficialSheet':
      return {
        'zh-CN':
          '没有找到《政府购买服务项目资金统计表1》或《统计表2》。请确认选对了工作簿，并且表头（一般公共预算、政府性基金预算、合计，项目数、预算数、执行数、决算数）和服务领域名称与表样一致。',
        'en-US':
          'Neither Table 1 nor Table 2 of 政府购买服务项目资金统计表 was found. Make sure that this is the right workbook, and that headings and line labels are those of the form.',
      };
    case 'cellEditing':
      return {
        'zh-CN': '有单元格正在编辑，Excel 暂不接受命令。请按回车（Enter）结束编辑后重试。',
        'en-US': 'A cell is being edited, so Excel takes no command. Press Enter and try again.',
      };
    case 'sheetProtected':
      return {
        'zh-CN': `工作表“${fault.sheet}”受保护，不能写入。请先在“审阅”选项卡撤消工作表保护，再重试。`,
        'en-US': `The sheet “${fault.sheet}” is protected. Unprotect it on the Review tab and try again.`,
      };
    case 'workbookProtected':
      return {
        'zh-CN':
          '工作簿结构受保护，不能新增或删除工作表。请先在“审阅”选项卡撤消工作簿保护，再重试。',
        'en-US':
          'The structure of the workbook is protected, so no sheet can be added or deleted. Unprotect the workbook on the Review tab and try again.',
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
    case 'hostError':
      return {
        'zh-CN': `Excel 返回错误（${fault.hostCode}），操作没有完成。请重试；仍然出错的，请把括号中的代码告诉技术人员。`,
        'en-US': `Excel reported an error (${fault.hostCode}) and the command was not completed. Try again; if it fails again, tell your support the code in brackets.`,
      };
  }
}

const unreadable: Readonly<Record<UnreadableDetail, Sentences>> = {
  empty: {
    'zh-CN': '文件是空的（0 字节）。请向填报单位重新索取。',
    'en-US': 'The file is empty (0 bytes). Ask for it again.',
  },
  notWorkbook: {
    'zh-CN': '这不是 Excel 工作簿。请核对文件是否选错，或在 Excel 中另存为 .xlsx。',
    'en-US': 'This is not an Excel workbook. Check the file, or save it as .xlsx in Excel.',
  },
  truncated: {
    'zh-CN': '文件不完整，可能没有下载或复制完。请重新下载或索取。',
    'en-US': 'The file is incomplete, perhaps not fully downloaded or copied. Get it again.',
  },
  corrupt: {
    'zh-CN': '文件已损坏，无法读取。请在 Excel 中打开并修复后另存，或重新索取。',
    'en-US': 'The file is damaged. Open and repair it in Excel, save it, or ask for it again.',
  },
  permission: {
    'zh-CN': '没有权限读取，或文件正被其他程序独占。请关闭占用它的程序，或检查文件权限。',
    'en-US':
      'The file may not be read, or another program holds it. Close that program or check permissions.',
  },
  noWorkbooksInFolder: {
    'zh-CN': '文件夹里没有 Excel 工作簿。请核对文件夹。',
    'en-US': 'There is no Excel workbook in this folder. Check the folder.',
  },
};

const limitNames: Readonly<Record<FileLimit, Sentences>> = {
  fileBytes: { 'zh-CN': '文件大小', 'en-US': 'file size' },
  zipEntries: { 'zh-CN': '文件内的部件数', 'en-US': 'number of parts' },
  inflatedBytes: { 'zh-CN': '解压后的大小', 'en-US': 'inflated size' },
  inflationRatio: { 'zh-CN': '压缩比', 'en-US': 'inflation ratio' },
  cells: { 'zh-CN': '有内容的单元格数', 'en-US': 'number of cells' },
};

function tooLarge(fault: Extract<FileFault, { code: 'tooLarge' }>): Sentences {
  const name = limitNames[fault.limit];
  const allowed = quantity(fault.allowed, fault.limit);
  const actual = quantity(fault.actual, fault.limit);
  return {
    'zh-CN': `${name['zh-CN']}（${actual['zh-CN']}）超过上限 ${allowed['zh-CN']}，为安全起见没有打开。请把两张统计表另存到单独的工作簿后再审核。`,
    'en-US': `The ${name['en-US']} (${actual['en-US']}) is over the limit of ${allowed['en-US']}; the file was not opened. Save the two tables in a workbook of their own.`,
  };
}

function quantity(value: number, limit: FileLimit): Sentences {
  switch (limit) {
    case 'fileBytes':
    case 'inflatedBytes': {
      const megabytes = `${(value / 1048576).toFixed(1).replace(/\.0$/, '')} MB`;
      return { 'zh-CN': megabytes, 'en-US': megabytes };
    }
    case 'zipEntries':
    case 'cells': {
      const count = groupDigits(String(value));
      return { 'zh-CN': `${count} 个`, 'en-US': count };
    }
    case 'inflationRatio': {
      const ratio = groupDigits(String(Math.round(value)));
      return { 'zh-CN': `${ratio} 倍`, 'en-US': `${ratio} times` };
    }
  }
}

/** Why a sheet that looked like one of ours was not taken. */
export function refusalMessage(refused: RefusedSheet, language: Language): string {
  const cell = cellAddress(refused.cell.row, refused.cell.column);
  const chinese = language === 'zh-CN';
  switch (refused.reason) {
    case 'missingHeading':
      return chinese
        ? `“${refused.sheet}”（${cell}）像是统计表，但表头缺少：${refused.missing.join('、')}，没有审核。请按表样补全表头。`
        : `“${refused.sheet}” (${cell}) looks like one of the tables, but these headings are missing: ${refused.missing.join(', ')}. It was not checked; complete the headings.`;
    case 'unknownLines':
      return chinese
        ? `“${refused.sheet}”（${cell}）的表头与统计表相同，但各行都不是表样中的服务领域或服务类别，没有审核。请核对行名称。`
        : `“${refused.sheet}” (${cell}) has the headings of the tables, but none of its lines is one of the form. It was not checked; check the line labels.`;
    case 'noLines':
      return chinese
        ? `“${refused.sheet}”（${cell}）只有表头，下面没有服务领域各行，没有审核。请按表样补全。`
        : `“${refused.sheet}” (${cell}) has headings only and no lines. It was not checked; complete the form.`;
  }
}

/** Said of a unit whose checks could not all be decided, with no error that explains why. */
export function inconclusiveMessage(pair: number, language: Language): string {
  return language === 'zh-CN'
    ? `第 ${pair} 套表有审核项未能进行（公式没有计算结果），不能视为通过。请在 Excel 中打开、保存后重新审核。`
    : `Some checks of pair ${pair} could not be decided (formulas without results), so it has not passed. Open and save the workbook in Excel, then check again.`;
}
