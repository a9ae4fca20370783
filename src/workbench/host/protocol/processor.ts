// How does the host work through one batch? Action by action, stopping at the first that fails:
// what was done before stays done, as in Excel (batches are not atomic).

import type { Session } from '../session';
import type {
  ActionInfo,
  ArgumentInfo,
  Json,
  ObjectPathInfo,
  QueryInfo,
  RequestBody,
  ResponseBody,
} from './batch';
import { ActionType, PathType } from './batch';
import { HostError, refuse } from './errors';
import type { Argument, HostObject, TypeTable } from './members';
import { isHostObject } from './members';

/** Where paths start. */
export interface Roots {
  readonly workbook: HostObject;
  /** Objects made by name (`newObject`), such as the add-in's own service. */
  newObject(name: string): HostObject | undefined;
  /** The object a held target stands for. */
  objectFor(target: object): HostObject;
}

/** Called before each action; may throw to make it fail. */
export type BeforeAction = (action: ActionInfo) => void;

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

function demand<M extends { readonly since: string }>(
  members: Readonly<Record<string, M>>,
  name: string,
  type: TypeTable,
  session: Session,
): M {
  const member = Object.hasOwn(members, name) ? members[name] : undefined;
  if (!member) refuse('ApiNotFound', `${type.name}.${name} is unknown to this host`);
  if (!session.supports(member.since as 'internal')) {
    refuse('ApiNotFound', `${type.name}.${name} came with ExcelApi ${member.since}`);
  }
  return member;
}

export class BatchRun {
  readonly #objects = new Map<number, HostObject | null>();

  constructor(
    private readonly session: Session,
    private readonly roots: Roots,
    private readonly body: RequestBody,
  ) {}

  async run(before: BeforeAction): Promise<ResponseBody> {
    const results: { ActionId: number; Value: Json }[] = [];
    const TraceIds: number[] = [];
    for (const [index, action] of this.body.Actions.entries()) {
      try {
        before(action);
        const value = await this.#perform(action);
        if (action.ActionType === ActionType.trace) TraceIds.push(action.Id);
        if (value !== undefined) results.push({ ActionId: action.Id, Value: value });
      } catch (error) {
        if (!(error instanceof HostError)) throw error;
        const place = this.#describe(action);
        const Location = error.detail === undefined ? place : `${place}: ${error.detail}`;
        return {
          Error: {
            Code: error.code,
            Message: error.message,
            HttpStatusCode: error.code === 'ItemNotFound' ? 404 : 400,
            ActionIndex: index,
            Location,
          },
          Results: results,
          TraceIds,
        };
      }
    }
    return { Error: null, Results: results, TraceIds };
  }

