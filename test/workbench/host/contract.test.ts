// What we believe of Excel and of its library, each belief with its source.
// When a test here fails after an update of the package, the host must learn what changed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EVENT_CATEGORY, EventType } from '../../../src/workbench/host/events';
import { TransportCode } from '../../../src/workbench/host/protocol/outcome';
import { hostTypes } from '../../../src/workbench/host/objects/catalogue';
import type { TypeTable } from '../../../src/workbench/host/protocol/members';

const packageFolder = join(process.cwd(), 'node_modules', '@microsoft', 'office-js');
const library = readFileSync(join(packageFolder, 'dist', 'excel-win32-16.01.debug.js'), 'utf8');
const lines = library.split('\n');
const excelStart = lines.findIndex((line) => line.includes('_defaultApiSetName = "ExcelApi"'));

/** The source of one class of the library's Excel part. */
function classSource(name: string): string {
  const start = lines.findIndex(
    (line, i) => i > excelStart && line.startsWith(`    var ${name} = (function (_super)`),
  );
  const end = lines.findIndex((line, i) => i > start && line.startsWith('    }('));
  return start < 0 ? '' : lines.slice(start, end).join('\n');
}

interface WireMembers {
  readonly navigations: Set<string>;
  readonly methods: Set<string>;
  readonly setters: Set<string>;
  readonly results: Set<string>;
  /** Member as add-ins call it → requirement set. */
  readonly sets: Map<string, string>;
  /** Wire name → the member that sends it. */
  readonly senders: Map<string, string>;
}

