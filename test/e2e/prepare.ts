/** Builds the workbench and unpacks the browser before the tests begin, so that they need not do it side by side. */
import { join } from 'node:path';
import { build } from '../../src/workbench/server/build';
import { launchBrowser } from './browser';

async function prepare(): Promise<void> {
  await build(join(__dirname, '../..'), () => {
    console.log('正在生成工作台… / Building the workbench…');
  });
  await (await launchBrowser()).close();
}

void prepare();
