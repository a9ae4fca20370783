/** The shares of the units in the figure of a result that is selected: amounts, percentages, bars, and the way there. */
import { Button, Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useSyncExternalStore } from 'react';
import type { CellReference } from '../../application/cellContent';
import type { FigureTrace, TracedShare } from '../../application/consolidation/traceFigure';
import { hostFaultMessage } from '../../wording/hostFaults';
import {
  tracedAmount,
  tracedName,
  tracedPercentage,
  tracedTotal,
  traceTexts,
} from '../../wording/traceTexts';
import { visibleText } from '../../wording/visibleText';
import { MoreItems } from '../parts/MoreRows';
import { useGrowing } from '../parts/useGrowing';
import type { PaneControl } from '../control/PaneControl';
import { usePane } from '../PaneContext';
import { LinkButton } from '../parts/LinkButton';
import { TraceControl } from './TraceControl';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  warning: { color: tokens.colorStatusWarningForeground1 },
  list: {
    // What stands below it on the page stays in sight.
    maxHeight: '45vh',
    overflowY: 'auto',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
  },
  share: { contentVisibility: 'auto', containIntrinsicSize: 'auto 52px' },
  go: {
    display: 'block',
    width: '100%',
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXS}`,
    border: 0,
    background: 'none',
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground1,
    textAlign: 'left',
    cursor: 'pointer',
    borderRadius: tokens.borderRadiusSmall,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  head: { display: 'flex', alignItems: 'baseline', columnGap: tokens.spacingHorizontalS },
  name: { flex: '1 1 0', minWidth: 0, margin: 0, overflowWrap: 'anywhere' },
  figure: { fontVariantNumeric: 'tabular-nums', textAlign: 'right', overflowWrap: 'anywhere' },
  percentage: { minWidth: '4.5em' },
  bar: {
    display: 'block',
    height: '4px',
    marginTop: tokens.spacingVerticalXXS,
    backgroundColor: tokens.colorNeutralStroke2,
    borderRadius: tokens.borderRadiusSmall,
  },
  filled: {
    display: 'block',
    height: '100%',
    minWidth: '1px',
    backgroundColor: tokens.colorBrandBackground,
    borderRadius: tokens.borderRadiusSmall,
    // A bar is information: it stays where the system's own colours replace ours.
    forcedColorAdjust: 'none',
  },
  source: {
    padding: `0 ${tokens.spacingHorizontalXS}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
});

/** One for each pane; what it knows is read anew whenever the view is opened. */
const controls = new WeakMap<PaneControl, TraceControl>();

function traceControlOf(pane: PaneControl): TraceControl {
  let own = controls.get(pane);
  if (own === undefined) {
    own = new TraceControl(pane.ports, pane.store);
    controls.set(pane, own);
  }
  return own;
}

/** Shows nothing where no result stands in the workbook. */
export function TracePart() {
  const styles = useStyles();
  const { control, language } = usePane();
  const tracing = traceControlOf(control);
  const state = useSyncExternalStore(tracing.subscribe, tracing.get);
  useEffect(() => tracing.watch(), [tracing]);
  const words = traceTexts(language);
  if (state.kind === 'none') return null;
  return (
    <section className={styles.part} aria-label={words.title}>
      <div className={styles.head}>
        <Text as="h2" size={300} weight="semibold" className={styles.name}>
          {words.title}
        </Text>
        {state.kind === 'traced' ? (
          <Button size="small" appearance="subtle" onClick={tracing.close}>
            {words.close}
          </Button>
        ) : null}
      </div>
      {state.kind === 'waiting' || state.kind === 'reading' ? (
        <Text size={200} className={styles.quiet}>
          {state.kind === 'waiting' ? words.hint : words.reading}
        </Text>
      ) : null}
      {state.kind === 'failed' ? (
        <Text size={200} className={styles.warning}>
          {hostFaultMessage(state.fault, language)}
        </Text>
      ) : null}
      {state.kind === 'traced' ? <Traced trace={state.trace} isOld={state.isOld} /> : null}
    </section>
  );
}

function Traced({ trace, isOld }: { readonly trace: FigureTrace; readonly isOld: boolean }) {
  const styles = useStyles();
  const { control, language } = usePane();
  const words = traceTexts(language);
  const { shares, shown, total, isCurrent, unread } = trace;
  const [firstUnread] = unread;
  return (
    <>
      <div role="status">
        <LinkButton title={addressOf(trace.place)} onClick={() => void control.goTo(trace.place)}>
          {visibleText(tracedName(trace, language))}
        </LinkButton>
        <Text as="p" block size={200} className={styles.title}>
          {shares.length === 0
            ? words.noShare
            : words.total(tracedTotal(trace, language), shares.length)}
        </Text>
      </div>
      {isOld ? (
        <Text size={200} className={styles.warning}>
          {words.old}
        </Text>
      ) : null}
      {isCurrent ? null : (
        <Text size={200} className={styles.warning}>
          {words.notCurrent(
            shown === null ? words.blank : tracedAmount(shown),
            tracedAmount(total),
          )}
        </Text>
      )}
      {firstUnread === undefined ? null : (
        <Text size={200} className={styles.warning}>
          {words.unread(unread.length, addressOf(firstUnread))}
        </Text>
      )}
      <Shares key={addressOf(trace.place)} shares={shares} />
    </>
  );
}

function Shares({ shares }: { readonly shares: readonly TracedShare[] }) {
  const styles = useStyles();
  const growing = useGrowing(shares.length);
  return (
    <ul className={styles.list}>
      {shares.slice(0, growing.shown).map((share) => (
        <li key={`${share.unit} ${share.file}`} className={styles.share}>
          <Share share={share} />
        </li>
      ))}
      <MoreItems growing={growing} />
    </ul>
  );
}

function Share({ share }: { readonly share: TracedShare }) {
  const styles = useStyles();
  const { control, language } = usePane();
  const words = traceTexts(language);
  const { unit, amount, basisPoints, parts } = share;
  const [part] = parts;
  if (part === undefined) return null;
  const goal = part.own ?? part.paper;
  const width = Math.min(100, Math.abs(basisPoints ?? 0) / 100);
  return (
    <>
      <button
        type="button"
        className={styles.go}
        title={words.goTo(addressOf(goal))}
        onClick={() => void control.goTo(goal)}
      >
        <span className={styles.head}>
          <span className={styles.name}>{visibleText(unit)}</span>
          <span className={styles.figure}>{tracedAmount(amount)}</span>
          <span className={mergeClasses(styles.figure, styles.percentage)}>
            {tracedPercentage(basisPoints)}
          </span>
        </span>
        <span className={styles.bar}>
          <span className={styles.filled} style={{ width: `${width}%` }} />
        </span>
      </button>
      <div className={styles.source}>
        {parts.length > 1 ? words.lines(parts.length) : <Source share={share} />}
        {part.own === null ? null : (
          <>
            {' '}
            <LinkButton onClick={() => void control.goTo(part.paper)}>
              {words.paper(addressOf(part.paper))}
            </LinkButton>
          </>
        )}
      </div>
    </>
  );
}

function Source({ share: { file, parts } }: { readonly share: TracedShare }) {
  const { language } = usePane();
  const source = parts[0]?.source ?? null;
  const place = [file, source === null ? '' : addressOf(source)].filter((one) => one !== '');
  return place.length === 0 ? null : traceTexts(language).from(visibleText(place.join(' ')));
}

function addressOf({ sheet, cell }: CellReference): string {
  return visibleText(`${sheet}!${cell}`);
}
