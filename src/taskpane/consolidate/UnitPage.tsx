/** One unit of the set: whether it counts and why, what its check found, and the letter it is sent back with. */
import { Button, Spinner, Text } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { actsBefore } from '../../application/report/actsBefore';
import type { SetUnit } from '../../application/consolidation/judgeGiven';
import type { UnitFound } from '../../application/takenFile';
import type { TakenUnit } from '../../domain/consolidate/takenUnit';
import type { FileFault, HostFault } from '../../domain/fault';
import { isFileFault } from '../../domain/fault';
import { fileFaultMessage } from '../../wording/fileFaults';
import { hostFaultMessage } from '../../wording/hostFaults';
import { exclusionReason } from '../../wording/setFindings';
import { unitName } from '../../wording/terms';
import { visibleText } from '../../wording/visibleText';
import { GoneHere } from '../check/explain/GoneHere';
import { UnreadableExplanations } from '../check/explain/UnreadableExplanations';
import { ExplainedProvider } from '../check/explain/useExplained';
import { CopyText } from '../check/list/CopyText';
import { firstStop } from '../check/list/stops';
import { ItemList } from '../check/list/ItemList';
import { ReachProvider } from '../check/list/reach';
import { VerdictIcon } from '../check/VerdictIcon';
import { verdictWord } from '../check/verdictTexts';
import { Icon } from '../parts/icons';
import { usePane, usePaneState } from '../PaneContext';
import { FilePicker } from './FilePicker';
import { letterText } from './letters';
import { usePageStyles } from './pageStyles';
import { remarkText } from './remarkText';
import { setUnitNames } from './listedSetUnits';
import { useConsolidation } from './useConsolidation';
import { useCopying } from './useCopying';

export function UnitPage({ id }: { readonly id: string }) {
  const styles = usePageStyles();
  const { state } = useConsolidation();
  const { language } = usePane();
  const { judged } = state;
  const names = useMemo(() => setUnitNames(judged?.units ?? [], language), [judged, language]);
  const unit = judged?.units.find((one) => one.unit.id === id);
  if (unit === undefined) return null;
  const name = names.get(unit.number) ?? '';
  return (
    <section className={styles.page} aria-label={name}>
      <div className={styles.head}>
        <div className={styles.line}>
          <BackButton />
          <Text as="h1" size={400} weight="semibold" className={styles.title} title={name}>
            {name}
          </Text>
        </div>
        <UnitFacts unit={unit} />
      </div>
      <div className={styles.body}>
        <UnitActions unit={unit} />
        <Found unit={unit} />
      </div>
    </section>
  );
}

function BackButton() {
  const { consolidate, words } = useConsolidation();
  return (
    <Button
      size="small"
      appearance="subtle"
      icon={<Icon name="back" />}
      title={words.unit.back}
      aria-label={words.unit.back}
      onClick={consolidate.closeUnit}
    />
  );
}

/** Where it comes from, of when and in which money, and whether it counts. */
function UnitFacts({ unit: one }: { readonly unit: SetUnit }) {
  const styles = usePageStyles();
  const { texts, language } = usePane();
  const { words } = useConsolidation();
  const { unit, verdict, counts, excludedBecause } = one;
  const from = unit.source.kind === 'file' ? unit.source.file : words.files.thisWorkbook;
  const facts = [
    visibleText(from),
    ...(unit.fiscalYear === null ? [] : [String(unit.fiscalYear)]),
    ...(unit.currencyUnit === null ? [] : [unitName(unit.currencyUnit, language)]),
    ...(unit.nameAssumed ? [words.unit.assumed] : []),
  ];
  return (
    <>
      <div className={styles.line}>
        <VerdictIcon verdict={verdict} size={16} />
        <Text size={200}>{verdictWord(verdict, counts, texts)}</Text>
        <Text size={200} className={excludedBecause === null ? styles.quiet : styles.notWhole}>
          {excludedBecause === null
            ? words.unit.counts
            : words.unit.left(exclusionReason(one, language))}
        </Text>
      </div>
      <Text size={200} className={styles.quiet}>
        {facts.join(' · ')}
      </Text>
    </>
  );
}

