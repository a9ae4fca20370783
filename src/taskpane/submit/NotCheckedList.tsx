/** What could not be checked, each with its reason; a click leads to where that is seen. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { NotChecked } from '../../application/readyToSubmit';
import type { WorkbookReport } from '../../application/report/report';
import { cellAddress } from '../../domain/grid';
import { notCheckedReason } from '../../wording/submission';
import { LinkButton } from '../parts/LinkButton';
import type { PaneControl } from '../control/PaneControl';
import { usePane } from '../PaneContext';

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'start',
    gap: tokens.spacingVerticalXXS,
  },
});

interface NotCheckedListProps {
  readonly what: readonly NotChecked[];
  readonly report: WorkbookReport;
}

export function NotCheckedList({ what, report }: NotCheckedListProps) {
  const styles = useStyles();
  const { control, language } = usePane();
  return (
    <ul className={styles.list}>
      {what.map((one, at) => {
        const reason = notCheckedReason(one, language, 'pane');
        const lead = leadTo(one, report, control);
        return (
          <li key={at}>
            {lead === null ? (
              reason
            ) : (
              <LinkButton
                onClick={() => {
                  lead();
                }}
              >
                {reason}
              </LinkButton>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** Null where there is no place to be shown. */
function leadTo(what: NotChecked, report: WorkbookReport, control: PaneControl) {
  switch (what.kind) {
    case 'undecided':
    case 'notCompared': {
      const unit = report.units.find(({ number }) => number === what.unit);
      if (unit === undefined) return null;
      return () => {
        control.store.send({ type: 'pageOpened', page: 'check' });
        void control.openUnit(unit.tables);
      };
    }
    case 'refused': {
      const { sheet, position } = what.refused;
      const cell = cellAddress(position.row, position.column);
      return () => void control.goTo({ sheet, cell });
    }
    case 'unread': {
      const { sheet } = what.unread;
      return sheet === null ? null : () => void control.goTo({ sheet, cell: 'A1' });
    }
    case 'noTable':
    case 'namesUnknown':
    case 'marksUnknown':
    case 'savingUnknown':
      return null;
  }
}
