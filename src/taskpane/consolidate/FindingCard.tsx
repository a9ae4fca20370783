/** A finding about the set, with the choice that settles it. */
import { Button, Field, Radio, RadioGroup, Select } from '@fluentui/react-components';
import type { JudgedSet, SetUnit } from '../../application/consolidation/judgeGiven';
import { unitTotals } from '../../application/consolidation/unitTotals';
import { meaningsOf } from '../../domain/consolidate/labelMap';
import type { SetFinding } from '../../domain/consolidate/setFinding';
import { formById } from '../../domain/forms/officialForms';
import type { FormId } from '../../domain/forms/terms';
import { namesInSight, setFindingMessage, shortName, unitLabel } from '../../wording/setFindings';
import { measuredIn, ruleName } from '../../wording/terms';
import { groupDigits } from '../../wording/language';
import { formatAmount } from '../../domain/amount';
import { visibleText } from '../../wording/visibleText';
import { usePane } from '../PaneContext';
import { Disclosure } from '../parts/Disclosure';
import { LinkButton } from '../parts/LinkButton';
import { Card } from './Card';
import { CountChoices } from './CountChoices';
import { CurrencyChoice } from './CurrencyChoice';
import { usePageStyles } from './pageStyles';
import type { Copying } from './useCopying';
import { useConsolidated, useConsolidationMeans } from './useConsolidation';

interface FindingCardProps {
  readonly finding: SetFinding;
  readonly judged: JudgedSet;
  readonly copying: Copying;
}

export function FindingCard({ finding, judged, copying }: FindingCardProps) {
  const { language } = usePane();
  const { detail, severity, rule } = finding;
  return (
    <Card severity={severity} title={ruleName(rule, language)}>
      <span>{setFindingMessage(finding, judged.judgement, language, 'pane')}</span>
      {finding.units.length > namesInSight ? <Units finding={finding} judged={judged} /> : null}
      {detail.kind === 'unitTwice' ? <Versions finding={finding} judged={judged} /> : null}
      <CountChoices finding={finding} judged={judged} />
      {detail.kind === 'currencyMissing' || detail.kind === 'currencyChosen' ? (
        <CurrencyChoice finding={finding} judged={judged} />
      ) : null}
      {detail.kind === 'resultLacks' ? <Lacking finding={finding} judged={judged} /> : null}
      {detail.kind === 'otherYear' ? <Years years={detail.years} /> : null}
      {detail.kind === 'unitMissing' ? <Names names={finding.names} copying={copying} /> : null}
      {detail.kind === 'unknownLabel' ? <Meaning form={detail.form} label={detail.label} /> : null}
    </Card>
  );
}

/** All units of a finding that names only the first of them. */
function Units({ finding, judged }: Pick<FindingCardProps, 'finding' | 'judged'>) {
  const styles = usePageStyles();
  const { language } = usePane();
  const { consolidate, words } = useConsolidationMeans();
  return (
    <Disclosure title={words.list.title(finding.units.length)} initially="closed">
      <ul className={styles.cards}>
        {finding.units.map((number) => {
          const id = judged.units[number - 1]?.unit.id ?? '';
          return (
            <li key={number}>
              <LinkButton onClick={() => void consolidate.openUnit(id)}>
                {unitLabel(judged.judgement, number, language)}
              </LinkButton>
            </li>
          );
        })}
      </ul>
    </Disclosure>
  );
}

/** A result that is not whole: what it holds, its corrected file, or it counts all the same. */
function Lacking({ finding, judged }: Pick<FindingCardProps, 'finding' | 'judged'>) {
  const styles = usePageStyles();
  const { language } = usePane();
  const { consolidate, words } = useConsolidationMeans();
  const accepted = finding.detail.kind === 'resultLacks' && finding.detail.accepted;
  return (
    <>
      {finding.units.map((number) => {
        const id = judged.units[number - 1]?.unit.id ?? '';
        const name = unitLabel(judged.judgement, number, language);
        const { include, undo } = { include: words.problems.include, undo: words.problems.forget };
        return (
          <div key={number} className={styles.actions}>
            <LinkButton onClick={() => void consolidate.openUnit(id)}>{name}</LinkButton>
            <Button
              size="small"
              aria-label={
                accepted ? words.problems.forgetLabel(name) : words.problems.includeUnit(name)
              }
              onClick={() => {
                consolidate.sayCounts([id], accepted ? null : true);
              }}
            >
              {accepted ? undo : include}
            </Button>
          </div>
        );
      })}
    </>
  );
}

