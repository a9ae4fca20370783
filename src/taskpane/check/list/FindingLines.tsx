/** The findings that an item stands for, each a line that leads to its cell. */
import type { Finding } from '../../../domain/finding';
import { findingMessage } from '../../../wording/findings';
import { LinkButton } from '../../parts/LinkButton';
import { usePane } from '../../PaneContext';
import { useEntryStyles } from './entryStyles';

export function FindingLines({ findings }: { readonly findings: readonly Finding[] }) {
  const styles = useEntryStyles();
  const { control, language } = usePane();
  return (
    <ul className={styles.plain}>
      {findings.map((finding) => {
        const [cell] = finding.cells;
        const message = findingMessage(finding, language);
        return (
          <li key={finding.id}>
            {cell === undefined ? (
              message
            ) : (
              <LinkButton onClick={() => void control.goTo({ sheet: finding.sheet, cell })}>
                {message}
              </LinkButton>
            )}
          </li>
        );
      })}
    </ul>
  );
}
