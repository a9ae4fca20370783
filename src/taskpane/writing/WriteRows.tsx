/** Cells of a preview that are chosen one by one. */
import type { ChangePlan } from '../../domain/fill/plannedChange';
import { PagedRows } from './PagedRows';
import { WriteItem } from './PreviewItem';

interface WriteRowsProps {
  readonly plan: ChangePlan;
  /** Indices into the plan's writes. */
  readonly indices: readonly number[];
  /** Whether each row says why, or the title above all of them does. */
  readonly reasons: 'shown' | 'above';
  readonly chosen: ReadonlySet<number>;
  readonly onToggle: (index: number) => void;
}

export function WriteRows({ plan, indices, reasons, chosen, onToggle }: WriteRowsProps) {
  return (
    <PagedRows
      indices={indices}
      row={(index) => {
        const write = plan.changes[index];
        if (write === undefined) return null;
        return (
          <WriteItem
            key={index}
            write={write}
            reason={reasons}
            isChosen={chosen.has(index)}
            onToggle={() => {
              onToggle(index);
            }}
          />
        );
      }}
    />
  );
}
