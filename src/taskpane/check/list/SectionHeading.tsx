/** Above a part of the list of findings: what it has in common, and how many there are. */
import { Text, makeStyles, tokens } from '@fluentui/react-components';
import { ruleName } from '../../../wording/terms';
import { usePane } from '../../PaneContext';
import type { ListSection } from './sections';
import { visibleText } from '../../../wording/visibleText';

const useStyles = makeStyles({
  title: {
    margin: 0,
    display: 'flex',
    justifyContent: 'space-between',
    color: tokens.colorNeutralForeground2,
  },
});

export function SectionHeading({ section: { title, items } }: { readonly section: ListSection }) {
  const styles = useStyles();
  const { texts, language } = usePane();
  const name = () => {
    switch (title.by) {
      case 'cause':
        return texts.diagnosis.title;
      case 'rule':
        return `${title.rule} ${ruleName(title.rule, language)}`;
      case 'sheet':
        return visibleText(title.sheet);
      case 'severity':
        return texts.severityPlural[title.severity];
    }
  };
  return (
    <Text as="h3" size={200} weight="semibold" className={styles.title}>
      <span>{name()}</span>
      <span>{items.length}</span>
    </Text>
  );
}
