/** Cells that cannot be written, together where they have the same reason. */
import { Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import type { BlockedWrite } from '../../domain/fill/plannedWrite';
import { writtenPlaceName } from '../../wording/terms';
import { visibleText } from '../../wording/visibleText';
import { usePane, usePaneState } from '../PaneContext';
import { Disclosure } from '../parts/Disclosure';
import { LinkButton } from '../parts/LinkButton';
import { useWritingTexts } from './useWritingTexts';

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
  },
});

export function BlockedList({ blocked }: { readonly blocked: readonly BlockedWrite[] }) {
  const styles = useStyles();
  const { control, writing, language } = usePane();
  const { busy } = usePaneState();
  const writingTexts = useWritingTexts();
  const texts = blocked.flatMap(({ place, why, cells }) =>
    why === 'partsText' ? cells.map((cell) => ({ sheet: place.sheet, cell })) : [],
  );
  return (
    <Disclosure
      title={writingTexts.preview.blocked(blocked.length)}
      initially="open"
      tone="warning"
    >
      <ul className={styles.list}>
        {together(blocked).map((alike) => {
          const [first, ...others] = alike;
          const { place, why, cells } = first;
          const name =
            others.length === 0
              ? writtenPlaceName(place, language)
              : alike.map((one) => one.place.cell).join('、');
          return (
            <li key={`${place.sheet}!${place.cell}`}>
              <LinkButton onClick={() => void control.goTo(place)}>
                {visibleText(`${place.sheet} · ${name}`)}
              </LinkButton>{' '}
              <Text size={200}>{writingTexts.blocked[why](cells.join('、'))}</Text>
            </li>
          );
        })}
      </ul>
      {texts.length === 0 ? null : (
        <Button
          size="small"
          disabledFocusable={busy !== null}
          onClick={() => void writing.previewTextNumbers(texts)}
        >
          {writingTexts.preview.convertTexts}
        </Button>
      )}
    </Disclosure>
  );
}

type Alike = readonly [BlockedWrite, ...BlockedWrite[]];

/** Cells of a sheet that wait for the same cells, or for the sheet itself. */
function together(blocked: readonly BlockedWrite[]): Alike[] {
  const groups = new Map<string, [BlockedWrite, ...BlockedWrite[]]>();
  for (const one of blocked) {
    const { place, why, cells } = one;
    const waitsFor = why === 'locked' || why === 'holdsFormula' ? '' : cells.join();
    const key = `${place.sheet}!${why}!${waitsFor}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [one]);
    else known.push(one);
  }
  return [...groups.values()];
}
