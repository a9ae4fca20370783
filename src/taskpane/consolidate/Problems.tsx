/** What keeps the sum from being whole or right, the gravest first, each with its choice. */
import { Button } from '@fluentui/react-components';
import { memo } from 'react';
import type { JudgedSet, SetUnit } from '../../application/consolidation/judgeGiven';
import { untoldOf } from '../../application/consolidation/judgeGiven';
import type { Exclusion } from '../../domain/consolidate/judgeSet';
import { fileFaultMessage } from '../../wording/fileFaults';
import type { Language } from '../../wording/language';
import { refusalMessage } from '../../wording/refusals';
import { unreadMessage } from '../../wording/unread';
import { visibleText } from '../../wording/visibleText';
import { usePane } from '../PaneContext';
import { Disclosure } from '../parts/Disclosure';
import { Card } from './Card';
import { FindingCard } from './FindingCard';
import { LeftUnits } from './LeftUnits';
import { usePageStyles } from './pageStyles';
import type { Copying } from './useCopying';
import { useConsolidated, useConsolidationMeans } from './useConsolidation';

interface ProblemsProps {
  readonly judged: JudgedSet;
  readonly copying: Copying;
}

/** Reasons for which no rule of the set speaks. */
const ownReasons: readonly Exclusion[] = ['tableMissing', 'errors', 'notChecked'];

/** Drawn anew only where the set was judged anew. */
export const Problems = memo(function Problems({ judged, copying }: ProblemsProps) {
  const styles = usePageStyles();
  const { words } = useConsolidationMeans();
  const results = useConsolidated(({ given }) => given.own?.results ?? none);
  const { judgement, units, shortfall } = judged;
  const { findings } = judgement;
  const graver = findings.filter(({ severity }) => severity === 'error');
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  const notices = findings.filter(({ severity }) => severity === 'notice');
  const included = units.filter(
    ({ excludedBecause, verdict }) => excludedBecause === null && verdict === 'errors',
  );
  const finding = (list: typeof findings) =>
    list.map((one) => <FindingCard key={one.id} finding={one} judged={judged} copying={copying} />);
  return (
    <>
      <ul className={styles.cards} aria-label={words.problems.title}>
        <FaultyFiles judged={judged} />
        {finding(graver)}
        {ownReasons.map((reason) => (
          <LeftUnits
            key={reason}
            reason={reason}
            units={units.filter(({ excludedBecause }) => excludedBecause === reason)}
          />
        ))}
        <LeftUnits reason="included" units={included} />
        <Untold units={shortfall.untold} />
        {finding(warnings)}
        <EarlierResults sheets={results} />
      </ul>
      {notices.length === 0 ? null : (
        <Disclosure title={words.problems.remarks(notices.length)} initially="closed">
          <ul className={styles.cards}>{finding(notices)}</ul>
        </Disclosure>
      )}
    </>
  );
});

const none: readonly string[] = [];

/** Files that could not be read, were not reached, or of which a part was not taken. */
function FaultyFiles({ judged }: { readonly judged: JudgedSet }) {
  const styles = usePageStyles();
  const { language } = usePane();
  const { consolidate, words } = useConsolidationMeans();
  const { notRead, notReached, notTaken } = judged.shortfall;
  const places = notTaken.flatMap(({ file, refused, unread }) =>
    [
      ...refused.map((one) => refusalMessage(one, language)),
      ...unread.map((one) => unreadMessage(one, language)),
    ].map((message) => told(visibleText(file ?? words.files.thisWorkbook), message, language)),
  );
  return (
    <>
      {notReached.length === 0 ? null : (
        <Card severity="error" title={words.files.notReached(notReached.length)}>
          <div className={styles.actions}>
            <Button size="small" onClick={() => void consolidate.readRest()}>
              {words.reading.goOn}
            </Button>
          </div>
        </Card>
      )}
      {notRead.length === 0 ? null : (
        <Card severity="error" title={words.files.notRead(notRead.length)}>
          {notRead.map(({ key, name, fault }) => (
            <div key={key} className={styles.row}>
              <span>
                {told(
                  visibleText(name),
                  fault === null ? '' : fileFaultMessage(fault, language),
                  language,
                )}
              </span>
              <Button
                size="small"
                aria-label={words.files.removeFile(visibleText(name))}
                onClick={() => {
                  void consolidate.removeFile(key);
                }}
              >
                {words.files.remove}
              </Button>
            </div>
          ))}
        </Card>
      )}
      {places.length === 0 ? null : (
        <Card severity="error" title={words.files.notTaken(places.length)}>
          {places.map((place) => (
            <div key={place}>{place}</div>
          ))}
        </Card>
      )}
    </>
  );
}

/** Units that count, with figures that add nothing. */
function Untold({ units }: { readonly units: readonly SetUnit[] }) {
  const { language } = usePane();
  const { words } = useConsolidationMeans();
  if (units.length === 0) return null;
  return (
    <Card severity="error" title={words.problems.untold(units.length)}>
      {units.map((one) => (
        <div key={one.unit.id}>
          {told(
            visibleText(one.unit.name),
            untoldOf(one)
              .flatMap(({ sheet, cells }) => cells.map((cell) => visibleText(`${sheet}!${cell}`)))
              .join(language === 'zh-CN' ? '、' : ', '),
            language,
          )}
        </div>
      ))}
    </Card>
  );
}

function EarlierResults({ sheets }: { readonly sheets: readonly string[] }) {
  const { words } = useConsolidationMeans();
  if (sheets.length === 0) return null;
  return <Card severity="notice" title={words.files.results(sheets.map(visibleText))} />;
}

/** What is said of something with a name. */
function told(name: string, message: string, language: Language): string {
  return language === 'zh-CN' ? `${name}：${message}` : `${name}: ${message}`;
}
