// How does manifest.xml become the manifest of one deployment?

/** The origin that manifest.xml is written with; every other address in it is a name, not a place. */
const developmentOrigin = 'https://localhost:3000';

/**
 * Writes a deployment's origin and version into the manifest; the id stays.
 *
 * @param source text of manifest.xml
 * @param deployment `origin`: https, with an optional path and no trailing slash needed;
 *   `version`: as in package.json
 */
function manifestFor(source, { origin, version }) {
  const address = new URL(origin);
  if (address.protocol !== 'https:') {
    throw new Error(`origin must start with https:// (Excel loads nothing else): ${origin}`);
  }
  if (address.search !== '' || address.hash !== '') {
    throw new Error(`origin must have no query and no fragment: ${origin}`);
  }
  const base = (address.origin + address.pathname).replace(/\/+$/, '');
  const parts = version.split(/[.-]/).slice(0, 3);
  return source
    .replaceAll(developmentOrigin, base)
    .replace(/<Version>[^<]*<\/Version>/, `<Version>${[...parts, '0'].join('.')}</Version>`);
}

module.exports = { developmentOrigin, manifestFor };