function UnitActions({ unit: one }: { readonly unit: SetUnit }) {
  const styles = usePageStyles();
  const { consolidate, state, words } = useConsolidation();
  const copying = useCopying();
  const { unit, letter, verdict, excludedBecause } = one;
  const isIncluded = excludedBecause === null && verdict === 'errors';
  const { busy } = usePaneState();
  const { language } = usePane();
  const remark = remarkText(state.remark, words, language);
  return (
    <>
      <div className={styles.tools}>
        {letter === null ? null : (
          <Button
            size="small"
            appearance="primary"
            onClick={() => {
              copying.copy(letterText(letter), { kind: 'letterCopied', name: unit.name });
            }}
          >
            {words.unit.copyLetter}
          </Button>
        )}
        {excludedBecause === 'errors' || isIncluded ? (
          <Button
            size="small"
            onClick={() => {
              consolidate.include([unit.id], !isIncluded);
            }}
          >
            {isIncluded ? words.problems.exclude : words.problems.include}
          </Button>
        ) : null}
        {unit.source.kind === 'file' ? (
          <FilePicker
            size="small"
            label={words.unit.replace}
            count="one"
            isDisabled={busy !== null || state.reading !== null}
            onFiles={([file]) => {
              if (file !== undefined) void consolidate.replaceFile(unit, file);
            }}
          />
        ) : null}
        <Button
          size="small"
          disabledFocusable={state.reading !== null}
          onClick={() => {
            if (state.reading === null) void consolidate.takeOut(unit, true);
          }}
        >
          {words.unit.takeOut}
        </Button>
      </div>
      {remark === '' ? null : (
        <Text size={200} role="status" className={styles.quiet}>
          {remark}
        </Text>
      )}
      {copying.byHand === null ? null : <CopyText text={copying.byHand} onClose={copying.close} />}
    </>
  );
}

/**
 * The same items as on 校验, with what the unit has said of them; those of a file lead nowhere, as nobody has
 * opened it.
 */
function Found({ unit: { unit } }: { readonly unit: SetUnit }) {
  const { language } = usePane();
  const { state, words } = useConsolidation();
  const report = state.report?.unit === unit.id ? state.report : null;
  if (report === null) return null;
  switch (report.kind) {
    case 'reading':
      return <Spinner size="tiny" label={words.unit.reading} />;
    case 'failed':
      return <Text role="alert">{faultText(report.fault, language)}</Text>;
    case 'made':
      return <Made unit={unit} found={report} />;
  }
}

function Made({ unit, found }: { readonly unit: TakenUnit; readonly found: UnitFound }) {
  const { report, explained } = found;
  return (
    <>
      <UnreadableExplanations explained={explained} units={[report]} />
      <ExplainedProvider value={explained.byFinding}>
        <Items unit={unit} report={report} />
      </ExplainedProvider>
      <GoneHere gone={explained.gone} unit={report.tables.id} />
    </>
  );
}

function Items({ unit, report }: { readonly unit: TakenUnit } & Pick<UnitFound, 'report'>) {
  const { control } = usePane();
  const { words } = useConsolidation();
  const [selected, setSelected] = useState<string | null>(null);
  const { items, tables } = report;
  if (items.length === 0) return <Text>{words.unit.noFindings}</Text>;
  const reach = unit.source.kind === 'file' ? 'file' : 'cells';
  return (
    <ReachProvider value={reach}>
      <ItemList
        items={items}
        acts={actsBefore(items, items)}
        unit=""
        at={items.findIndex(({ key }) => key === selected)}
        onVisit={(item) => {
          setSelected(item.key);
          const place = firstStop({ id: tables.id, items }, item)?.place ?? null;
          if (reach === 'cells' && place !== null) void control.goTo(place);
        }}
      />
    </ReachProvider>
  );
}

function faultText(fault: FileFault | HostFault, language: 'zh-CN' | 'en-US'): string {
  return isFileFault(fault) ? fileFaultMessage(fault, language) : hostFaultMessage(fault, language);
}
