// Whose work is in the bundles? Lists every package of the production build with its licence.
const fs = require('node:fs');
const path = require('node:path');

const licenceNames = /^(licen[cs]e|copying|notice)(\.(md|txt))?$/i;

/** The folder of the package that a module file belongs to, or null for our own files. */
function packageFolder(file) {
  const at = file.lastIndexOf(`${path.sep}node_modules${path.sep}`);
  if (at < 0) return null;
  const start = at + `${path.sep}node_modules${path.sep}`.length;
  const parts = file.slice(start).split(path.sep);
  const depth = parts[0].startsWith('@') ? 2 : 1;
  return file.slice(0, start) + parts.slice(0, depth).join(path.sep);
}

function describePackage(folder) {
  const { name, version, license } = JSON.parse(
    fs.readFileSync(path.join(folder, 'package.json'), 'utf8'),
  );
  const texts = fs
    .readdirSync(folder)
    .filter((entry) => licenceNames.test(entry))
    .sort()
    .map((entry) => fs.readFileSync(path.join(folder, entry), 'utf8').trim());
  return { name, version, license, text: texts.join('\n\n') };
}

/** Webpack plugin: writes THIRD-PARTY-NOTICES.txt beside the bundles. */
class NoticesPlugin {
  constructor(preamble) {
    this.preamble = preamble;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap('NoticesPlugin', (compilation) => {
      const stage = compiler.webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tap({ name: 'NoticesPlugin', stage }, () => {
        const folders = new Set();
        const visit = (module) => {
          if (typeof module.resource === 'string') {
            const folder = packageFolder(module.resource);
            if (folder !== null && fs.existsSync(path.join(folder, 'package.json'))) {
              folders.add(folder);
            }
          }
          for (const inner of module.modules ?? []) visit(inner);
        };
        for (const module of compilation.modules) visit(module);
        const packages = [...folders].map(describePackage);
        packages.sort((a, b) => (a.name < b.name ? -1 : 1));
        const entries = packages.map(
          ({ name, version, license, text }) => `${name} ${version} (${license})\n\n${text}`,
        );
        const rule = `\n\n${'-'.repeat(80)}\n\n`;
        compilation.emitAsset(
          'THIRD-PARTY-NOTICES.txt',
          new compiler.webpack.sources.RawSource([this.preamble, ...entries].join(rule) + '\n'),
        );
      });
    });
  }
}

module.exports = { NoticesPlugin };
