// How is a type of Excel's object model described to the host: its members, since when, and what they do?

import type { Session } from '../session';
import type { Json } from './batch';
import type { Since } from './requirementSet';

/** Something a path of the object model leads to. */
export interface HostObject {
  readonly type: TypeTable;
  readonly target: unknown;
}

/** An argument: plain data, or an object of the model. */
export type Argument = Json | HostObject | undefined;

export interface Scalar {
  readonly since: Since;
  readonly read?: (target: never, session: Session) => Json;
  readonly write?: (target: never, value: Json, session: Session) => void | Promise<void>;
  /** Not part of what `load()` without names brings. */
  readonly onlyByName?: boolean;
}
export interface Navigation {
  readonly since: Since;
  readonly open: (target: never, session: Session) => HostObject | null;
}
export interface Method {
  readonly since: Since;
  readonly call: (
    target: never,
    args: readonly Argument[],
    session: Session,
  ) => MethodResult | Promise<MethodResult>;
}
export type MethodResult = Json | HostObject | undefined;

export interface TypeTable {
  readonly name: string;
  /** The set the type as a whole came with. */
  readonly since: Since;
  /** What tells this object from its siblings, sent with every answer about it. */
  readonly identity?: (target: never, session: Session) => Record<string, Json>;
  readonly scalars: Readonly<Record<string, Scalar>>;
  readonly navigations: Readonly<Record<string, Navigation>>;
  readonly methods: Readonly<Record<string, Method>>;
  /** For collections: the members, and the one with a key. */
  readonly items?: (target: never, session: Session) => readonly HostObject[];
  readonly indexer?: (target: never, key: Argument, session: Session) => HostObject;
}

/** Whether an argument is an object of the model rather than plain data. */
export const isHostObject = (value: unknown): value is HostObject =>
  typeof value === 'object' && value !== null && 'target' in value && 'type' in value;

interface Description<T> {
  readonly name: string;
  readonly since: Since;
  readonly identity?: (target: T, session: Session) => Record<string, Json>;
  readonly scalars?: Readonly<
    Record<
      string,
      {
        readonly since?: Since;
        readonly read?: (target: T, session: Session) => Json;
        readonly write?: (target: T, value: Json, session: Session) => void | Promise<void>;
        readonly onlyByName?: boolean;
      }
    >
  >;
  readonly navigations?: Readonly<
    Record<
      string,
      {
        readonly since?: Since;
        readonly open: (target: T, session: Session) => HostObject | null;
      }
    >
  >;
  readonly methods?: Readonly<
    Record<
      string,
      {
        readonly since?: Since;
        readonly call: (
          target: T,
          args: readonly Argument[],
          session: Session,
        ) => MethodResult | Promise<MethodResult>;
      }
    >
  >;
  readonly items?: (target: T, session: Session) => readonly HostObject[];
  readonly indexer?: (target: T, key: Argument, session: Session) => HostObject;
}

/** A described type, and how to make objects of it. */
export interface Described<T> {
  readonly table: TypeTable;
  (target: T): HostObject;
}

const described = new Map<string, TypeTable>();

/**
 * An object of a type by its name, for types that lead to each other: a range has a worksheet, which
 * has ranges. Their descriptions need not import each other then.
 */
export const objectOf = (name: string, target: unknown): HostObject => {
  const type = described.get(name);
  if (!type) throw new Error(`no type is described as ${name}`);
  return { type, target };
};

/** Describes a type once; members without a set of their own came with the type. */
export function describeType<T>(description: Description<T>): Described<T> {
  const { since } = description;
  const filled = <M extends { readonly since?: Since }>(
    members: Readonly<Record<string, M>> | undefined,
  ): Record<string, M & { readonly since: Since }> =>
    Object.fromEntries(
      Object.entries(members ?? {}).map(([name, m]) => [name, { ...m, since: m.since ?? since }]),
    );
  const table: TypeTable = {
    ...description,
    scalars: filled(description.scalars),
    navigations: filled(description.navigations),
    methods: filled(description.methods),
  };
  described.set(table.name, table);
  return Object.assign((target: T): HostObject => ({ type: table, target }), { table });
}
