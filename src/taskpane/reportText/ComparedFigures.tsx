/** The figures of a report in their sentences: those that differ first, those that agree folded. */
import { Button, Text, mergeClasses } from '@fluentui/react-components';
import type { Ref } from 'react';
import type {
  CheckedFigure,
  PlaceInSentence,
  UnrecognisedFigure,
} from '../../domain/reportText/checkReportText';
import { correctedSentence } from '../../domain/reportText/corrected';
import { placeOf } from '../../domain/returns/tableView';
import type { UnitReturn } from '../../domain/returns/unitReturn';
import { tablesOfReturn } from '../../domain/returns/unitReturn';
import { reportTextTexts } from '../../wording/paneReportText';
import { checkedFigureMessage, unrecognisedMessage } from '../../wording/reportText';
import { visibleText } from '../../wording/visibleText';
import { usePane, usePaneState } from '../PaneContext';
import { Disclosure } from '../parts/Disclosure';
import { LinkButton } from '../parts/LinkButton';
import { lastReport } from '../state/paneState';
import { PagedRows } from '../writing/PagedRows';
import type { ComparedText } from './ReportTextControl';
import { useReportTextStyles } from './reportTextStyles';
import { useCopied } from './useCopied';

interface ComparedFiguresProps {
  readonly compared: ComparedText;
  /** Whether the tables' own check finds no error. */
  readonly areTablesRight: boolean;
  /** Where the sum of it all stands. */
  readonly heading: Ref<HTMLDivElement>;
}

export function ComparedFigures({ compared, areTablesRight, heading }: ComparedFiguresProps) {
  const styles = useReportTextStyles();
  const { language } = usePane();
  const { check } = usePaneState();
  const words = reportTextTexts(language);
  const { copy, said } = useCopied();
  const { elsewhere } = compared;
  const { figures, unrecognised } = compared.outcome;
  const of = (verdict: CheckedFigure['verdict']) =>
    figures.filter((figure) => figure.verdict === verdict);
  const told = [...of('differs'), ...of('doubtful')];
  const agreeing = of('agrees');
  const isOld = compared.report !== lastReport(check);
  return (
    <>
      {isOld ? (
        <Text size={200} className={styles.warning}>
          {words.old}
        </Text>
      ) : null}
      <div ref={heading} className={styles.summary}>
        <Text size={200} weight="semibold" role="status">
          {figures.length === 0
            ? words.noFigure
            : words.summary(figures.length, unrecognised.length)}
        </Text>
      </div>
      {said}
      <PagedRows
        indices={[...told.keys()]}
        row={(at) => {
          const figure = told[at];
          return figure === undefined ? null : (
            <ComparedFigure
              key={figure.start}
              figure={figure}
              elsewhere={elsewhere}
              corrected={areTablesRight && !isOld ? correctedSentence(figure, figures) : null}
              otherwise={areTablesRight ? words.lookUp : words.tablesFirst}
              onCopy={copy}
            />
          );
        }}
      />
      <PagedRows
        indices={[...unrecognised.keys()]}
        row={(at) => {
          const figure = unrecognised[at];
          return figure === undefined ? null : (
            <LeftFigure key={figure.start} figure={figure} elsewhere={elsewhere} />
          );
        }}
      />
      {agreeing.length === 0 ? null : (
        <Disclosure title={words.agrees(agreeing.length)} initially="closed">
          <PagedRows
            indices={[...agreeing.keys()]}
            row={(at) => {
              const figure = agreeing[at];
              return figure === undefined ? null : (
                <ComparedFigure
                  key={figure.start}
                  figure={figure}
                  elsewhere={elsewhere}
                  corrected={null}
                  otherwise={null}
                  onCopy={copy}
                />
              );
            }}
          />
        </Disclosure>
      )}
    </>
  );
}

