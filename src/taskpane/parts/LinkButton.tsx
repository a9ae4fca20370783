/** A text that leads to a place in the workbook. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  link: {
    padding: 0,
    border: 0,
    background: 'none',
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    textAlign: 'left',
    cursor: 'pointer',
    color: tokens.colorBrandForegroundLink,
    overflowWrap: 'anywhere',
    ':hover': { color: tokens.colorBrandForegroundLinkHover, textDecorationLine: 'underline' },
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      borderRadius: tokens.borderRadiusSmall,
    },
  },
});

interface LinkButtonProps {
  readonly children: ReactNode;
  /** Said on hovering, and to screen readers after the text. */
  readonly title?: string;
  /** Where the text alone does not say of what. */
  readonly name?: string;
  readonly onClick: () => void;
}

export function LinkButton({ children, title, name, onClick }: LinkButtonProps) {
  const styles = useStyles();
  return (
    <button type="button" className={styles.link} title={title} aria-label={name} onClick={onClick}>
      {children}
    </button>
  );
}
