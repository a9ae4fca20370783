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

/** One line for each violation; frames within the page are examined by themselves. */
export async function violations(page: Frame, what: string): Promise<string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const runner = Reflect.get(window, 'axe') as Axe;
    return (await runner.run({ iframes: false })).violations;
  });
  return found.map(
    ({ id, help, nodes }) =>
      `${what}: ${id}: ${help}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`,
  );
}
