/** Said where the add-in cannot work: outside Excel, in one too old, or in one that does not answer. */
import { FluentProvider, Text, makeStyles, tokens } from '@fluentui/react-components';
import type { HostFault } from '../../domain/fault';
import { hostFaultMessage } from '../../wording/hostFaults';
import { paneTexts } from '../../wording/paneTexts';
import { themeFor } from '../theme';

const useStyles = makeStyles({
  provider: { minHeight: '100%' },
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalXL,
  },
});

export function CannotStart({ fault }: { readonly fault: HostFault }) {
  const styles = useStyles();
  const outside = fault.code === 'unsupportedHost' && fault.needs === 'Excel';
  return (
    <FluentProvider theme={themeFor('light')} className={styles.provider}>
      <main className={styles.page}>
        {(['zh-CN', 'en-US'] as const).map((language) => (
          <Text key={language} lang={language}>
            {outside ? paneTexts(language).outsideExcel : hostFaultMessage(fault, language)}
          </Text>
        ))}
      </main>
    </FluentProvider>
  );
}