interface ComparedFigureProps {
  readonly figure: CheckedFigure;
  readonly elsewhere: UnitReturn | null;
  /** The sentence as it should be; null where that is not certain. */
  readonly corrected: string | null;
  /** Said where nothing is offered. */
  readonly otherwise: string | null;
  readonly onCopy: (text: string) => void;
}

function ComparedFigure(props: ComparedFigureProps) {
  const { figure, elsewhere, corrected, otherwise, onCopy } = props;
  const styles = useReportTextStyles();
  const { language } = usePane();
  const words = reportTextTexts(language);
  const { verdict, figures } = figure;
  const tones = { agrees: '', differs: styles.danger, doubtful: styles.warning };
  return (
    <li className={styles.card}>
      <SentenceAround figure={figure} />
      <p className={styles.sentence}>
        <span className={mergeClasses(styles.verdict, tones[verdict])}>
          {words.verdicts[verdict]}
        </span>{' '}
        {visibleText(checkedFigureMessage(figure, language))}
      </p>
      <div className={styles.line}>
        <CellLinks figures={figures} elsewhere={elsewhere} />
        {corrected === null ? null : (
          <Button
            size="small"
            onClick={() => {
              onCopy(corrected);
            }}
          >
            {words.copyCorrected}
          </Button>
        )}
        {corrected === null && otherwise !== null ? (
          <span className={styles.quiet}>{otherwise}</span>
        ) : null}
      </div>
    </li>
  );
}

interface LeftFigureProps {
  readonly figure: UnrecognisedFigure;
  readonly elsewhere: UnitReturn | null;
}

function LeftFigure({ figure, elsewhere }: LeftFigureProps) {
  const styles = useReportTextStyles();
  const { language } = usePane();
  const words = reportTextTexts(language);
  const cells = [...new Set(figure.candidates.flatMap(({ figures }) => figures))].slice(0, 3);
  return (
    <li className={styles.card}>
      <SentenceAround figure={figure} />
      <p className={styles.sentence}>
        <span className={mergeClasses(styles.verdict, styles.warning)}>{words.unrecognised}</span>{' '}
        {visibleText(unrecognisedMessage(figure, language))}
      </p>
      {cells.length === 0 ? null : (
        <div className={styles.line}>
          <CellLinks figures={cells} elsewhere={elsewhere} />
        </div>
      )}
    </li>
  );
}

interface CellLinksProps {
  readonly figures: CheckedFigure['figures'];
  readonly elsewhere: UnitReturn | null;
}

/** Links to the tables' cells; none to those of another workbook. */
function CellLinks({ figures, elsewhere }: CellLinksProps) {
  const { control, language } = usePane();
  const words = reportTextTexts(language);
  const others = elsewhere === null ? [] : tablesOfReturn(elsewhere);
  const own = figures.filter(({ table }) => !others.includes(table));
  return own.map((one) => {
    const place = placeOf(one);
    const name = visibleText(`${place.sheet}!${place.cell}`);
    return (
      <LinkButton key={name} title={words.goTo(name)} onClick={() => void control.goTo(place)}>
        {name}
      </LinkButton>
    );
  });
}

/** So much of a long sentence is shown on either side of the figure. */
const shownAround = 60;

function SentenceAround({ figure }: { readonly figure: PlaceInSentence }) {
  const styles = useReportTextStyles();
  const { sentence, start, end } = figure;
  const before = plain(sentence.text.slice(0, start - sentence.start));
  const behind = plain(sentence.text.slice(end - sentence.start));
  return (
    <p className={styles.sentence} lang="zh-CN">
      {before.length > shownAround ? `…${before.slice(-shownAround)}` : before}
      <mark className={styles.figure}>{plain(figure.text)}</mark>
      {behind.length > shownAround ? `${behind.slice(0, shownAround)}…` : behind}
    </p>
  );
}

/** On one line. */
function plain(text: string): string {
  return visibleText(text.replace(/\s*[\r\n\u2029]+\s*/g, '').replace(/\t+/g, ' '));
}
