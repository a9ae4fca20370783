// The ribbon as the manifest declares it.

import { Button, makeStyles, Spinner, tokens, Tooltip } from '@fluentui/react-components';
import { useState } from 'react';
import type { Ribbon, RibbonButton } from './ribbonModel';

const useStyles = makeStyles({
  ribbon: { backgroundColor: tokens.colorNeutralBackground3 },
  tab: {
    display: 'inline-block',
    margin: 0,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    color: tokens.colorBrandForeground1,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    borderBottom: `2px solid ${tokens.colorBrandStroke1}`,
  },
  groups: {
    display: 'flex',
    overflowX: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  group: {
    display: 'flex',
    flexDirection: 'column',
    padding: tokens.spacingHorizontalXS,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  buttons: { display: 'flex', justifyContent: 'center', flexGrow: 1 },
  button: {
    flexDirection: 'column',
    minWidth: '72px',
    padding: tokens.spacingHorizontalXS,
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
  },
  picture: { width: '32px', height: '32px', display: 'block' },
  label: {
    textAlign: 'center',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
});

interface RibbonBarProps {
  readonly ribbon: Ribbon;
  readonly label: string;
  /** False while no workbook is open yet: its buttons are grey, as in Excel. */
  readonly enabled: boolean;
  /** Presses a button; resolves when its command has reported back. */
  readonly onPress: (button: RibbonButton) => Promise<void>;
}

export function RibbonBar({ ribbon, label, enabled, onPress }: RibbonBarProps) {
  const styles = useStyles();
  const [running, setRunning] = useState<readonly string[]>([]);
  const press = (button: RibbonButton) => {
    setRunning((before) => [...before, button.id]);
    void onPress(button).then(() => {
      setRunning((before) => before.filter((id) => id !== button.id));
    });
  };
  return (
    <section aria-label={label} className={styles.ribbon}>
      <h2 className={styles.tab}>{ribbon.tab}</h2>
      <div className={styles.groups}>
        {ribbon.groups.map((group) => (
          <div key={group.id} role="group" aria-label={group.label} className={styles.group}>
            <div className={styles.buttons}>
              {group.buttons.map((button) => (
                <Tooltip
                  key={button.id}
                  content={button.tip}
                  relationship="description"
                  positioning="below"
                >
                  <Button
                    appearance="subtle"
                    className={styles.button}
                    disabledFocusable={!enabled || running.includes(button.id)}
                    icon={{
                      children: running.includes(button.id) ? (
                        <Spinner size="tiny" />
                      ) : (
                        <img src={button.picture} alt="" className={styles.picture} />
                      ),
                      className: styles.picture,
                    }}
                    onClick={() => {
                      press(button);
                    }}
                  >
                    {button.label}
                  </Button>
                </Tooltip>
              ))}
            </div>
            <div aria-hidden="true" className={styles.label}>
              {group.label}
            </div>
          </div>
        ))}
      </div>
    </section>
  );
}
