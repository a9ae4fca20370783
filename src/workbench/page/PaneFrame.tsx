// The add-in's pane: the page as built for Excel, in a frame with Excel's host object.

import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import type { RefObject } from 'react';
import { useLayoutEffect } from 'react';
import type { PaneConnection } from './connection';
import { connectorName } from './connector';

const useStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    width: '352px',
    flexShrink: 0,
    borderLeft: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  hidden: { display: 'none' },
  head: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    paddingLeft: tokens.spacingHorizontalM,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  frame: { flexGrow: 1, border: 'none', width: '100%' },
});

interface PaneFrameProps {
  readonly connection: PaneConnection;
  readonly frame: RefObject<HTMLIFrameElement | null>;
  readonly url: string;
  readonly title: string;
  readonly label: string;
  readonly closeLabel: string;
  /** A closed pane goes on running, as the manifest's runtime says. */
  readonly visible: boolean;
  readonly onClose: () => void;
  /** Hears of keys pressed inside the pane. */
  readonly onKey: (event: KeyboardEvent) => void;
}

export function PaneFrame(props: PaneFrameProps) {
  const { connection, frame, url, title, label, closeLabel, visible, onClose, onKey } = props;
  const styles = useStyles();
  useLayoutEffect(() => {
    Reflect.set(window, connectorName, connection.connect);
    return () => {
      connection.remove();
    };
  }, [connection]);
  return (
    <aside aria-label={label} className={visible ? styles.pane : styles.hidden}>
      <div className={styles.head}>
        <h2 className={styles.title}>{title}</h2>
        <Button
          appearance="subtle"
          aria-label={closeLabel}
          icon={<DismissRegular />}
          onClick={onClose}
        />
      </div>
      <iframe
        ref={frame}
        src={url}
        title={title}
        className={styles.frame}
        onLoad={(event) => {
          event.currentTarget.contentWindow?.addEventListener('keydown', onKey);
        }}
      />
    </aside>
  );
}
