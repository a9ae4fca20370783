/** Why can what the user says of a label not be followed? */
import type { LabelChoiceFault } from '../domain/consolidate/labelMap';
import type { Language } from './language';

/** What is wrong, and what to do. */
export function labelChoiceMessage({ code, choice }: LabelChoiceFault, language: Language): string {
  const chinese = language === 'zh-CN';
  const { label, meaning } = choice;
  switch (code) {
    case 'unknownMeaning':
      return chinese
        ? `“${meaning}”不是表样中的科目，不能把“${label}”归入它。请写表样中的行名称，如“其他”。`
        : `“${meaning}” is no line of the form, so “${label}” cannot be mapped to it.`;
    case 'knownLabel':
      return chinese
        ? `“${label}”本来就是表样中的科目，不能归入“${meaning}”。`
        : `“${label}” is a line of the form itself and cannot be mapped to “${meaning}”.`;
    case 'contradiction':
      return chinese
        ? `“${label}”归入了两个不同的科目，请只写一个。`
        : `“${label}” is mapped to two different lines; name one.`;
    case 'emptyLabel':
      return chinese ? `“${label}”不是科目名称。` : `“${label}” is no label.`;
  }
}
