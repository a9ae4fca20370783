// How does `npm test` run the tests? As jest.config.mjs says, those of the house by room: see test/rooms.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import config from './jest.config.mjs';

const { alone, names } = createRequire(import.meta.url)('./test/rooms/rooms.cjs');

const files = [...names.map((name) => `test/rooms/${name}.ts`), ...alone];
for (const file of files) {
  if (!existsSync(new URL(file, import.meta.url))) throw new Error(`${file} is missing`);
}

export default {
  ...config,
  projects: config.projects.map((project) =>
    project.displayName === 'house'
      ? { ...project, testMatch: files.map((file) => `<rootDir>/${file}`) }
      : project,
  ),
};
