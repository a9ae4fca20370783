/** Brings what became of a text into sight once it was asked for; never because of anything else. */
import type { RefObject } from 'react';
import { useEffect, useRef, useState } from 'react';
import { bringInSight } from '../parts/bringInSight';

interface OutcomeInSight {
  /** Of what says first what became of it. */
  readonly outcome: RefObject<HTMLDivElement | null>;
  /** To be called when it is there. */
  readonly show: () => void;
}

export function useOutcomeInSight(): OutcomeInSight {
  const outcome = useRef<HTMLDivElement>(null);
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    if (asked > 0) bringInSight(outcome.current);
  }, [asked]);
  return {
    outcome,
    show: () => {
      setAsked((times) => times + 1);
    },
  };
}
