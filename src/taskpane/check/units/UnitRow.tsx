/** One unit of several: its name, its verdict, and how much there is. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { memo } from 'react';
import type { UnitReport } from '../../../application/report/report';
import { usePane } from '../../PaneContext';
import { narrow } from '../../parts/narrow';
import { VerdictIcon } from '../VerdictIcon';
import type { VerdictName } from '../verdictTexts';
import { verdictWord } from '../verdictTexts';

const useStyles = makeStyles({
  unit: { contentVisibility: 'auto', containIntrinsicSize: 'auto 34px' },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    width: '100%',
    minHeight: '32px',
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground1,
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
    },
  },
  name: {
    flex: '1 1 6em',
    minWidth: 0,
    fontWeight: tokens.fontWeightSemibold,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  verdict: {
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
    [narrow]: { whiteSpace: 'normal' },
  },
  count: {
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
});

interface UnitRowProps {
  readonly unit: UnitReport;
  readonly name: string;
  /** Whether it was looked at last. */
  readonly isLast: boolean;
  /** Whether the tab key stops here. */
  readonly isStop: boolean;
}

export const UnitRow = memo(function UnitRow({ unit, name, isLast, isStop }: UnitRowProps) {
  const { control, texts } = usePane();
  const { verdict, counts, tables } = unit;
  const isBesides = counts.warning > 0 && verdict !== 'warnings';
  return (
    <UnitLineRow
      look={verdict}
      name={name}
      word={verdictWord(verdict, counts, texts)}
      besides={isBesides ? texts.verdictDetail.counts.warning(counts.warning) : ''}
      isLast={isLast}
      isStop={isStop}
      onOpen={() => {
        void control.openUnit(tables);
      }}
    />
  );
});

interface UnitLineRowProps extends Pick<UnitRowProps, 'name' | 'isLast' | 'isStop'> {
  readonly look: VerdictName;
  /** Its verdict, and what else is to be said in a word. */
  readonly word: string;
  readonly besides: string;
  readonly onOpen: () => void;
}

/** A unit as a row, whatever list it stands in. */
export function UnitLineRow(props: UnitLineRowProps) {
  const { look, name, word, besides, isLast, isStop, onOpen } = props;
  const styles = useStyles();
  return (
    <li className={styles.unit}>
      <button
        type="button"
        data-entry
        {...(isLast ? { 'data-last': true } : {})}
        className={styles.row}
        tabIndex={isStop ? 0 : -1}
        onClick={onOpen}
      >
        <VerdictIcon verdict={look} size={16} />
        <span className={styles.name} title={name}>
          {name}
        </span>
        <span className={styles.verdict}>{word}</span>
        <span className={styles.count}>{besides}</span>
      </button>
    </li>
  );
}
