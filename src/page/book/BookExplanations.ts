/** What do the custom XML parts of an opened workbook hold of explanations, and is that still what the file holds? */
import {
  explanationNamespace,
  partFrom,
  storedExplanations,
} from '../../domain/submission/explanationPart';
import type { StoredExplanations } from '../../domain/submission/kept';
import { readXmlElements, rootNamespaceOf } from '../../files/xml/xmlElements';

/** The parts at a moment. */
export interface ExplanationsState {
  readonly parts: string[];
  readonly isAsInFile: boolean;
}

export class BookExplanations {
  /** Custom XML parts of whichever program, as their text; of a file, only ours. */
  parts: string[] = [];
  #ofFile: StoredExplanations | null = null;
  #isAsInFile = true;

  /** Takes over what was read of a file; null where it holds none. */
  begin(ofFile: StoredExplanations | null): void {
    this.#ofFile = ofFile;
  }

  get areThere(): boolean {
    return (this.#isAsInFile && this.#ofFile !== null) || this.parts.some(isOurs);
  }

  get stored(): StoredExplanations {
    // A part that could not be read is not among the texts.
    if (this.#isAsInFile && this.#ofFile?.kind === 'unreadable') return this.#ofFile;
    return storedExplanations(
      this.parts.filter(isOurs).map((xml) => partFrom(xml, readXmlElements)),
    );
  }

  /** What our part is to say, null for none; undefined where it is as in the file. */
  get changed(): string | null | undefined {
    return this.#isAsInFile ? undefined : (this.parts.find(isOurs) ?? null);
  }

  /** How many parts would be taken out by {@link replace}. */
  get ownParts(): number {
    return this.areThere ? Math.max(1, this.parts.filter(isOurs).length) : 0;
  }

  /** Puts one part in place of all of ours; null: none. */
  replace(xml: string | null): void {
    this.#isAsInFile = false;
    const others = this.parts.filter((part) => !isOurs(part));
    this.parts = [...others, ...(xml === null ? [] : [xml])];
  }

  keep(): ExplanationsState {
    return { parts: this.parts, isAsInFile: this.#isAsInFile };
  }

  putBack({ parts, isAsInFile }: ExplanationsState): void {
    this.parts = parts;
    this.#isAsInFile = isAsInFile;
  }
}

function isOurs(xml: string): boolean {
  return rootNamespaceOf(xml) === explanationNamespace;
}