/** Of units that are no versions of one another. */
const several = 'several';

/** Which of a unit's versions is valid, or are they several units? */
function Versions({ finding, judged }: Pick<FindingCardProps, 'finding' | 'judged'>) {
  const styles = usePageStyles();
  const { consolidate, words } = useConsolidationMeans();
  const chosenVersions = useConsolidated(({ decisions }) => decisions.chosenVersions);
  const versions = finding.units.flatMap((number) => judged.units[number - 1] ?? []);
  const areSeveral = finding.detail.kind === 'unitTwice' && finding.detail.areSeveral;
  const chosen = areSeveral
    ? several
    : (versions.find(({ unit }) => chosenVersions.has(unit.id))?.unit.id ?? '');
  return (
    <Field label={words.problems.chooseVersion} size="small">
      <RadioGroup
        className={styles.radios}
        value={chosen}
        onChange={(_, { value }) => {
          const others = new Set(versions.map(({ unit }) => unit.id));
          const kept = [...chosenVersions].filter((id) => !others.has(id));
          const isVersion = value !== several;
          consolidate.sayCounts([...others], isVersion ? null : true);
          consolidate.decide({ chosenVersions: new Set(isVersion ? [...kept, value] : kept) });
        }}
      >
        {versions.map((version) => (
          <Version key={version.unit.id} version={version} />
        ))}
        <Radio value={several} label={words.problems.severalUnits} />
      </RadioGroup>
    </Field>
  );
}

function Version({ version }: { readonly version: SetUnit }) {
  const { language } = usePane();
  const { words } = useConsolidationMeans();
  const { unit, number } = version;
  const { projects, budgeted, currencyUnit } = unitTotals(unit);
  const source =
    unit.source.kind === 'file'
      ? unit.source.file
      : [...unit.tables.values()].map(({ sheet }) => sheet).join('、');
  return (
    <Radio
      value={unit.id}
      label={words.problems.version(
        number,
        shortName(source, language),
        groupDigits(formatAmount(projects)),
        measuredIn(groupDigits(formatAmount(budgeted)), currencyUnit, language),
      )}
    />
  );
}

function Years({ years }: { readonly years: readonly number[] }) {
  const styles = usePageStyles();
  const { consolidate, words } = useConsolidationMeans();
  return (
    <div className={styles.actions}>
      {years.map((year) => (
        <Button
          key={year}
          size="small"
          onClick={() => {
            consolidate.decide({ fiscalYear: year });
          }}
        >
          {words.problems.useYear(year)}
        </Button>
      ))}
    </div>
  );
}

function Names({
  names,
  copying,
}: {
  readonly names: readonly string[];
  readonly copying: Copying;
}) {
  const styles = usePageStyles();
  const { words } = useConsolidationMeans();
  return (
    <div className={styles.actions}>
      <Button
        size="small"
        onClick={() => {
          const text = names.map(visibleText).join('\r\n');
          copying.copy(text, { kind: 'namesCopied', names: names.length });
        }}
      >
        {words.problems.copyNames}
      </Button>
    </div>
  );
}

/** The form's line that a label belongs to. */
function Meaning({ form, label }: { readonly form: FormId; readonly label: string }) {
  const styles = usePageStyles();
  const { language } = usePane();
  const { consolidate, words } = useConsolidationMeans();
  return (
    <Field label={words.problems.line} size="small" orientation="horizontal">
      <Select
        size="small"
        select={{ className: styles.narrow }}
        aria-label={words.problems.lineFor(shortName(label, language))}
        value=""
        onChange={(_, { value }) => {
          if (value !== '') void consolidate.mapLabel(label, value);
        }}
      >
        <option value="">{words.problems.choose}</option>
        {meaningsOf(formById(form)).map((line) => (
          <option key={line} value={line}>
            {line}
          </option>
        ))}
      </Select>
    </Field>
  );
}
