/** A name of several parts, 教育·一般公共预算·预算数: broken between its parts, and within one only where it must be. */
import { makeStyles } from '@fluentui/react-components';
import { Fragment } from 'react';

const useStyles = makeStyles({ part: { display: 'inline-block', maxWidth: '100%' } });

export function Parted({ name }: { readonly name: string }) {
  const styles = useStyles();
  const parts = name.split(/(?<=·)/);
  if (parts.length === 1) return name;
  return parts.map((part, at) => (
    <Fragment key={at}>
      {/* Within its part it would be lost. */}
      {part.startsWith(' ') ? ' ' : null}
      <span className={styles.part}>{part.trimStart()}</span>
    </Fragment>
  ));
}
