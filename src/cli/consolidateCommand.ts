/** `npm run consolidate`: many units' workbooks are checked, added up, and sent back where wrong. */
import { resolve } from 'node:path';
import type { Consolidated } from '../domain/consolidate/consolidate';
import { consolidate } from '../domain/consolidate/consolidate';
import { judgeSet } from '../domain/consolidate/judgeSet';
import type { SetJudgement } from '../domain/consolidate/judgeSet';
import { idleChoices, LabelMap } from '../domain/consolidate/labelMap';
import type { TakenUnit } from '../domain/consolidate/takenUnit';
import { resultLayouts } from '../domain/consolidate/resultLayouts';
import { workingPapers } from '../domain/consolidate/workingPaper';
import { officialForms } from '../domain/forms/officialForms';
import { comparableUnitName } from '../domain/recognise/heading';
import type { Result } from '../domain/result';
import { success } from '../domain/result';
import type { CheckSettings } from '../domain/rules/settings';
import { sheetNamesFor } from '../domain/template/sheetNames';
import { writeSheets } from '../files/writeSheets';
import { consolidationNotes } from '../wording/consolidationNotes';
import { consolidationText } from '../wording/consolidationTerminal';
import { labelChoiceMessage } from '../wording/labelChoices';
import { letterLines } from '../wording/returnLetter';
import { unnamedResult } from '../wording/unnamedResult';
import { visibleJson, visibleText } from '../wording/visibleText';
import type { ConsolidateArguments } from './consolidateArguments';
import { consolidateUsage, readConsolidateArguments } from './consolidateArguments';
import type { ReadSet } from './consolidateFiles';
import { readSet } from './consolidateFiles';
import type { ConsolidationFault } from './consolidateJson';
import { consolidationDocument } from './consolidateJson';
import { wrongArguments } from './options';
import { readUnitList } from './unitList';
import type { Terminal } from './terminal';
import { clockDay } from './terminal';
import type { WholeFile } from './writeWhole';
import { findExisting, writeWhole } from './writeWhole';

/** Resolves to the exit status: 0 all is added up, 1 something is to be done, 2 not read or written. */
export async function consolidateCommand(
  args: readonly string[],
  terminal: Terminal,
): Promise<number> {
  const json = args.includes('--json');
  const read = readConsolidateArguments(args);
  if (!read.ok) return refuse(read.fault, json, terminal);
  if (read.value === 'help') {
    await terminal.print(consolidateUsage + '\n');
    return 0;
  }
  return run(read.value, terminal);
}

async function run(asked: ConsolidateArguments, terminal: Terminal): Promise<number> {
  const { json, out, returns } = asked;
  const labels = new LabelMap(asked.choices, officialForms);
  const [wrongChoice] = labels.faults;
  if (wrongChoice !== undefined) {
    const message = labelChoiceMessage(wrongChoice, 'zh-CN');
    return refuse({ code: 'wrongArguments', message }, json, terminal);
  }
  const results = [out, returns].flatMap((path) => path ?? []);
  const overlap = overlapping(results, asked.files);
  if (overlap !== null) return refuse({ code: 'wrongArguments', message: overlap }, json, terminal);
  const list = asked.units === null ? null : await readUnitList(asked.units);
  if (list !== null && !list.ok) return refuse(list.fault, json, terminal);
  const existing = asked.force ? null : await findExisting(results);
  if (existing !== null) return refuse(existing, json, terminal);

  const settings: CheckSettings = {
    round: asked.round,
    strict: asked.strict,
    lowestExecutionRate: null,
    today: asked.today ?? clockDay(),
  };
  const set = await readSet(asked.files, settings, labels, results, [asked.units ?? []].flat());
  // Of a label that stands in what could not be read nothing can be said.
  const isAllRead = set.files.every((file) => file.fault === null && file.notTaken.length === 0);
  const [idle] = isAllRead ? idleChoices(asked.choices, set.units, officialForms) : [];
  if (idle !== undefined) {
    const message = `--map：${labelChoiceMessage(idle, 'zh-CN')}`;
    return refuse({ code: 'wrongArguments', message }, json, terminal);
  }
  const countChoices = countChoicesOf(asked, set);
  if (!countChoices.ok) return refuse(countChoices.fault, json, terminal);
  const judgement = judgeSet(set.units, {
    fiscalYear: asked.year,
    currencyUnit: asked.currency,
    includeErrors: asked.includeErrors ? 'all' : new Set(),
    chosenVersions: new Set(),
    countChoices: countChoices.value,
    labels,
    expectedUnits: list?.value.names ?? null,
  });
  const counted = judgement.units.filter(({ excludedBecause }) => excludedBecause === null);
  const units = counted.map(({ unit }) => unit);
  const result = consolidate(judgement, asked.name ?? unnamedResult(units, 'zh-CN'));
  const written = await write(asked, settings, set, judgement, result);
  const fault: ConsolidationFault | null =
    written.fault ??
    (result === null
      ? { code: 'nothingToConsolidate', message: '没有可汇总的单位，没有写出汇总结果。' }
      : null);
  if (json) {
    const document = consolidationDocument(fault, set, judgement, result);
    await terminal.print(visibleJson(document) + '\n');
  } else {
    await terminal.print(
      consolidationText({ ...set, judgement, result, list: list?.value ?? null }) + '\n',
    );
    for (const path of written.paths) await terminal.print(`已写入：${visibleText(path)}\n`);
    if (returns !== null && set.letters.size === 0) await terminal.print('没有需要退回的单位。\n');
    if (fault !== null) terminal.complain(visibleText(fault.message));
  }
  return statusOf(fault, set, judgement);
}

