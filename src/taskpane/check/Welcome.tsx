/** The first run: one screen that says what this is for, with one useful action. */
import { Subtitle1, Text, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { usePane } from '../PaneContext';
import { Icon } from '../parts/icons';

const useStyles = makeStyles({
  welcome: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    padding: `${tokens.spacingVerticalXL} ${tokens.spacingHorizontalXS}`,
  },
  points: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
  },
  point: { display: 'flex', gap: tokens.spacingHorizontalS },
  tick: { color: tokens.colorBrandForeground1, flexShrink: 0, paddingTop: '2px' },
  title: { margin: 0 },
});

export function Welcome({ command }: { readonly command: ReactNode }) {
  const styles = useStyles();
  const { welcome } = usePane().texts;
  return (
    <div className={styles.welcome}>
      <img src="assets/icon-80.png" width="56" height="56" alt="" />
      <Subtitle1 as="h1" className={styles.title}>
        {welcome.title}
      </Subtitle1>
      <Text>{welcome.lead}</Text>
      {command}
      <ul className={styles.points}>
        {welcome.points.map((point) => (
          <li key={point} className={styles.point}>
            <span className={styles.tick}>
              <Icon name="passed" />
            </span>
            <Text size={200}>{point}</Text>
          </li>
        ))}
      </ul>
    </div>
  );
}
