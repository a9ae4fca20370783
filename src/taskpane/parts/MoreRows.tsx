/** What stands behind the entries of a long list that are in the page: how many come next, or nothing. */
import { Button } from '@fluentui/react-components';
import { usePane } from '../PaneContext';
import type { Growing } from './useGrowing';

interface MoreRowsProps {
  readonly growing: Growing;
  readonly size?: 'small' | 'medium';
  readonly className?: string;
}

export function MoreRows({ growing, size = 'small', className }: MoreRowsProps) {
  const { texts } = usePane();
  const { next, rest, end, showMore } = growing;
  return rest === 0 ? null : (
    <div ref={end} className={className}>
      <Button size={size} onClick={showMore}>
        {texts.list.more(next, rest)}
      </Button>
    </div>
  );
}

/** The same as the last item of a list. */
export function MoreItems({ growing }: Pick<MoreRowsProps, 'growing'>) {
  return growing.rest === 0 ? null : (
    <li>
      <MoreRows growing={growing} />
    </li>
  );
}
