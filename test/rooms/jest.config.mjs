// How does `npm test` run the tests? As jest.config.mjs says, those of the house by room: see rooms.cjs.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import config from '../../jest.config.mjs';

const { alone, names } = createRequire(import.meta.url)('./rooms.cjs');

const root = new URL('../../', import.meta.url);
const files = [...names.map((name) => `test/rooms/${name}.ts`), ...alone];
for (const file of files) {
  if (!existsSync(new URL(file, root))) throw new Error(`${file} is missing`);
}

const rootDir = fileURLToPath(root);

export default {
  ...config,
  rootDir,
  projects: config.projects.map((project) => ({
    ...project,
    rootDir,
    ...(project.displayName === 'house' && { testMatch: files.map((file) => `<rootDir>/${file}`) }),
  })),
};
