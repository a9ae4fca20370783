// What does office.js send for one `context.sync()`, and what does it want back?
// Seen in @microsoft/office-js 1.1.110: ClientRequestBase, ActionFactory, ObjectPathFactory.

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json | undefined };

export interface ArgumentInfo {
  readonly Arguments?: readonly Json[];
  /** Per argument the id of the object path it stands for, or 0. */
  readonly ReferencedObjectPathIds?: readonly Json[];
}

export const PathType = {
  root: 1,
  newObject: 2,
  method: 3,
  property: 4,
  indexer: 5,
  reference: 6,
  null: 7,
} as const;

export interface ObjectPathInfo {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

export const ActionType = {
  instantiate: 1,
  query: 2,
  method: 3,
  setProperty: 4,
  trace: 5,
} as const;

export interface QueryInfo {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
}

export interface ActionInfo {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: QueryInfo;
}

export interface RequestBody {
  readonly AutoKeepReference?: boolean;
  readonly Actions: readonly ActionInfo[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPathInfo>>;
}

export interface ResponseError {
  readonly Code: string;
  readonly Message: string;
  readonly HttpStatusCode: number;
  readonly ActionIndex: number;
  readonly Location: string;
}

export interface ResponseBody {
  /** Trace actions reached: the library registers event handlers only for those. */
  readonly TraceIds: readonly number[];
  readonly Error: ResponseError | null;
  readonly Results: readonly { readonly ActionId: number; readonly Value: Json }[];
}
