/** How is it said that a warning is explained, or that an explanation no longer holds? */
import type { AnsweredFinding, ExplanationState } from '../domain/submission/explanation';
import type { UnreadablePart } from '../domain/submission/kept';
import type { Language } from './language';
import { visibleText } from './visibleText';

const states: Readonly<Record<Language, Readonly<Record<ExplanationState | 'gone', string>>>> = {
  'zh-CN': { valid: '已说明', outdated: '需重新确认', gone: '无对应' },
  'en-US': { valid: 'Explained', outdated: 'To be confirmed again', gone: 'No longer found' },
};

export function explanationStateName(state: ExplanationState | 'gone', language: Language): string {
  return states[language][state];
}

/** 已说明：年中追加预算 — on one line. */
export function explanationLine(
  { explanation, state }: AnsweredFinding,
  language: Language,
): string {
  const chinese = language === 'zh-CN';
  const text = visibleText(explanation.text.replace(/\s*\n\s*/g, ' '));
  const name = explanationStateName(state, language);
  if (chinese) return `${name}${state === 'outdated' ? '（数字已改，原说明）' : ''}：${text}`;
  return `${name}${state === 'outdated' ? ' (figures have changed since)' : ''}: ${text}`;
}

const unreadable: Readonly<Record<Language, Readonly<Record<UnreadablePart, string>>>> = {
  'zh-CN': {
    damaged: '工作簿中保存的审核说明已损坏，无法读取，原样保留，均未计入。',
    newerVersion: '工作簿中的审核说明由更新版本的加载项保存，本版本不能读取，原样保留，均未计入。',
    tooLarge: '工作簿中的审核说明太长（超过 400 万字），没有读取，原样保留，均未计入。',
    severalParts: '工作簿中有不止一份审核说明，不能确定以哪份为准，原样保留，均未计入。',
    binaryFile:
      '这是 .xls 文件，其中可能存有审核说明，但不能从 .xls 读取，均未计入；请另存为 .xlsx 后再审核。',
    notRead: '这一次没有读到工作簿中的审核说明，均未计入。请重新校验。',
    notSupported:
      '这个版本的 Excel 不能在工作簿里保存审核说明，因此不能填写，也读不到已有的说明；请换用 Excel 2021 或更新的版本。',
  },
  'en-US': {
    damaged:
      'The explanations kept in the workbook are damaged and cannot be read; they were left as they are, and none counts.',
    newerVersion:
      'The explanations in the workbook were saved by a later version of the add-in and cannot be read by this one; they were left as they are, and none counts.',
    tooLarge:
      'The explanations in the workbook are too long to be read (over 4 million characters); they were left as they are, and none counts.',
    severalParts:
      'The workbook holds more than one set of explanations, and nothing says which counts; they were left as they are.',
    binaryFile:
      'This .xls may hold explanations, but they cannot be read from an .xls and none counts; save it as .xlsx and check again.',
    notRead:
      'The explanations kept in the workbook could not be read this time, and none counts. Check again.',
    notSupported:
      'This Excel cannot keep explanations in a workbook, so that none can be written here or read; use Excel 2021 or later.',
  },
};

/** Why explanations that are kept in the workbook do not count. */
export function unreadableExplanations(why: UnreadablePart, language: Language): string {
  return unreadable[language][why];
}
