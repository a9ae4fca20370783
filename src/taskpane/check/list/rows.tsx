/** How do findings and corrections look as rows? */
import type { CellCorrection } from '../../../domain/rules/cellCorrection';
import type { Finding } from '../../../domain/finding';
import { correctionMessage } from '../../../wording/diagnoses';
import { findingFacts } from '../../../wording/findingFacts';
import { findingName } from '../../../wording/items';
import type { Explained } from '../../../wording/itemText';
import { explanationLines, nothingExplained } from '../../../wording/itemText';
import type { Language } from '../../../wording/language';
import { findingMessageNow } from '../../../wording/settled';
import { figureName } from '../../../wording/terms';
import { CorrectionFigures, CorrectionReason } from './CorrectionFigures';
import { Facts } from './Facts';
import type { Row } from './FoldedRows';

/**
 * A finding by its figure, or by its sentence where it has none.
 *
 * @param explained what the user has said of findings
 * @param remark stands under its figures; empty for none
 */
export function findingRow(
  finding: Finding,
  language: Language,
  explained: Explained = nothingExplained,
  remark = '',
): Row {
  const { id, sheet } = finding;
  const [cell] = finding.cells;
  const facts = findingFacts(finding, language);
  const sentence = findingMessageNow(finding, language, explained.get(id));
  return {
    key: id,
    name: findingName(finding, language),
    place: cell === undefined ? null : { sheet, cell },
    sentence,
    figures: (
      <>
        {facts.length > 0 ? <Facts facts={facts} /> : sentence}
        {remark === '' ? null : <div>{remark}</div>}
        {explanationLines(finding, explained, language).map((line) => (
          <div key={line}>{line}</div>
        ))}
      </>
    ),
  };
}

export function correctionRow(correction: CellCorrection, language: Language): Row {
  const { place } = correction;
  return {
    key: `${place.sheet}!${place.cell}`,
    name: figureName(place, language),
    place: { sheet: place.sheet, cell: place.cell },
    sentence: correctionMessage(correction, language),
    figures: (
      <>
        <CorrectionFigures correction={correction} size="large" />{' '}
        <CorrectionReason correction={correction} />
      </>
    ),
  };
}