/** By unit (id), whether it counts; a fault where nobody is called so, or both was said. */
function countChoicesOf(
  { count, leave }: ConsolidateArguments,
  { units }: ReadSet,
): Result<ReadonlyMap<string, boolean>, ConsolidationFault> {
  const choices = new Map<string, boolean>();
  const said = [
    ...count.map((name) => ({ name, counts: true })),
    ...leave.map((name) => ({ name, counts: false })),
  ];
  for (const { name, counts } of said) {
    const ids = calledSo(units, name).map(({ id }) => id);
    if (ids.length === 0) {
      return wrongArguments(
        `没有名为“${name}”的单位（--count、--leave）。请写单位名称，或文件名。`,
      );
    }
    if (ids.some((id) => choices.has(id) && choices.get(id) !== counts)) {
      return wrongArguments(`“${name}”既要计入又不计入（--count、--leave）。请只写一种。`);
    }
    for (const id of ids) choices.set(id, counts);
  }
  return success(choices);
}

/** By the name as it is written, or by the file; where there are none, by the name as names are compared. */
function calledSo(units: readonly TakenUnit[], called: string): TakenUnit[] {
  const exactly = units.filter(
    ({ name, source }) => name === called || (source.kind === 'file' && source.file === called),
  );
  if (exactly.length > 0) return exactly;
  return units.filter(({ name }) => comparableUnitName(name) === comparableUnitName(called));
}

/** A result that is also read, or two results in one file; null where there is none. */
function overlapping(results: readonly string[], files: readonly string[]): string | null {
  const [first, second] = results.map((path) => resolve(path));
  if (first !== undefined && first === second) {
    return '--out 和 --returns 是同一个文件。请分别写两个文件名。';
  }
  const read = files.find((file) => results.some((path) => resolve(path) === resolve(file)));
  return read === undefined
    ? null
    : `“${read}”既要汇总又要写入结果。请另取结果的文件名，或不要汇总它。`;
}

interface Written {
  readonly paths: readonly string[];
  readonly fault: ConsolidationFault | null;
}

/** Both results, or none of them. */
async function write(
  asked: ConsolidateArguments,
  settings: CheckSettings,
  set: ReadSet,
  judgement: SetJudgement,
  result: Consolidated | null,
): Promise<Written> {
  const files: WholeFile[] = [];
  if (asked.out !== null && result !== null) {
    const inputs = asked.values ? 'values' : 'formulas';
    const notes = consolidationNotes(
      {
        result,
        judgement,
        settings,
        labelChoices: asked.choices,
        includesErrors: asked.includeErrors,
        inputs,
        letters: set.letters,
        takenOut: [],
        notRead: set.files.flatMap(({ file, fault, notTaken }) => [
          ...(fault === null ? [] : [{ file, message: fault.message }]),
          ...notTaken.map(({ message }) => ({ file, message })),
        ]),
      },
      'zh-CN',
    );
    const lists = [...workingPapers(result), notes];
    files.push({ path: asked.out, bytes: await writeSheets(resultLayouts(result, inputs), lists) });
  }
  if (asked.returns !== null && set.letters.size > 0) {
    files.push({ path: asked.returns, bytes: await returnsWorkbook(set) });
  }
  const outcome = await writeWhole(files, asked.force);
  if (!outcome.ok) return { paths: [], fault: outcome.fault };
  return { paths: files.map(({ path }) => path), fault: null };
}

/** A sheet per unit with the text that it is sent back with. */
function returnsWorkbook({ units, letters }: ReadSet): Promise<Uint8Array> {
  const sentBack = units.flatMap(({ id, name }) => {
    const letter = letters.get(id);
    return letter === undefined ? [] : [{ name, letter }];
  });
  const names = sheetNamesFor(
    sentBack.map(({ name }) => name),
    '单位',
  );
  return writeSheets(
    [],
    sentBack.map(({ letter }, index) => ({
      name: names[index] ?? '',
      columns: [{ title: letter.title, width: 110, numberFormat: null }],
      rows: letterLines(letter)
        .slice(1)
        .map((line) => [line]),
      hasFilter: false,
    })),
  );
}

function statusOf(fault: ConsolidationFault | null, set: ReadSet, judgement: SetJudgement): number {
  if (fault !== null || set.files.some((file) => file.fault !== null)) return 2;
  const isAll =
    judgement.units.every(
      ({ excludedBecause, unit }) =>
        excludedBecause === null &&
        [...unit.tables.values()].every(({ untold }) => untold.length === 0),
    ) && set.files.every(({ notTaken }) => notTaken.length === 0);
  return isAll && judgement.findings.every(({ severity }) => severity !== 'error') ? 0 : 1;
}

async function refuse(
  fault: ConsolidationFault,
  json: boolean,
  terminal: Terminal,
): Promise<number> {
  if (json) await terminal.print(visibleJson(consolidationDocument(fault)) + '\n');
  else terminal.complain(visibleText(fault.message));
  return 2;
}
