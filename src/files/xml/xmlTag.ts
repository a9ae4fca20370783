/** What stands in a start tag? */
import { corrupt } from '../fileFaultError';

/** The attributes of the tag at hand. Valid only until the next tag. */
export class XmlTag {
  private attributes: Readonly<Record<string, string>> = {};

  /** Takes a tag's attributes by their full names; no others may be reached through the record. */
  load(attributes: Readonly<Record<string, string>>): void {
    this.attributes = attributes;
  }

  /** An attribute without a prefix, or null. */
  attribute(name: string): string | null {
    return this.attributes[name] ?? null;
  }

  /** An attribute with a prefix, whatever the prefix: `id` finds `r:id`; null where there is none. */
  prefixedAttribute(name: string): string | null {
    for (const full in this.attributes) {
      const colon = full.indexOf(':');
      if (colon > 0 && full.slice(colon + 1) === name && full.slice(0, colon) !== 'xmlns') {
        return this.attribute(full);
      }
    }
    return null;
  }

  /** A whole number from 0; null where the attribute is missing or empty. @throws corrupt for anything else. */
  wholeNumber(name: string): number | null {
    const text = this.attribute(name);
    if (text === null || text === '') return null;
    const value = parseNumber(text);
    if (value === null || value < 0 || !Number.isInteger(value)) throw corrupt();
    return value;
  }

  /** A switch: `1`, `true`, `on`; false where it is missing or says something else. */
  isSet(name: string): boolean {
    const value = this.attribute(name);
    return value === '1' || value === 'true' || value === 'on';
  }
}

/** Text as a number, or null where it is none. White space around it does not count. */
export function parseNumber(text: string): number | null {
  const trimmed = text.trim();
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(trimmed)) return null;
  const value = Number(trimmed);
  // Not -0: a cell shows and adds it as 0.
  return Number.isFinite(value) ? value + 0 : null;
}
