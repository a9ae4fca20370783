/**
 * Whose figures they are, of when and in which money; unfolds which sheets were taken for which form. Of
 * several units how many, or the one that is looked at with the way back.
 */
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { WorkbookReport } from '../../application/report/report';
import { unitTitleParts } from '../../wording/units';
import { Icon } from '../parts/icons';
import { usePane, usePaneState } from '../PaneContext';
import { unitInSight } from '../state/paneState';
import type { ScopeChoice } from './scopeInSight';
import { returnsInSight, scopeId } from './scopeInSight';

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'center' },
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
  // Of a long line the name is cut: year and money stay.
  name: { overflow: 'hidden', textOverflow: 'ellipsis', minWidth: '2em' },
  rest: { flexShrink: 0 },
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
  if (report.units.length === 0) return null;
  const [name, ...rest] =
    unit === null
      ? [texts.units.count(report.units.length)]
      : unitTitleParts(unit.tables, language);
  const isOpen = returnsInSight(report, choice, scope).length > 0;
  const after = rest.map((part) => ` · ${part}`).join('');
  return (
    <div className={styles.line}>
      {unit === null || report.units.length < 2 ? null : <BackButton />}
      <button
        type="button"
        className={styles.unit}
        title={`${name ?? ''}${after}`}
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
