/**
 * In which letters do pages appear in the packed browser? In the same on every machine, with or
 * without Chinese fonts: those of a package, and no others.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { decompress } from 'wawoff2';
import { madeOnce } from '../../src/workbench/server/madeOnce';

const name = '@fontsource-variable/noto-sans-sc';
const settings = 'fonts.conf';

const settingsText = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}</dir>
  <cachedir>${join(folder, 'cache')}</cachedir>
</fontconfig>
`;

/** The file that tells the browser of the fonts; it reads none that are packed for the web. */
export async function fontSettings(cache: string): Promise<string> {
  const manifest = require.resolve(`${name}/package.json`);
  const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { version: string };
  const packed = join(dirname(manifest), 'files');
  const folder = await madeOnce(cache, 'fonts', version, async (place) => {
    for (const file of await readdir(packed)) {
      const font = await decompress(await readFile(join(packed, file)));
      await writeFile(join(place, file.replace(/\.woff2$/, '.ttf')), font);
    }
    await writeFile(join(place, settings), settingsText(join(cache, `fonts-${version}`)));
  });
  return join(folder, settings);
}
