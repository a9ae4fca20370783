import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import ts from 'typescript';

const root = join(__dirname, '..');
const src = join(root, 'src');

/** Which files each file imports, whether for values or for types, at once or later. */
function importsWithin(folder: string): ReadonlyMap<string, readonly string[]> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name));
  const known = new Set(files);
  return new Map(
    files.map((file) => {
      const { importedFiles } = ts.preProcessFile(readFileSync(file, 'utf8'), true, true);
      const targets = importedFiles.flatMap(({ fileName }) =>
        fileName.startsWith('.')
          ? ['.ts', '.tsx', '/index.ts'].map((end) => resolve(file, '..', fileName) + end)
          : [],
      );
      return [file, targets.filter((target) => known.has(target))];
    }),
  );
}

/** A way from a file through its imports back to itself; null where there is none anywhere. */
function circleIn(imports: ReadonlyMap<string, readonly string[]>): readonly string[] | null {
  const done = new Set<string>();
  const path: string[] = [];
  const walk = (file: string): readonly string[] | null => {
    if (done.has(file)) return null;
    const before = path.indexOf(file);
    if (before >= 0) return [...path.slice(before), file];
    path.push(file);
    for (const target of imports.get(file) ?? []) {
      const circle = walk(target);
      if (circle) return circle;
    }
    path.pop();
    done.add(file);
    return null;
  };
  for (const file of imports.keys()) {
    const circle = walk(file);
    if (circle) return circle;
  }
  return null;
}

test('no file of the product imports itself by way of others', () => {
  const imports = importsWithin(src);
  expect(imports.size).toBeGreaterThan(300);
  expect(imports.get(join(src, 'pane.tsx'))?.length).toBeGreaterThan(3);
  expect(circleIn(imports)?.map((file) => relative(root, file)) ?? null).toBeNull();
});

test('a circle is found', () => {
  const imports = new Map([
    ['a', ['b']],
    ['b', ['d', 'c']],
    ['c', ['b']],
    ['d', []],
  ]);
  expect(circleIn(imports)).toEqual(['b', 'c', 'b']);
});
