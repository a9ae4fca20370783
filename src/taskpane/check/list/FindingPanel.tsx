/** What was found: the units, or the items of one of them, with what goes with a list. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { actsBefore } from '../../../application/report/actsBefore';
import { listedItems, passesFilter } from '../../../application/report/listedItems';
import type { UnitReport, WorkbookReport } from '../../../application/report/report';
import { findingsOf } from '../../../application/report/report';
import type { ReportItem } from '../../../application/report/reportItem';
import type { Finding } from '../../../domain/finding';
import { unitNames } from '../../../wording/units';
import { usePane, usePaneState } from '../../PaneContext';
import { noFilter, unitInSight } from '../../state/paneState';
import { UnitList } from '../units/UnitList';
import { listedUnits } from '../units/listedUnits';
import { AdoptAll } from './AdoptAll';
import { CopyText } from './CopyText';
import { FindingFilters } from './FindingFilters';
import { FindingTools } from './FindingTools';
import { ItemList } from './ItemList';
import { copyText } from './clipboard';
import { copiedText } from './copiedText';
import type { Stride } from './stops';
import { firstStop, nextStop, positionAmong, stopsOf } from './stops';

const useStyles = makeStyles({
  panel: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
});

export function FindingPanel({ report }: { readonly report: WorkbookReport }) {
  const styles = useStyles();
  const { control, texts, language } = usePane();
  const { filter, preferences, units: choice, visited } = usePaneState();
  const [copied, setCopied] = useState<string | null>(null);
  const [choices, setChoices] = useState<'shown' | 'hidden'>('hidden');
  const unit = unitInSight(report, choice);
  const names = useMemo(
    () =>
      unitNames(
        report.units.map(({ tables }) => tables),
        language,
      ),
    [report, language],
  );
  const inSight = useMemo(
    () => (unit === null ? report : { ...report, units: [unit] }),
    [report, unit],
  );
  const here = useMemo(
    () => (unit === null ? null : { id: unit.tables.id, items: listedItems(unit.items, filter) }),
    [unit, filter],
  );
  const items = here?.items ?? [];
  const acts = useMemo(() => actsBefore(unit?.items ?? [], here?.items ?? []), [unit, here]);
  const at = items.findIndex(({ key }) => key === visited?.key);
  const findings = findingsOf(inSight);

  const step = (by: 1 | -1, stride: Stride) => {
    const units = report.units.length === 1 ? report.units : listedUnits(report, choice, names);
    const listed = units.map((one) => ({
      id: one.tables.id,
      items: listedItems(one.items, one === unit ? filter : { ...noFilter, hidden: filter.hidden }),
    }));
    const stop = nextStop(
      listed,
      unit === null ? -1 : units.findIndex((one) => one === unit),
      visited,
      by,
      stride,
    );
    if (stop !== null) void control.visit(stop);
  };
  useSteppingKeys(step);

  const copy = async () => {
    const isShown = (finding: Finding) => unit === null || passesFilter(finding, filter);
    const list = { report: inSight, isShown, round: preferences.round };
    const text = copiedText(list, texts, language);
    const done = await copyText(text);
    setCopied(done ? null : text);
    if (!done) return;
    const deed = { kind: 'copied', findings: findings.filter(isShown).length } as const;
    control.store.send({ type: 'done', deed });
  };

  // The same while the list is: items that are not concerned are not drawn again.
  const visit = useCallback(
    (item: ReportItem) => {
      const stop = here === null ? null : firstStop(here, item);
      if (stop !== null) void control.visit(stop);
    },
    [control, here],
  );

  if (report.units.length < 2 && findings.length === 0) return null;
  return (
    <section className={styles.panel} aria-label={texts.list.title}>
      <FindingTools
        choices={unit === null ? null : choices}
        onChoices={setChoices}
        adoptAll={<AdoptAll units={inSight.units} />}
        position={<Position unit={unit} items={items} at={at} />}
        canStep={findingsOf(report).length > 0}
        onStep={step}
        onCopy={() => void copy()}
      />
      {copied === null ? null : (
        <CopyText
          text={copied}
          onClose={() => {
            setCopied(null);
          }}
        />
      )}
      {here === null ? (
        <UnitList report={report} names={names} />
      ) : (
        <>
          {choices === 'shown' ? <FindingFilters findings={findings} /> : null}
          <ItemList
            items={items}
            acts={acts}
            unit={report.units.length < 2 ? '' : (names.get(unit?.number ?? 0) ?? '')}
            at={at}
            onVisit={visit}
          />
        </>
      )}
    </section>
  );
}

interface PositionProps {
  readonly unit: UnitReport | null;
  readonly items: readonly ReportItem[];
  readonly at: number;
}

/** How many items there are; which is selected, and which of its cells. */
function Position({ unit, items, at }: PositionProps) {
  const { texts } = usePane();
  const { visited } = usePaneState();
  const item = items[at];
  if (unit === null) return null;
  if (item === undefined) return texts.list.items(items.length);
  const stops = stopsOf({ id: unit.tables.id, items: [item] });
  const cell = positionAmong(stops, visited);
  const position = texts.list.position(at + 1, items.length);
  return stops.length < 2 || cell < 0
    ? position
    : `${position} · ${texts.list.cellPosition(cell + 1, stops.length)}`;
}

/** F8 and Shift+F8 anywhere in the pane, from cell to cell; with Ctrl from item to item. */
function useSteppingKeys(step: (by: 1 | -1, stride: Stride) => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'F8' || event.altKey) return;
      event.preventDefault();
      step(event.shiftKey ? -1 : 1, event.ctrlKey ? 'item' : 'cell');
    };
    document.addEventListener('keydown', listen);
    return () => {
      document.removeEventListener('keydown', listen);
    };
  });
}
