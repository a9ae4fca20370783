// How does Microsoft's office-js-helpers get smaller? The package is one file with sign-in, dialogs and
// message bars in it; of its own modules only the storage is kept, with what the storage refers to.

const entry = './src/index.ts';
const kept = './src/helpers/storage.ts';

/** Where a module begins in the package's file. */
const moduleStart = /^\/\*{3}\/ "([^"]+)":$/m;
const moduleList = '/******/ ({';
const listEnd = '/******/ });';

/**
 * Leaves out of the package's file what its storage does not need; the code that stays is unchanged.
 *
 * @param source text of dist/office.helpers.js
 * @throws Error where the file is not built as it was: then this has to be looked at anew
 */
function narrowHelpers(source) {
  const start = source.indexOf(moduleList) + moduleList.length;
  const end = source.lastIndexOf(listEnd);
  const [before, ...parts] = source.slice(start, end).split(moduleStart);
  const modules = new Map();
  for (let at = 0; at < parts.length; at += 2) modules.set(parts[at], parts[at + 1]);
  if (start < moduleList.length || !modules.has(entry) || !modules.has(kept)) {
    throw new Error(`office-js-helpers is built in another way: ${kept} was not found in it.`);
  }
  modules.set(entry, onlyReexportsOf(kept, modules.get(entry)));
  const needed = [...reachable(modules)].sort();
  const body = needed.map((name) => `/***/ "${name}":${withComma(modules.get(name))}`);
  return source.slice(0, start) + before + body.join('') + source.slice(end);
}

/** The entry module without the lines that import and pass on other modules. */
function onlyReexportsOf(name, text) {
  const variable = new RegExp(`(\\w+) = __webpack_require__\\("${name}"\\)`).exec(text)?.[1];
  return text
    .split('\n')
    .filter((line) => !line.includes('__WEBPACK_IMPORTED_MODULE_') || line.includes(variable))
    .join('\n');
}

function reachable(modules) {
  const found = new Set([entry]);
  // A set also visits what is added while it is walked through.
  for (const name of found) {
    for (const [, other] of modules.get(name).matchAll(/__webpack_require__\("([^"]+)"\)/g)) {
      found.add(other);
    }
  }
  return found;
}

/** The last module of the list has none. */
function withComma(text) {
  return text.trimEnd().endsWith(',') ? text : `${text.trimEnd()},\n\n`;
}

module.exports = narrowHelpers;
