/** How is a workbook worked out anew that calculates only when it is asked to? */
import type { HostFault } from '../domain/fault';
import { success, type Result } from '../domain/result';
import type { ExcelHost } from './excelHost';

/** Works out all formulas, also those that Excel takes for current. */
export async function calculate(host: ExcelHost): Promise<Result<null, HostFault>> {
  const calculated = await host.silentBatch(({ workbook: { application } }) => {
    application.calculate('Full');
  });
  return calculated.ok ? success(null) : calculated;
}
