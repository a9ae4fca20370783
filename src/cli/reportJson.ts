/** What does a checked report look like to another program? The published JSON format, version 1. */
import type { CheckedFigure } from '../domain/reportText/checkReportText';
import { checkedFigureMessage, sentenceText, unrecognisedMessage } from '../wording/reportText';
import { formatVersion } from './jsonReport';
import type { ReportOutcome } from './reportOutcome';

/** The document; what is not known when a fault ends the run is null or empty. */
export function reportDocument({
  chosen,
  sentences,
  checked,
  tableErrors,
  fault,
}: ReportOutcome): object {
  return {
    formatVersion,
    fault: fault === null ? null : { code: fault.code, message: fault.message },
    pair: chosen?.unit.number ?? null,
    tableErrors,
    sentences:
      sentences === null
        ? []
        : sentences.sentences.map((sentence) => ({
            id: sentence.id,
            text: sentenceText(sentence, sentences),
          })),
    figures: checked?.outcome.figures.map(figureDocument) ?? [],
    unrecognised:
      checked?.outcome.unrecognised.map((figure) => ({
        text: figure.text,
        start: figure.start,
        end: figure.end,
        reason: figure.reason,
        candidates: figure.candidates.map(({ figures, table }) => ({
          cells: figures.map((each) => ({ sheet: each.table.sheet, cell: each.address })),
          table,
        })),
        message: unrecognisedMessage(figure),
      })) ?? [],
  };
}

function figureDocument(figure: CheckedFigure): object {
  const { text, start, end, reading, figures, stated, table, verdict } = figure;
  const { form, line, block, measure } =
    reading.kind === 'figure' ? reading.figure : { ...reading.part, measure: reading.kind };
  const [first] = figures;
  return {
    ...{ text, start, end },
    claim: { form, line, block, measure },
    ...{ stated, table },
    sheet: first?.table.sheet ?? null,
    cell: first?.address ?? null,
    // Of a percentage: the part, and the whole it is of.
    cells: figures.map((each) => ({ sheet: each.table.sheet, cell: each.address })),
    verdict,
    message: checkedFigureMessage(figure),
  };
}
