/**
 * What is wrong by a rule: one finding with its figures, or all of the same kind with their lines; where an act
 * that can be put right changes them, as they will be then.
 */
import { Button, mergeClasses } from '@fluentui/react-components';
import { alikeAfter, findingItemAfter } from '../../../application/report/afterAct';
import { cellsOf } from '../../../application/report/certain';
import type { AlikeItem, FindingItem } from '../../../application/report/reportItem';
import { isCorrectable } from '../../../domain/fill/planCorrections';
import type { Finding } from '../../../domain/finding';
import { correctionName } from '../../../wording/deedNames';
import { causeOfResults, findingFacts, figureOf } from '../../../wording/findingFacts';
import { itemMessage, largestGap } from '../../../wording/items';
import { findingMessageNow } from '../../../wording/settled';
import { ruleName } from '../../../wording/terms';
import { usePane, usePaneState } from '../../PaneContext';
import { ConvertButton } from '../../rounding/ConvertButton';
import { conversionOfDoubt } from '../../rounding/RoundingForm';
import { useWritingTexts } from '../../writing/useWritingTexts';
import { useExplained } from '../explain/useExplained';
import { Facts } from './Facts';
import { FoldedRows } from './FoldedRows';
import { ItemCard } from './ItemCard';
import type { ItemProps } from './ItemCard';
import { useItemStyles } from './itemStyles';
import { Locked, useLocked } from './Locked';
import { findingRow } from './rows';

export function FindingCard(props: ItemProps<FindingItem>) {
  const styles = useItemStyles();
  const { language } = usePane();
  const explained = useExplained();
  const item = findingItemAfter(props.item, props.before);
  const { finding } = item;
  const facts = findingFacts(finding, language);
  const conversion = conversionOfDoubt(props.item.findings);
  const cause = causeOfResults([finding], language);
  const name = cause === '' ? ruleName(finding.rule, language) : cause;
  const rule = figureOf(finding) === null ? '' : name;
  return (
    <ItemCard
      {...props}
      item={item}
      figures={item === props.item ? 'now' : 'then'}
      {...(rule === '' || facts.length === 0
        ? {}
        : { line: <span className={styles.quiet}>{rule}</span> })}
      {...(isCorrectable(finding)
        ? { action: <CorrectButton findings={props.item.findings} /> }
        : conversion === null
          ? {}
          : { action: <ConvertButton choice={conversion} /> })}
    >
      {facts.length > 0 ? (
        <Facts facts={facts} />
      ) : (
        <div className={mergeClasses(styles.quiet, !props.isSelected && styles.clamped)}>
          {props.isSelected
            ? rule
            : findingMessageNow(finding, language, explained.get(finding.id))}
        </div>
      )}
    </ItemCard>
  );
}

export function AlikeCard(props: ItemProps<AlikeItem>) {
  const styles = useItemStyles();
  const { texts, language } = usePane();
  const item = alikeAfter(props.item, props.before);
  const explained = useExplained();
  const correctable = props.item.findings.filter(isCorrectable);
  const conversion = conversionOfDoubt(props.item.findings);
  const most = largestGap(item, language);
  const cause = causeOfResults(item.findings, language);
  const places = texts.list.places(item.findings.length, most);
  return (
    <ItemCard
      {...props}
      item={item}
      figures={item === props.item ? 'now' : 'then'}
      folds={
        <FoldedRows
          title={places}
          rows={() => item.findings.map((finding) => findingRow(finding, language, explained))}
        />
      }
      {...(correctable.length > 0
        ? { action: <CorrectButton findings={correctable} what={item.what} /> }
        : conversion === null
          ? {}
          : { action: <ConvertButton choice={conversion} /> })}
    >
      {cause === '' ? null : <div className={styles.quiet}>{cause}</div>}
      {/* What to do is not in the title; once selected, the card says it in full. */}
      {item.what === 'countedSubtotals' && !props.isSelected ? (
        <div className={mergeClasses(styles.quiet, styles.clamped)}>
          {itemMessage(item, language)}
        </div>
      ) : null}
    </ItemCard>
  );
}

interface CorrectButtonProps {
  readonly findings: readonly Finding[];
  readonly what?: AlikeItem['what'];
}

/** 改正: shows what would be written. */
function CorrectButton({ findings, what = 'rule' }: CorrectButtonProps) {
  const { writing, language } = usePane();
  const { busy } = usePaneState();
  const { correct } = useWritingTexts();
  const isLocked = useLocked();
  const count = findings.length;
  const several = what === 'unfilledTotals' ? correct.fill : correct.several;
  const word = count < 2 ? correct.one : several(count);
  const name = correctionName(word, findings, language);
  const cells = findings.flatMap(cellsOf);
  if (cells.length > 0 && cells.every(isLocked)) return <Locked />;
  return (
    <Button
      size="small"
      appearance="primary"
      title={name}
      aria-label={name}
      disabledFocusable={busy !== null}
      onClick={() => void writing.previewCorrections(findings)}
    >
      {word}
    </Button>
  );
}
