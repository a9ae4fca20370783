/** How are the arguments of a command read? One way for all commands, on node:util. */
import { parseArgs } from 'node:util';
import type { Result } from '../domain/result';
import { failure, success } from '../domain/result';

/** Arguments that cannot be carried out, said in Chinese. */
export interface ArgumentFault {
  readonly code: 'wrongArguments';
  readonly message: string;
}

/** An option that stands alone, such as `--json`. */
export interface Switch {
  readonly kind: 'switch';
  /** Its one-letter name, without the hyphen. */
  readonly short?: string;
}

/** An option with a value, such as `--round july` or `--round=july`. */
export interface Valued<Value> {
  readonly kind: 'value';
  /** What may stand behind it, as the message says it. */
  readonly expected: string;
  /** The value meant, or null where the text means none. */
  readonly read: (text: string) => Value | null;
}

/** An option that may be said several times, each time with a value. */
export interface Repeated<Value> extends Omit<Valued<Value>, 'kind'> {
  readonly kind: 'values';
}

/** A command's options by their names, without hyphens. */
export type OptionPlan = Readonly<Record<string, Switch | Valued<unknown> | Repeated<unknown>>>;

/** What was said: whether a switch is on; an option's value, or null; all values of a repeated one. */
export type OptionValues<Plan extends OptionPlan> = {
  readonly [Name in keyof Plan]: Plan[Name] extends Repeated<infer Value>
    ? readonly Value[]
    : Plan[Name] extends Valued<infer Value>
      ? Value | null
      : boolean;
};

/** The options said, and everything that is no option: files, and whatever follows `--`. */
export interface ReadOptions<Plan extends OptionPlan> {
  readonly values: OptionValues<Plan>;
  readonly others: readonly string[];
}

/**
 * Reads a command's arguments. An option said twice counts as said last; anything unknown is a
 * fault, never passed over.
 */
export function readOptions<Plan extends OptionPlan>(
  args: readonly string[],
  plan: Plan,
): Result<ReadOptions<Plan>, ArgumentFault> {
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      Object.entries(plan).map(([name, option]) => [
        name,
        option.kind === 'switch'
          ? { type: 'boolean' as const, ...(option.short && { short: option.short }) }
          : { type: 'string' as const },
      ]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const said = new Map<string, unknown>();
  const repeated = new Map<string, unknown[]>();
  const others: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') others.push(token.value);
    if (token.kind !== 'option') continue;
    const option = Object.hasOwn(plan, token.name) ? plan[token.name] : undefined;
    if (option === undefined) {
      return wrongArguments(`不认识的选项“${token.rawName}”。用 --help 查看用法。`);
    }
    const { value = '' } = token;
    if (option.kind !== 'switch') {
      const read = option.read(value);
      if (read === null) {
        return wrongArguments(`${token.rawName} 后面应为${option.expected}，不能是“${value}”。`);
      }
      if (option.kind === 'value') said.set(token.name, read);
      else repeated.set(token.name, [...(repeated.get(token.name) ?? []), read]);
    } else if (token.value === undefined) said.set(token.name, true);
    else return wrongArguments(`${token.rawName} 后面不能带“=${value}”。用 --help 查看用法。`);
  }
  const unsaid = { switch: false, value: null, values: [] } as const;
  const values = Object.entries(plan).map(([name, { kind }]) => [
    name,
    said.get(name) ?? repeated.get(name) ?? unsaid[kind],
  ]);
  return success({ values: Object.fromEntries(values) as OptionValues<Plan>, others });
}

/** Arguments that cannot be carried out. */
export function wrongArguments(message: string): Result<never, ArgumentFault> {
  return failure({ code: 'wrongArguments', message });
}

/** One of the words given, spelled exactly so. */
export function oneOf<Word extends string>(words: readonly Word[]): (text: string) => Word | null {
  return (text) => words.find((word) => word === text) ?? null;
}