function wireMembers(name: string): WireMembers {
  const source = classSource(name);
  const all = (pattern: RegExp): Set<string> =>
    new Set([...source.matchAll(pattern)].map((m) => m[1] ?? ''));
  const senders = new Map<string, string>();
  let member = '';
  for (const line of source.split('\n')) {
    member =
      /Object\.defineProperty\(\w+\.prototype, "(\w+)"/.exec(line)?.[1] ??
      /\.prototype\.(\w+) = function/.exec(line)?.[1] ??
      member;
    const wire =
      /_create(?:Property|Method)Object\([\w.]+, this, "(\w+)"/.exec(line)?.[1] ??
      /_invoke(?:Method|SetProperty|Retrieve)\(this, "(\w+)"/.exec(line)?.[1];
    if (wire !== undefined && !senders.has(wire)) senders.set(wire, member);
  }
  return {
    navigations: all(/_createPropertyObject\([\w.]+, this, "(\w+)"/g),
    methods: all(/(?:_createMethodObject\([\w.]+, this|_invokeMethod\(this), "(\w+)"/g),
    setters: all(/_invokeSetProperty\(this, "(\w+)"/g),
    results: all(/obj\["(\w+)"\]/g),
    sets: new Map(
      [...source.matchAll(/_throwIfApiNotSupported\("\w+\.(\w+)", ([^,]+), "([\d.]+)"/g)].map(
        (m) => [
          m[1] ?? '',
          `${m[2] === '_defaultApiSetName' ? '' : `${m[2] ?? ''} `}${m[3] ?? ''}`,
        ],
      ),
    ),
    senders,
  };
}

/** Members that the library writes in a way of its own (`_CC.…_Set`, `Range_HandleResult`). */
const SPECIAL = new Set(['Gridlines', 'ShowGridlines', 'IsEntireColumn', 'IsEntireRow']);

describe('the library', () => {
  test('is the version the protocol was read from', () => {
    const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as {
      version: string;
    };
    expect(version).toBe('1.1.110');
  });

  test.each(hostTypes.map((type): [string, TypeTable] => [type.name, type]))(
    '%s has the members the host answers',
    (name, type) => {
      const wire = wireMembers(name);
      const missing = [
        ...Object.keys(type.navigations).filter((n) => !wire.navigations.has(n)),
        ...Object.keys(type.methods).filter((n) => !wire.methods.has(n)),
        ...Object.entries(type.scalars)
          .filter(([n, s]) => s.read && !wire.results.has(n) && !SPECIAL.has(n))
          .map(([n]) => n),
        ...Object.entries(type.scalars)
          .filter(([n, s]) => s.write && !wire.setters.has(n) && !SPECIAL.has(n))
          .map(([n]) => `${n} (set)`),
      ];
      expect(missing).toEqual([]);
    },
  );

  test.each(hostTypes.map((type): [string, TypeTable] => [type.name, type]))(
    '%s: members came with the requirement sets the library names',
    (name, type) => {
      const wire = wireMembers(name);
      const wrong: string[] = [];
      const members = { ...type.scalars, ...type.navigations, ...type.methods };
      for (const [member, { since }] of Object.entries(members)) {
        const sender = wire.senders.get(member) ?? member.charAt(0).toLowerCase() + member.slice(1);
        const set = wire.sets.get(sender);
        // The library names no set where the member is as old as its type.
        if (set === undefined || since === 'internal' || set.includes(' ')) continue;
        if (set !== since) wrong.push(`${member}: ${since}, library ${set}`);
      }
      expect(wrong).toEqual([]);
    },
  );
});

describe('the channel', () => {
  test.each([
    ['InvalidOrTimedOutSession', TransportCode.sessionTimedOut],
    ['ActivityLimitReached', TransportCode.activityLimit],
    ['NoCapability', TransportCode.noCapability],
    ['RequestPayloadSizeLimitExceeded', TransportCode.requestTooLarge],
    ['ResponsePayloadSizeLimitExceeded', TransportCode.responseTooLarge],
  ])('says %s with a status of its own', (name, code) => {
    // RichApiMessageUtility of the library
    expect(library).toContain(`RichApiMessageUtility.OfficeJsErrorCode_ooe${name} = ${code};`);
  });

  test('says that a cell is being edited with status 5004', () => {
    // Excel.RequestContext._processOfficeJsErrorResponse
    expect(library).toContain(`var ooeInvalidApiCallInContext = ${TransportCode.cellEdit};`);
  });
});

describe('events', () => {
  test('have the numbers the library registers for', () => {
    const numbers = (source: string): Map<string, number> =>
      new Map(
        [
          ...source.matchAll(
            /GenericEventHandlers\(this\.context, this, "(\w+)", \{\s+eventType: (\d+)/g,
          ),
        ].map((m) => [m[1] ?? '', Number(m[2])]),
      );
    const all = new Map([
      ...numbers(classSource('Worksheet')),
      ...numbers(classSource('WorksheetCollection')),
    ]);
    const ours = Object.fromEntries(
      Object.entries(EventType).map(([name, number]) => [
        name.charAt(0).toUpperCase() + name.slice(1),
        number,
      ]),
    );
    for (const [name, number] of Object.entries(ours))
      expect([name, all.get(name)]).toEqual([name, number]);
  });

  test('come as messages of the category the library looks for', () => {
    expect(library).toContain(`Constants.eventMessageCategory = ${EVENT_CATEGORY};`);
    expect(library).toContain("Constants.eventWorkbookId = 'Workbook';");
  });
});

describe('error codes', () => {
  test('are codes the library knows', () => {
    const errors = readFileSync(
      join(process.cwd(), 'src', 'workbench', 'host', 'protocol', 'errors.ts'),
      'utf8',
    );
    const ours = [...errors.matchAll(/^ {2}\| '(\w+)'/gm)].map((m) => m[1] ?? '');
    const known = new Set(
      [...library.matchAll(/rrorCodes(?:\["\w+"\]|\.\w+) = ["'](\w+)["']/g)].map((m) => m[1]),
    );
    expect(ours.length).toBeGreaterThan(15);
    // NonBlankCellOffSheet, RangeExceedsLimit and their kin are in Excel.ErrorCodes.
    expect(ours.filter((code) => !known.has(code))).toEqual([]);
  });
});
