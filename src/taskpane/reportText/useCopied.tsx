/** Copies a text and says so; where the pane may not, shows it to be copied by hand. */
import { Text } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { reportTextTexts } from '../../wording/paneReportText';
import { CopyText } from '../check/list/CopyText';
import { copyText } from '../check/list/clipboard';
import { usePane } from '../PaneContext';

interface Copying {
  readonly copy: (text: string) => void;
  /** What is said of the last copy. */
  readonly said: ReactNode;
}

export function useCopied(): Copying {
  const { language } = usePane();
  const [last, setLast] = useState<{ readonly text: string; readonly done: boolean } | null>(null);
  const copy = async (text: string) => {
    setLast({ text, done: await copyText(text) });
  };
  return {
    copy: (text) => void copy(text),
    said:
      last === null || !last.done ? (
        last === null ? null : (
          <CopyText
            text={last.text}
            onClose={() => {
              setLast(null);
            }}
          />
        )
      ) : (
        <Text size={200} role="status">
          {reportTextTexts(language).copied}
        </Text>
      ),
  };
}
