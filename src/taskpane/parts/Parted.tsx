/** A name of several parts, 教育·一般公共预算·预算数: broken between its parts, and within one only where it must be. */
import { makeStyles } from '@fluentui/react-components';

const useStyles = makeStyles({ part: { display: 'inline-block', maxWidth: '100%' } });

export function Parted({ name }: { readonly name: string }) {
  const styles = useStyles();
  // Where spaces part words, lines break at them as usual.
  const parts = name
    .split(/·(?! )/)
    .map((part, at, all) => (at < all.length - 1 ? `${part}·` : part))
    .filter((part) => part !== '');
  if (parts.length === 1) return name;
  return parts.map((part, at) => (
    <span key={at} className={styles.part}>
      {part}
    </span>
  ));
}
