/** Does the title above a table say that it is another table than ours? */
import type { Grid } from '../grid';
import { compact } from './characters';
import type { HeadingText } from './headerColumns';

/** Rows above a header in which its own title stands. */
const titleRows = 5;

/** What other tables with the same budgets and service areas are about. */
const otherSubjects =
  /PPP|绩效|部门预算|单位预算|采购|收支|[收支][入出].{0,4}表|决算[表草总]|预算[表草]|三公|债[务券]|转移支付|资产|国库|社会资本|基本建设|工程|投资|补助|补贴|扶贫|乡村振兴/i;

/**
 * The nearest title above a header, where it is another table's; null where it is ours, says nothing
 * of its subject (附表1, 项目资金统计表), or stands nowhere.
 */
export function titleOfAnotherTable(grid: Grid, top: number): HeadingText | null {
  for (let row = top - 1; row >= Math.max(0, top - titleRows); row -= 1) {
    for (const [column, cell] of (grid.rows[row] ?? []).entries()) {
      if (typeof cell?.value !== 'string' || cell.value.length > 80) continue;
      const text = compact(cell.value);
      if (!/表(?:\([^()]*\))?[\d一二三四五]*(?:\([^()]*\))?$/.test(text) || text.includes(':'))
        continue;
      const subject = text.replace(/服务采购|采购服务/g, '');
      const isOther = otherSubjects.test(subject) && !/购买服务|采购服务/.test(text);
      return isOther ? { text, position: { row, column } } : null;
    }
  }
  return null;
}
