// Which files of office.js does the add-in need, and where do they come from?
const fs = require('node:fs');
const path = require('node:path');
const { BuildOptionError } = require('./buildOption');

/** Everything that Excel on Windows, Mac and the web loads, relative to office.js itself. */
const officeFiles = [
  'office.js',
  'o15apptofilemappingtable.js',
  'excel-win32-16.01.js',
  'excel-mac-16.00.js',
  'excel-web-16.00.js',
  'zh-cn/office_strings.js',
  'en-us/office_strings.js',
  'telemetry/oteljs_agave.js',
];

/** Folder of the add-in's own copy, below the add-in's origin. */
const localFolder = 'officejs';

/** Microsoft's own networks. */
const networks = {
  cdn: { origin: 'https://appsforoffice.microsoft.com', path: '/lib/1/hosted/office.js' },
  '21vianet': {
    origin: 'https://appsforoffice.cdn.partner.office365.cn',
    path: '/appsforoffice/lib/1/hosted/office.js',
  },
};

/**
 * Decides where office.js is taken from.
 *
 * @param choice `npm` (default): the installed package · `cdn`: Microsoft's public network ·
 *   `21vianet`: the network in China · anything else: a folder that holds a copy of the library
 * @throws BuildOptionError where the folder lacks a file
 * @returns `url` for the page, `origin` for its Content-Security-Policy (null: the add-in's own),
 *   and `folder` to copy from (null: nothing is copied)
 */
function officeSource(choice = 'npm') {
  if (Object.hasOwn(networks, choice)) {
    const { origin, path: place } = networks[choice];
    return { url: origin + place, origin, folder: null };
  }
  const folder =
    choice === 'npm'
      ? path.join(path.dirname(require.resolve('@microsoft/office-js/package.json')), 'dist')
      : path.resolve(typeof choice === 'string' ? choice : '');
  const missing = officeFiles.filter((file) => !fs.existsSync(path.join(folder, file)));
  if (missing.length > 0) throw incomplete(choice, folder, missing);
  return { url: `${localFolder}/office.js`, origin: null, folder };
}

function incomplete(choice, folder, missing) {
  const choices = 'npm, cdn, 21vianet';
  if (typeof choice !== 'string' || choice === '' || !fs.existsSync(folder)) {
    return new BuildOptionError(
      `officejs=${typeof choice === 'string' ? choice : ''}`,
      `没有这个来源，也没有这个文件夹。可用：${choices}，或存有 office.js 的文件夹。`,
      `There is no such source and no such folder. Give one of ${choices}, or a folder that holds office.js.`,
    );
  }
  return new BuildOptionError(
    `officejs=${choice}`,
    `文件夹 ${folder} 中缺少：${missing.join('、')}。请补全 office.js 的这些文件，或改用 ${choices}。`,
    `The folder ${folder} lacks: ${missing.join(', ')}. Add these files of office.js, or use one of ${choices}.`,
  );
}

module.exports = { localFolder, officeFiles, officeSource };
