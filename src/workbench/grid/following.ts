// How does the grid follow the host: what is drawn anew after its changes?

import type { Host } from '../host/host';
import type { Change } from '../host/change';
import { ChangeBatch } from './changes';
import type { Work } from './changes';
import type { Screen } from './screen';
import type { Selecting } from './selection';
import type { Surroundings } from './surroundings';
import type { UniverParts } from './univer';

interface FollowParts {
  readonly host: Host;
  readonly univer: UniverParts;
  readonly screen: Screen;
  readonly selecting: Selecting;
  readonly surroundings: Surroundings;
}

/** Milliseconds after which a page that is not in view, and has no frames, is drawn all the same. */
const UNSEEN = 100;

/** Runs something with the next frame, or a little later where nothing is in view. */
function soon(run: () => void): void {
  let done = false;
  const once = (): void => {
    if (done) return;
    done = true;
    clearTimeout(timer);
    run();
  };
  const timer = setTimeout(once, UNSEEN);
  requestAnimationFrame(once);
}

export class Following {
  readonly #batch: ChangeBatch;
  readonly #end: () => void;
  #ended = false;

  constructor(private readonly parts: FollowParts) {
    this.#batch = new ChangeBatch(
      (run) => {
        void parts.univer.painted.then(() => {
          soon(() => {
            if (!this.#ended) run();
          });
        });
      },
      (work) => {
        this.#draw(work);
      },
    );
    this.#end = parts.host.onChange((change) => {
      this.#hear(change);
    });
  }

  #hear(change: Change): void {
    const selection = change.kind === 'selection' || change.kind === 'activated';
    if (selection && this.parts.selecting.echo) return;
    this.#batch.add(change);
  }

  #draw(work: Work): void {
    const { host, screen, univer, selecting, surroundings } = this.parts;
    const { sheets } = host.workbook;
    const { rects, place } = selecting;
    const front = screen.current;
    const anew = selecting.quietly(() => this.#drawSheets(work));
    const gone = !front || !sheets.includes(front) || front.visibility !== 'visible';
    if (anew && !gone) selecting.show(front, rects, place);
    if (work.selection || gone) selecting.follow();
    for (const sheet of work.sheets.keys()) {
      if (!sheets.includes(sheet)) screen.drop(sheet);
    }
    if (work.tabs) surroundings.showTabs();
    surroundings.showPlace();
    univer.rendered()?.repaint();
  }

  /** Answers whether the sheet in front was handed over anew. */
  #drawSheets(work: Work): boolean {
    const { host, screen } = this.parts;
    const front = screen.current;
    let anew = false;
    for (const [sheet, { shape, cells, calculated }] of work.sheets) {
      if (!host.workbook.sheets.includes(sheet)) continue;
      let replaced = shape && screen.refreshShape(sheet);
      if (!replaced && (cells || calculated)) {
        replaced = screen.refreshCells(sheet, calculated || shape ? undefined : cells);
      }
      if (replaced && sheet === front) anew = true;
    }
    return anew;
  }

  dispose(): void {
    this.#ended = true;
    this.#end();
  }
}
