/** Which sentence does a file become that could not be checked? What happened, and what to do. */
import type { FileFault, FileLimit, UnreadableDetail } from '../domain/fault';
import { groupDigits } from './language';
import type { Language } from './language';
import { noOfficialSheet } from './notChecked';

type Sentences = Readonly<Record<Language, string>>;

/** What happened and what to do, in one or two sentences. */
export function fileFaultMessage(fault: FileFault, language: Language): string {
  return sentences(fault)[language];
}

function sentences(fault: FileFault): Sentences {
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
    case 'notRead':
      return fault.why === 'tookTooLong' ? tookTooLong : failed;
    case 'noOfficialSheet':
      return noOfficialSheet;
  }
}

const tookTooLong: Sentences = {
  'zh-CN': '读取这个文件用时过长，已停止。请把两张统计表另存到单独的工作簿后再试。',
  'en-US':
    'Reading the file took too long and was ended. Save the two tables in a workbook of their own and try again.',
};

const failed: Sentences = {
  'zh-CN':
    '读取这个文件时程序中断，没有读出内容。请在 Excel 中打开，另存为 .xlsx 后再试；仍不行的，请单独核对这个文件。',
  'en-US':
    'The program broke off while reading the file; nothing was taken from it. Open it in Excel, save it as .xlsx and try again, or look at it by itself.',
};

const unreadable: Readonly<Record<UnreadableDetail, Sentences>> = {
  empty: {
    'zh-CN': '文件是空的（0 字节）。请向填报单位重新索取。',
    'en-US': 'The file is empty (0 bytes). Ask for it again.',
  },
  notWorkbook: {
    'zh-CN': '这不是 Excel 工作簿。请核对文件是否选错，或在 Excel 中另存为 .xlsx。',
    'en-US': 'This is not an Excel workbook. Check the file, or save it as .xlsx in Excel.',
  },
  archive: {
    'zh-CN':
      '这是压缩包（.zip、.rar、.7z 等），没有读取其中的文件。请先解压，再选择解压出来的工作簿。',
    'en-US':
      'This is a packed file (.zip, .rar, .7z or the like). Unpack it first, then choose the workbooks in it.',
  },
  notText: {
    'zh-CN':
      '这不是 Word 文档（.docx）或文本文件（.txt）。请核对文件是否选错，或在 Word、WPS 中另存为 .docx。',
    'en-US':
      'This is neither a Word document (.docx) nor a text file. Check the file, or save it as .docx.',
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
  characters: { 'zh-CN': '文字长度', 'en-US': 'length of the text' },
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
    case 'characters':
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
