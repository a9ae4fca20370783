/** What is seen of one row under a header? */
import type { LineLabel } from './labels';
import type { TableLine } from './table';

/** One row of the body, before the table as a whole is looked at. */
export interface BodyRow {
  readonly row: number;
  readonly label: string;
  readonly kind: TableLine['kind'];
  readonly known: readonly LineLabel[];
  readonly hasFigures: boolean;
}