  #describe(action: ActionInfo): string {
    const object = this.#objects.get(action.ObjectPathId);
    const path = this.body.ObjectPaths[action.ObjectPathId];
    return [object?.type.name ?? path?.Name ?? '', action.Name].filter(Boolean).join('.');
  }

  async #perform(action: ActionInfo): Promise<Json | undefined> {
    if (action.ActionType === ActionType.trace) return null;
    const object = await this.#object(action.ObjectPathId);
    switch (action.ActionType) {
      case ActionType.instantiate:
        return object ? this.#identity(object) : null;
      case ActionType.query:
        if (!object) return null;
        await this.session.settle();
        return this.#query(object, action.QueryInfo ?? {});
      case ActionType.method:
        // The library keeps references to whatever it made, null objects too.
        if (!object && action.Name === '_KeepReference') return null;
        if (!object) return refuse('InvalidOperation', 'a method of a null object');
        return this.#result(await this.#call(object, action.Name, action.ArgumentInfo));
      case ActionType.setProperty: {
        if (!object) return refuse('InvalidOperation', 'a property of a null object');
        const { table, name } = { table: object.type, name: action.Name };
        const scalar = demand(table.scalars, name, table, this.session);
        if (!scalar.write) refuse('InvalidOperation', `${table.name}.${name} is read-only`);
        await scalar.write(
          object.target as never,
          (await this.#arguments(action.ArgumentInfo))[0] as Json,
          this.session,
        );
        return undefined;
      }
      default:
        return refuse('ApiNotFound', `action type ${action.ActionType}`);
    }
  }

  #result(value: Argument): Json {
    if (value === undefined) return null;
    return isHostObject(value) ? this.#identity(value) : value;
  }

  #identity(object: HostObject): Json {
    const { type, target } = object;
    const reference = this.session.referenceOf(target as object);
    return {
      ...type.identity?.(target as never, this.session),
      ...(reference !== undefined && { _ReferenceId: reference }),
    };
  }

  async #arguments(info: ArgumentInfo | undefined): Promise<Argument[]> {
    const ids = info?.ReferencedObjectPathIds;
    const result: Argument[] = [];
    for (const [i, value] of (info?.Arguments ?? []).entries()) {
      const id = ids?.[i];
      if (typeof id === 'number' && id !== 0) result.push((await this.#object(id)) ?? undefined);
      else result.push(value ?? undefined);
    }
    return result;
  }

  async #call(object: HostObject, name: string, info: ArgumentInfo | undefined): Promise<Argument> {
    const method = demand(object.type.methods, name, object.type, this.session);
    const args = await this.#arguments(info);
    return method.call(object.target as never, args, this.session);
  }

  /** What a path leads to; null for a null object. Each path is walked once a batch. */
  async #object(id: number): Promise<HostObject | null> {
    const known = this.#objects.get(id);
    if (known !== undefined) return known;
    const path = this.body.ObjectPaths[id];
    if (!path) return refuse('InvalidReference', `object path ${id} is not in the batch`);
    const object = await this.#walk(path);
    this.#objects.set(id, object);
    return object;
  }

  async #walk(path: ObjectPathInfo): Promise<HostObject | null> {
    switch (path.ObjectPathType) {
      case PathType.root:
        return this.roots.workbook;
      case PathType.null:
        return null;
      case PathType.newObject:
        return this.roots.newObject(path.Name) ?? refuse('ApiNotFound', `${path.Name} is unknown`);
      case PathType.reference: {
        const held = this.session.held(path.Name);
        if (!held) return refuse('InvalidReference', 'the reference was released');
        return this.roots.objectFor(held);
      }
      default:
        break;
    }
    const parent = await this.#object(path.ParentObjectPathId ?? 0);
    if (!parent) return null;
    const { type, target } = parent;
    switch (path.ObjectPathType) {
      case PathType.property: {
        const navigation = demand(type.navigations, path.Name, type, this.session);
        return navigation.open(target as never, this.session);
      }
      case PathType.indexer: {
        const [key] = await this.#arguments(path.ArgumentInfo);
        if (!type.indexer) refuse('ApiNotFound', `${type.name} has no items`);
        return type.indexer(target as never, key, this.session);
      }
      case PathType.method: {
        const result = await this.#call(parent, path.Name, path.ArgumentInfo);
        if (result === null || result === undefined) return null;
        return isHostObject(result) ? result : refuse('GeneralException', 'not an object');
      }
      default:
        return refuse('ApiNotFound', `object path type ${path.ObjectPathType}`);
    }
  }

  // Queries

  #query(object: HostObject, query: QueryInfo): Json {
    const names = query.Select ?? [];
    return this.#read(object, [...names, ...(query.Expand ?? [])], query);
  }

  #read(object: HostObject, names: readonly string[], query: QueryInfo = {}): Json {
    const { type, target } = object;
    const result: Record<string, Json> = this.#identity(object) as Record<string, Json>;
    const inner = new Map<string, string[]>();
    let all = names.length === 0;
    for (const raw of names) {
      const [head = '', ...rest] = raw.split('/');
      if (head === '*' || head === '$all') {
        all = true;
        continue;
      }
      if (type.items && head.toLowerCase() === 'items') {
        inner.set('items', [
          ...(inner.get('items') ?? []),
          ...(rest.length ? [rest.join('/')] : []),
        ]);
        continue;
      }
      const name = capital(head);
      if (Object.hasOwn(type.navigations, name)) {
        inner.set(name, [...(inner.get(name) ?? []), ...(rest.length ? [rest.join('/')] : [])]);
      } else if (type.items && !Object.hasOwn(type.scalars, name)) {
        // `collection.load('name')` is short for `items/name`.
        inner.set('items', [...(inner.get('items') ?? []), raw]);
      } else {
        result[name] = this.#scalar(object, name);
      }
    }
    if (all) {
      for (const [name, scalar] of Object.entries(type.scalars)) {
        if (scalar.read && !scalar.onlyByName && this.session.supports(scalar.since)) {
          result[name] = this.#scalar(object, name);
        }
      }
      if (type.items && !inner.has('items')) inner.set('items', []);
    }
    for (const [name, wanted] of inner) {
      if (name === 'items' && type.items) {
        const items = type.items(target as never, this.session);
        const from = query.Skip ?? 0;
        const page = items.slice(from, query.Top === undefined ? undefined : from + query.Top);
        result['_Items'] = page.map((item) => this.#read(item, wanted));
        continue;
      }
      const navigation = demand(type.navigations, name, type, this.session);
      const next = navigation.open(target as never, this.session);
      result[name] = next ? this.#read(next, wanted) : null;
    }
    return result;
  }

  #scalar(object: HostObject, name: string): Json {
    const scalar = demand(object.type.scalars, name, object.type, this.session);
    if (!scalar.read) return refuse('InvalidOperation', `${object.type.name}.${name}`);
    return scalar.read(object.target as never, this.session);
  }
}
