/** What does axe find in a page? */
import { readFileSync } from 'node:fs';
import type { Frame } from 'playwright-core';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly unknown[] }[];
}

interface Axe {
  run(options: object): Promise<{ readonly violations: readonly Violation[] }>;
}

/**
 * One line for each violation; frames within the page are examined by themselves. A page that stands as it
 * stood when it was last examined is not examined again.
 */
export async function violations(page: Frame, what: string): Promise<string[]> {
  const isNew = await page.evaluate(() => {
    const state = `${innerWidth}x${innerHeight} ${document.documentElement.outerHTML}`;
    if (Reflect.get(window, 'axeSaw') === state) return false;
    Reflect.set(window, 'axeSaw', state);
    return true;
  });
  if (!isNew) return [];
  if (!(await page.evaluate(() => Reflect.has(window, 'axe')))) await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const runner = Reflect.get(window, 'axe') as Axe;
    return (await runner.run({ iframes: false, resultTypes: ['violations'] })).violations;
  });
  return found.map(
    ({ id, help, nodes }) =>
      `${what}: ${id}: ${help}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`,
  );
}
