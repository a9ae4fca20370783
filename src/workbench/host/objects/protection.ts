// Is a sheet protected, against what, and with a password?

import type { Sheet } from '../../../workbook/sheet';
import { attr, flag, setAttr } from '../../../workbook/ooxml/xml';
import type { Json } from '../protocol/batch';
import { refuse } from '../protocol/errors';
import type { Described } from '../protocol/members';
import { describeType } from '../protocol/members';
import type { Session } from '../session';

/** Excel.WorksheetProtectionOptions ↔ attributes of sheetProtection, which say what is locked. */
const OPTIONS: readonly (readonly [option: string, attribute: string, lockedByDefault: boolean])[] =
  [
    ['allowAutoFilter', 'autoFilter', true],
    ['allowDeleteColumns', 'deleteColumns', true],
    ['allowDeleteRows', 'deleteRows', true],
    ['allowEditObjects', 'objects', false],
    ['allowEditScenarios', 'scenarios', false],
    ['allowFormatCells', 'formatCells', true],
    ['allowFormatColumns', 'formatColumns', true],
    ['allowFormatRows', 'formatRows', true],
    ['allowInsertColumns', 'insertColumns', true],
    ['allowInsertHyperlinks', 'insertHyperlinks', true],
    ['allowInsertRows', 'insertRows', true],
    ['allowPivotTables', 'pivotTables', true],
    ['allowSort', 'sort', true],
  ];

function optionsOf(sheet: Sheet): Json {
  const node = sheet.section('sheetProtection');
  const options: Record<string, Json> = {};
  for (const [option, attribute, locked] of OPTIONS) {
    options[option] = !flag(node, attribute, locked);
  }
  const noLocked = flag(node, 'selectLockedCells', false);
  const noUnlocked = flag(node, 'selectUnlockedCells', false);
  options['selectionMode'] = noUnlocked ? 'None' : noLocked ? 'Unlocked' : 'Normal';
  return options;
}

/** ECMA-376 part 4, 14.7.1: the 16-bit hash of a password of at most 15 bytes. */
export function passwordHash(password: string): string {
  let hash = 0;
  const bytes = new TextEncoder().encode(password);
  for (const byte of [...bytes].reverse()) {
    hash = ((hash >> 14) & 1) | ((hash << 1) & 0x7fff);
    hash ^= byte;
  }
  hash = ((hash >> 14) & 1) | ((hash << 1) & 0x7fff);
  return (hash ^ bytes.length ^ 0xce4b).toString(16).toUpperCase().padStart(4, '0');
}

const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (c) => c.charCodeAt(0));

/** ECMA-376 part 1, 18.3.1.85: salted hash, spun as often as the file says. */
async function modernHash(
  password: string,
  salt: string,
  spins: number,
  algorithm: string,
): Promise<string> {
  const utf16 = new Uint8Array(password.length * 2);
  Array.from(password).forEach((c, i) => {
    new DataView(utf16.buffer).setUint16(2 * i, c.charCodeAt(0), true);
  });
  const digest = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> =>
    new Uint8Array(await crypto.subtle.digest(algorithm, bytes));
  let hash = await digest(new Uint8Array([...fromBase64(salt), ...utf16]));
  for (let i = 0; i < spins; i++) {
    const next = new Uint8Array(hash.length + 4);
    next.set(hash);
    new DataView(next.buffer).setUint32(hash.length, i, true);
    hash = await digest(next);
  }
  return btoa(String.fromCharCode(...hash));
}

/** A password as a file holds it: the short hash, the modern one, or neither. */
export interface HeldPassword {
  readonly short: string | undefined;
  readonly modern: string | undefined;
  readonly algorithm: string | undefined;
  readonly salt: string | undefined;
  readonly spins: string | undefined;
}

export async function opensWith(held: HeldPassword, password: string): Promise<boolean> {
  const { short, modern, algorithm = 'SHA-512', salt = '', spins = '0' } = held;
  if (short === undefined && modern === undefined) return true;
  if (short !== undefined) return short.toUpperCase() === passwordHash(password);
  return (await modernHash(password, salt, Number(spins), algorithm)) === modern;
}

function opens(sheet: Sheet, password: string): Promise<boolean> {
  const node = sheet.section('sheetProtection');
  const held = {
    short: attr(node, 'password'),
    modern: attr(node, 'hashValue'),
    algorithm: attr(node, 'algorithmName'),
    salt: attr(node, 'saltValue'),
    spins: attr(node, 'spinCount'),
  };
  return opensWith(held, password);
}

function protect(
  sheet: Sheet,
  options: Json | undefined,
  password: string,
  session: Session,
): null {
  if (sheet.protected) refuse('InvalidOperation', `${sheet.name} is protected already`);
  const given =
    typeof options === 'object' && options !== null && !Array.isArray(options) ? options : {};
  const unknown = Object.keys(given).filter(
    (key) => key !== 'selectionMode' && !OPTIONS.some(([option]) => option === key),
  );
  if (unknown.length > 0) refuse('InvalidArgument', unknown.join());
  const node = sheet.editSection('sheetProtection');
  node.attributes.clear();
  setAttr(node, 'sheet', true);
  for (const [option, attribute, byDefault] of OPTIONS) {
    const locked = given[option] !== true;
    setAttr(node, attribute, locked === byDefault ? undefined : locked);
  }
  const mode = given['selectionMode'] ?? 'Normal';
  if (mode !== 'Normal') setAttr(node, 'selectLockedCells', true);
  if (mode === 'None') setAttr(node, 'selectUnlockedCells', true);
  if (password !== '') setAttr(node, 'password', passwordHash(password));
  session.announce({ kind: 'protection', sheet });
  return null;
}

export const passwordOf = (value: unknown): string => (typeof value === 'string' ? value : '');

export const worksheetProtectionType: Described<Sheet> = describeType<Sheet>({
  name: 'WorksheetProtection',
  since: '1.2',
  scalars: {
    Options: { read: optionsOf },
    Protected: { read: (sheet) => sheet.protected },
  },
  methods: {
    Protect: {
      call: (sheet, [options, password], session) =>
        protect(sheet, options as Json | undefined, passwordOf(password), session),
    },
    Unprotect: {
      call: async (sheet, [password], session) => {
        if (!sheet.protected) return null;
        if (!(await opens(sheet, passwordOf(password)))) refuse('AccessDenied', 'the password');
        sheet.dropSection('sheetProtection');
        session.announce({ kind: 'protection', sheet });
        return null;
      },
    },
  },
});
