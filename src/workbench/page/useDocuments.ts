// Which workbook is open, and what happens on the way to another?

import { useCallback, useEffect, useRef, useState } from 'react';
import type { OpenDocument } from './documents';
import type { Words } from './words';

/** A workbook to be opened: its name, and where its bytes come from. */
export interface Source {
  readonly fileName: string;
  readonly from: 'file' | 'sample';
  readonly bytes: () => Promise<Uint8Array>;
}

export interface Documents {
  readonly document: OpenDocument | null;
  /** Opened when the user has said what to do with the changes to the present workbook. */
  readonly waiting: Source | null;
  readonly open: (source: Source) => void;
  /** The answer: changes may go, or the present workbook stays. */
  readonly decide: (go: boolean) => void;
  readonly save: () => Promise<void>;
}

const messageFor = (source: Source, words: Words): string =>
  source.from === 'file' ? words.cannotOpen(source.fileName) : words.cannotFetch(source.fileName);

export function useDocuments(words: Words, tell: (sentence: string) => void): Documents {
  const [document, setDocument] = useState<OpenDocument | null>(null);
  const [waiting, setWaiting] = useState<Source | null>(null);
  const present = useRef<OpenDocument | null>(null);

  const load = useCallback(
    async (source: Source) => {
      try {
        const [{ openDocument }, bytes] = await Promise.all([
          import('./documents'),
          source.bytes(),
        ]);
        const next = await openDocument(bytes, source.fileName);
        const before = present.current;
        present.current = next;
        setDocument(next);
        // The frame and the grid of the workbook before let go of it first.
        if (before) setTimeout(before.dispose, 0);
        tell(words.opened(source.fileName));
      } catch {
        tell(messageFor(source, words));
      }
    },
    [words, tell],
  );

  const open = useCallback(
    (source: Source) => {
      if (present.current?.editing.changed) setWaiting(source);
      else void load(source);
    },
    [load],
  );

  const decide = useCallback(
    (go: boolean) => {
      setWaiting(null);
      if (go && waiting) void load(waiting);
    },
    [load, waiting],
  );

  const save = useCallback(async () => {
    const { current } = present;
    if (!current) return;
    const [{ download }, bytes] = await Promise.all([
      import('./documents'),
      current.editing.save(),
    ]);
    download(bytes, current.fileName);
    tell(words.saved(current.fileName));
  }, [words, tell]);

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (present.current?.editing.changed) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('beforeunload', warn);
    };
  }, []);

  return { document, waiting, open, decide, save };
}
