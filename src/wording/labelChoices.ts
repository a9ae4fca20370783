/** Why can what the user says of a label not be followed? */
import type { LabelChoiceFault } from '../domain/consolidate/labelMap';
import { exampleMeaning } from '../domain/consolidate/labelMap';
import { formById } from '../domain/forms/officialForms';
import type { Language } from './language';
import { shortName } from './setFindings';
import { formName } from './terms';

/** So many of the labels that are there are named. */
const mostNamed = 10;

/** What is wrong, and what to do. */
export function labelChoiceMessage(fault: LabelChoiceFault, language: Language): string {
  const chinese = language === 'zh-CN';
  const { label, meaning } = fault.choice;
  switch (fault.code) {
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
    case 'nobodyHas':
      return nobodyHas(label, fault.there, language);
    case 'otherForm': {
      const form = formName(fault.form, language);
      const example = exampleMeaning(formById(fault.form));
      return chinese
        ? `“${label}”在${form}中，“${meaning}”不是${form}的科目。请写${form}的行名称，如“${example}”。`
        : `“${label}” stands in ${form}, of which “${meaning}” is no line; name one of its lines, such as “${example}”.`;
    }
  }
}

function nobodyHas(label: string, there: readonly string[], language: Language): string {
  const chinese = language === 'zh-CN';
  const named = there.slice(0, mostNamed).map((one) => `“${shortName(one, language)}”`);
  const more = there.length - named.length;
  if (chinese) {
    const all = `${named.join('、')}${more > 0 ? `等 ${there.length} 个` : ''}`;
    return `各单位的表里没有自定科目“${label}”。${
      there.length === 0 ? '请去掉这一项。' : `有的是${all}，请核对写法。`
    }`;
  }
  const all = `${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  return `No unit has the label “${label}”. ${
    there.length === 0 ? 'Leave it out.' : `Labels of their own are ${all}.`
  }`;
}
