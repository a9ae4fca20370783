/** What rounding would make of a return, or what is in its way; written by a click. */
import { Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import type { RoundingPreview } from '../../application/roundTables';
import { formatAmount } from '../../domain/amount';
import type { CellReference } from '../../application/cellContent';
import { cellAddress } from '../../domain/grid';
import { placeOf } from '../../domain/returns/tableView';
import { tablesOfReturn } from '../../domain/returns/unitReturn';
import type { LeftOut } from '../../domain/rounding/leftOut';
import type { RoundedFigure, RoundingObstacle } from '../../domain/rounding/roundReturn';
import { obstacleFigures } from '../../domain/rounding/roundingObstacles';
import { groupDigits } from '../../wording/language';
import {
  convertedFrom,
  evenedText,
  leftOutAdvice,
  leftOutMessage,
  obstacleMessage,
  overtakingText,
  replacedText,
  roundedChange,
  roundingSummary,
} from '../../wording/rounding';
import { figureName } from '../../wording/terms';
import { tableTitle } from '../../wording/units';
import { visibleText } from '../../wording/visibleText';
import { usePane, usePaneState } from '../PaneContext';
import { LinkButton } from '../parts/LinkButton';
import { Parted } from '../parts/Parted';
import { StickyBar } from '../parts/StickyBar';
import { PagedRows } from '../writing/PagedRows';
import { useWritingTexts } from '../writing/useWritingTexts';
import type { RoundingControl } from './RoundingControl';

const useStyles = makeStyles({
  result: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
  },
  row: {
    display: 'grid',
    gridTemplateColumns: '1fr auto',
    columnGap: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
    overflowWrap: 'anywhere',
  },
  change: { fontWeight: tokens.fontWeightSemibold, textAlign: 'right' },
  nearest: {
    gridColumn: '1 / -1',
    textAlign: 'right',
    color: tokens.colorNeutralForeground3,
  },
  hint: { color: tokens.colorNeutralForeground2 },
});

interface RoundingResultProps {
  readonly preview: RoundingPreview;
  readonly control: RoundingControl;
}

export function RoundingResult({ preview, control }: RoundingResultProps) {
  const styles = useStyles();
  const { language } = usePane();
  const { obstacles, leftOut, unit } = preview;
  const [first] = tablesOfReturn(unit);
  return (
    <div className={styles.result} role="group" aria-label={useWritingTexts().rounding.result}>
      {first === undefined ? null : (
        <Text size={200} weight="semibold">
          {tableTitle(first.table, language)}
        </Text>
      )}
      {obstacles.length + leftOut.length > 0 ? (
        <Obstacles obstacles={obstacles} leftOut={leftOut} />
      ) : (
        <Rounded preview={preview} control={control} />
      )}
    </div>
  );
}

interface ObstaclesProps {
  readonly obstacles: readonly RoundingObstacle[];
  readonly leftOut: readonly LeftOut[];
}

function Obstacles({ obstacles, leftOut }: ObstaclesProps) {
  const styles = useStyles();
  const { language, control } = usePane();
  const texts = useWritingTexts().rounding;
  return (
    <>
      <Text size={200}>{texts.refused}</Text>
      <ul className={styles.list}>
        {leftOut.map((left, at) => (
          <li key={`left out ${at}`}>
            <LinkButton onClick={() => void control.goTo(standsAt(left))}>
              {leftOutMessage(left, language)}
            </LinkButton>
          </li>
        ))}
        {obstacles.map((obstacle, at) => {
          const [figure] = obstacleFigures(obstacle);
          const message = obstacleMessage(obstacle, language);
          return (
            <li key={at}>
              {figure === undefined ? (
                <Text size={200}>{message}</Text>
              ) : (
                <LinkButton onClick={() => void control.goTo(placeOf(figure))}>
                  {message}
                </LinkButton>
              )}
            </li>
          );
        })}
      </ul>
      {leftOut.length === 0 ? null : <Text size={200}>{leftOutAdvice(language)}</Text>}
    </>
  );
}

function standsAt(left: LeftOut): CellReference {
  if (left.kind === 'notRead') return { sheet: left.unread.sheet ?? '', cell: 'A1' };
  const { sheet, position } = left.refused;
  return { sheet, cell: cellAddress(position.row, position.column) };
}

function Rounded({ preview, control }: RoundingResultProps) {
  const styles = useStyles();
  const { language } = usePane();
  const { busy } = usePaneState();
  const texts = useWritingTexts().rounding;
  const { summary, wish, figures, layoutObstacles, unwritable, papers } = preview;
  const moved = figures.filter(({ rounded, nearest }) => rounded !== nearest);
  const overtaken = overtakingText(preview.overtaking, language);
  const formulas = replacedText(
    preview.changes.filter(({ expected }) => String(expected).startsWith('=')),
    language,
  );
  const evened = evenedText(preview.evened, language);
  const hints = [
    ...(evened === null ? [] : [evened]),
    ...(overtaken === null ? [] : [overtaken]),
    ...layoutObstacles.map((obstacle) => obstacleMessage(obstacle, language)),
    ...(unwritable.length === 0
      ? []
      : [texts.unwritable(unwritable.map(({ sheet, cell }) => ({ sheet, cell })))]),
    ...(formulas === null ? [] : [formulas]),
    ...(papers === null ? [] : [texts.papers(papers)]),
  ];
  return (
    <>
      {wish.typed === undefined ? null : (
        <Text size={200}>{convertedFrom(wish.typed, language)}</Text>
      )}
      <Text size={200}>{roundingSummary(summary, wish.target, language)}</Text>
      {moved.length === 0 ? null : (
        <Text size={200} weight="semibold">
          {texts.notNearest(moved.length)}
        </Text>
      )}
      <PagedRows
        indices={[...moved.keys()]}
        row={(index) => {
          const figure = moved[index];
          return figure === undefined ? null : <MovedFigure key={index} moved={figure} />;
        }}
      />
      {hints.map((hint) => (
        <Text key={hint} size={200} className={styles.hint}>
          {hint}
        </Text>
      ))}
      <StickyBar place="here">
        <Button
          appearance="primary"
          disabledFocusable={busy !== null || layoutObstacles.length > 0}
          onClick={() => void control.toNewSheets(preview)}
        >
          {texts.newSheets}
        </Button>
        <Button
          disabledFocusable={busy !== null || unwritable.length > 0 || preview.changes.length === 0}
          onClick={() => void control.inPlace(preview)}
        >
          {texts.inPlace}
        </Button>
      </StickyBar>
    </>
  );
}

function MovedFigure({ moved }: { readonly moved: RoundedFigure }) {
  const styles = useStyles();
  const { control, language } = usePane();
  const texts = useWritingTexts().rounding;
  const place = placeOf(moved.figure);
  return (
    <li className={styles.row}>
      <LinkButton onClick={() => void control.goTo(place)}>
        <Parted
          name={visibleText(`${place.sheet}!${place.cell} · ${figureName(place, language)}`)}
        />
      </LinkButton>
      <span className={styles.change}>{roundedChange(moved)}</span>
      <span className={styles.nearest}>
        {texts.nearest(groupDigits(formatAmount(moved.nearest)))}
      </span>
    </li>
  );
}
