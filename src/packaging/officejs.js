// Which files of office.js does the add-in need, and where do they come from?
const fs = require('node:fs');
const path = require('node:path');

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

const deliveryNetworks = {
  cdn: 'https://appsforoffice.microsoft.com',
  '21vianet': 'https://appsforoffice.cdn.partner.office365.cn',
};

const networkPaths = {
  cdn: '/lib/1/hosted/office.js',
  '21vianet': '/appsforoffice/lib/1/hosted/office.js',
};

/**
 * Decides where office.js is taken from.
 *
 * @param choice `npm` (default): the installed package · `cdn`: Microsoft's public network ·
 *   `21vianet`: the network in China · anything else: a folder that holds a copy of the library
 * @returns `url` for the page, `origin` for its Content-Security-Policy (null: the add-in's own),
 *   and `folder` to copy from (null: nothing is copied)
 */
function officeSource(choice = 'npm') {
  const origin = deliveryNetworks[choice];
  if (origin !== undefined) return { url: origin + networkPaths[choice], origin, folder: null };
  const folder =
    choice === 'npm'
      ? path.join(path.dirname(require.resolve('@microsoft/office-js/package.json')), 'dist')
      : path.resolve(choice);
  const missing = officeFiles.filter((file) => !fs.existsSync(path.join(folder, file)));
  if (missing.length > 0) {
    throw new Error(`officejs=${choice}: not found in ${folder}: ${missing.join(', ')}`);
  }
  return { url: `${localFolder}/office.js`, origin: null, folder };
}

module.exports = { localFolder, officeFiles, officeSource };
