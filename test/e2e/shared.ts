/**
 * Which workbench and which browser do all tests on screen share? One of each is started before a run
 * that has such tests, and ended after it.
 *
 * A new test on screen is a file in this folder, and calls in `beforeAll` what it needs:
 *
 *     [server, browser] = await Promise.all([startWorkbench(), launchBrowser()]);
 *
 * and in `afterAll` `await browser.close()` and `server.stop()`. Both are those of the run, already there:
 * nothing is built or started again, and closing them closes only the file's own pages. So that no test
 * sees what another left, each opens a context of its own, never a page in another's, or a tab of which
 * everything that was kept is taken away (as `WorkbenchPage.open` does). Files run side by side: they share
 * the processor, and no state. A download is read as a stream
 * (`WorkbenchPage.save`), since the browser may belong to another process. What has a page of its own
 * to serve starts that server itself, in `beforeAll`, and launches the browser in the same way.
 */
import type { BrowserServer } from 'playwright-core';
import { launchShared } from './browser';
import type { RunningWorkbench } from './server';
import { startWorkbench } from './server';

interface Shared {
  readonly server: RunningWorkbench;
  readonly browser: BrowserServer;
}

let shared: Shared | undefined;

/** Starts both and names them in the environment, which the processes of the tests inherit. */
export async function startShared(): Promise<void> {
  const [server, browser] = await Promise.all([startWorkbench(), launchShared()]);
  shared = { server, browser };
  process.env['WORKBENCH'] = server.address;
  process.env['TEST_BROWSER'] = browser.wsEndpoint();
}

export async function stopShared(): Promise<void> {
  shared?.server.stop();
  await shared?.browser.close();
}
