/**
 * Whose figures they are, of when and in which money; unfolds which sheets were taken for which form. Of
 * several units how many, or the one that is looked at, by its name in their list, with the way back.
 */
import { Button, Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useRef } from 'react';
import type { WorkbookReport } from '../../application/report/report';
import { unitNames, unitTitleParts } from '../../wording/units';
import { Icon } from '../parts/icons';
import { usePane, usePaneState } from '../PaneContext';
import { unitInSight } from '../state/paneState';
import type { ScopeChoice } from './scopeInSight';
import { scopeId, scopeInSight } from './scopeInSight';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    alignItems: 'center',
    minHeight: '24px',
    columnGap: tokens.spacingHorizontalXS,
  },
  back: { flexShrink: 0, marginLeft: `calc(-1 * ${tokens.spacingHorizontalXS})` },
  turned: { display: 'flex', transform: 'rotate(90deg)' },
  unit: {
    display: 'flex',
    alignItems: 'center',
    minWidth: 0,
    minHeight: '24px',
    padding: 0,
    border: 0,
    background: 'none',
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    whiteSpace: 'pre',
    cursor: 'pointer',
    ':hover': { color: tokens.colorNeutralForeground1 },
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      borderRadius: tokens.borderRadiusSmall,
    },
  },
  // All of it, where everything else about the tables is shown.
  unfolded: { flexWrap: 'wrap', whiteSpace: 'pre-wrap', textAlign: 'left' },
  // Of a long line year and money are cut first; the name only where it fills the line by itself.
  name: {
    flexShrink: 0,
    maxWidth: 'calc(100% - 14px)',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
  },
  rest: { overflow: 'hidden', textOverflow: 'ellipsis', minWidth: 0 },
  picture: {
    display: 'flex',
    flexShrink: 0,
    marginLeft: tokens.spacingHorizontalXXS,
    transform: 'rotate(-90deg)',
  },
  open: { transform: 'none' },
});

interface UnitLineProps {
  readonly report: WorkbookReport;
  readonly scope: ScopeChoice;
  readonly onScope: (scope: ScopeChoice) => void;
}

export function UnitLine({ report, scope, onScope }: UnitLineProps) {
  const styles = useStyles();
  const { texts, language } = usePane();
  const { units: choice } = usePaneState();
  const unit = unitInSight(report, choice);
  const names = useMemo(
    () =>
      unitNames(
        report.units.map(({ tables }) => tables),
        language,
      ),
    [report, language],
  );
  if (report.units.length === 0) return null;
  if (unit === null) {
    return (
      <div className={styles.line}>
        <Text size={200}>{texts.units.count(report.units.length)}</Text>
      </div>
    );
  }
  const [stated = '', year = '', ...money] = unitTitleParts(unit.tables, language);
  const isOneOfSeveral = report.units.length > 1;
  const name = isOneOfSeveral ? (names.get(unit.number) ?? stated) : stated;
  // Some units are told apart by their year: it is not said twice.
  const isDated = name.slice(stated.length).includes(year);
  const after = [...(isDated ? [] : [year]), ...money].map((part) => ` · ${part}`).join('');
  const isOpen = scopeInSight(report, choice, scope) !== null;
  return (
    <div className={styles.line}>
      {isOneOfSeveral ? <BackButton /> : null}
      <button
        type="button"
        className={mergeClasses(styles.unit, isOpen && styles.unfolded)}
        title={`${name}${after}`}
        aria-expanded={isOpen}
        {...(isOpen ? { 'aria-controls': scopeId } : {})}
        onClick={() => {
          onScope(isOpen ? 'hidden' : 'shown');
        }}
      >
        <span className={styles.name}>{name}</span>
        <span className={styles.rest}>{after}</span>
        <span className={mergeClasses(styles.picture, isOpen && styles.open)}>
          <Icon name="down" size={12} />
        </span>
      </button>
    </div>
  );
}

/** Back to the list of units. Where a unit was opened, the keyboard goes on here. */
function BackButton() {
  const styles = useStyles();
  const { control, texts } = usePane();
  const around = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) around.current?.querySelector('button')?.focus();
  }, []);
  return (
    <span ref={around} className={styles.back}>
      <Button
        size="small"
        appearance="subtle"
        icon={
          <span className={styles.turned}>
            <Icon name="down" />
          </span>
        }
        title={texts.units.back}
        aria-label={texts.units.back}
        onClick={() => {
          control.store.send({ type: 'unitOpened', unit: null });
        }}
      />
    </span>
  );
}
