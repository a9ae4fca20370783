/** Why was a sheet not taken for one of the tables? */
import { cellAddress } from '../domain/grid';
import type { RefusedSheet } from '../domain/recognise/table';
import type { Language } from './language';
import { headingName } from './terms';
import { visibleText } from './visibleText';

/** Why a sheet that looked like one of ours was not taken. */
export function refusalMessage(refused: RefusedSheet, language: Language): string {
  return visibleText(sentence(refused, language));
}

function sentence(refused: RefusedSheet, language: Language): string {
  const cell = cellAddress(refused.position.row, refused.position.column);
  const chinese = language === 'zh-CN';
  const unread = refused.unread
    .map(({ text, position: at }) => `${cellAddress(at.row, at.column)}“${text}”`)
    .join(chinese ? '、' : ', ');
  switch (refused.reason) {
    case 'missingHeading': {
      const missing = refused.missing
        .map((title) => headingName(title, language))
        .join(chinese ? '、' : ', ');
      if (unread !== '') {
        return chinese
          ? `“${refused.sheet}”（${cell}）像是统计表，但列标题 ${unread} 无法识别，因此找不到：${missing}，没有审核。请按表样改正列标题。`
          : `“${refused.sheet}” (${cell}) looks like one of the tables, but the headings ${unread} cannot be read, so these were not found: ${missing}. It was not checked; correct the headings.`;
      }
      return chinese
        ? `“${refused.sheet}”（${cell}）像是统计表，但表头缺少：${missing}，没有审核。请按表样补全表头。`
        : `“${refused.sheet}” (${cell}) looks like one of the tables, but these headings are missing: ${missing}. It was not checked; complete the headings.`;
    }
    case 'unclearBlocks':
      return chinese
        ? `“${refused.sheet}”（${cell}）像是统计表，但分不清有的列属于一般公共预算、政府性基金预算还是合计，没有审核。请把各栏的名称写在该栏第一列的上方。`
        : `“${refused.sheet}” (${cell}) looks like one of the tables, but nothing says which block some of its columns belong to. It was not checked; write each block heading above the first column of its block.`;
    case 'unknownLines':
      return chinese
        ? `“${refused.sheet}”（${cell}）的表头与统计表相同，但各行都不是表样中的服务领域或服务类别，没有审核。请核对行名称。`
        : `“${refused.sheet}” (${cell}) has the headings of the tables, but none of its lines is one of the form. It was not checked; check the line labels.`;
    case 'otherTable':
      return chinese
        ? `“${refused.sheet}”的表头与统计表相同，但标题 ${unread} 是别的表，没有审核。如果是政府购买服务项目资金统计表，请按表样改正标题。`
        : `“${refused.sheet}” has the headings of the tables, but its title ${unread} is that of another table. It was not checked; correct the title if it is one of the forms.`;
    case 'noLines':
      return chinese
        ? `“${refused.sheet}”（${cell}）只有表头，下面没有服务领域各行，没有审核。请按表样补全。`
        : `“${refused.sheet}” (${cell}) has headings only and no lines. It was not checked; complete the form.`;
  }
}
