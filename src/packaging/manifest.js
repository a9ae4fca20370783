// How does manifest.xml become the manifest of one deployment?
const { BuildOptionError } = require('./buildOption');

/** The origin that manifest.xml is written with; every other address in it is a name, not a place. */
const developmentOrigin = 'https://localhost:3000';

/**
 * The address below which a deployment's pages lie, without a slash at its end.
 *
 * @param origin https, with an optional path: `https://host.example/excel/`
 * @throws BuildOptionError saying what to give instead
 */
function deploymentBase(origin = developmentOrigin) {
  const refuse = (chinese, english) =>
    new BuildOptionError(
      `origin=${origin === true ? '' : String(origin)}`,
      `${chinese}请写成 https://主机名 或 https://主机名/文件夹。`,
      `${english} Give it as https://host.example or https://host.example/folder.`,
    );
  if (typeof origin !== 'string' || !URL.canParse(origin)) {
    throw refuse('这不是网址。', 'This is no address.');
  }
  const address = new URL(origin);
  if (address.protocol !== 'https:') {
    throw refuse(
      '网址必须以 https:// 开头，Excel 不加载其他地址的加载项。',
      'The address must start with https://; Excel loads add-ins from no other.',
    );
  }
  if (address.username !== '' || address.password !== '') {
    throw refuse('网址中不能有用户名和密码。', 'The address must hold no user name or password.');
  }
  if (/[?#]/.test(origin)) {
    throw refuse('网址中不能有 ? 和 #。', 'The address must hold no ? and no #.');
  }
  if (/\.(html?|xml)$/i.test(address.pathname)) {
    throw refuse(
      '请给出页面所在的文件夹，不是页面本身。',
      'Give the folder in which the pages lie, not a page.',
    );
  }
  return (address.origin + address.pathname).replace(/\/+$/, '');
}

/**
 * Writes a deployment's address and version into the manifest; the id and all else stay.
 *
 * @param source text of manifest.xml
 * @param deployment `origin`: see {@link deploymentBase}; `version`: as in package.json
 */
function manifestFor(source, { origin, version }) {
  const base = deploymentBase(origin).replaceAll('&', '&amp;');
  const parts = version.split(/[.-]/).slice(0, 3);
  return source
    .replaceAll(developmentOrigin, () => base)
    .replace(/<Version>[^<]*<\/Version>/, `<Version>${[...parts, '0'].join('.')}</Version>`);
}

module.exports = { deploymentBase, manifestFor };
