// Builds dist/: the pages, bundles, icons, office.js and the manifest of one deployment.
//
//   npm run build                                         for https://localhost:3000
//   npm run build -- --env origin=https://host.example    writes that origin into dist/manifest.xml
//   npm run build -- --env officejs=npm|FOLDER|cdn|21vianet   where office.js comes from
const path = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const HtmlPlugin = require('html-webpack-plugin');
const { refuseUnknownOptions } = require('./src/packaging/buildOption');
const { deploymentBase, manifestFor } = require('./src/packaging/manifest');
const { NoticesPlugin } = require('./src/packaging/notices');
const { localFolder, officeFiles, officeSource } = require('./src/packaging/officejs');
const { version } = require('./package.json');

const ownCopyNotice = [
  `The folder ${localFolder}/ holds Microsoft's Office JavaScript API library, unmodified, under the`,
  `terms in ${localFolder}/LICENSE.md. It may be used and passed on only as part of this add-in.`,
  'Microsoft is not responsible for maintaining, updating or supporting this add-in.',
].join('\n');

const packagesNotice = 'The packages below are part of the bundles.';

/** The oldest engines that show the pane and the page: WebView2 97, Safari 15.4 (macOS 12.3). src/taskpane/engineCheck.js asks for them. */
const engines = ['chrome97', 'safari15.4'];

/** What lies in dist/ once although the pane and the page without Excel both need it. */
const cacheGroups = {
  // Both begin with it.
  shared: { name: 'shared', chunks: 'initial', minChunks: 2, priority: 20, enforce: true },
  // The pane begins with it; the page needs it once a workbook is open.
  base: {
    name: 'base',
    chunks: ({ name }) => ['pane', 'beside'].includes(name),
    minChunks: 2,
    priority: 10,
    enforce: true,
  },
};

/** The pages' Content-Security-Policy; Fluent UI writes its styles at run time. */
function contentSecurityPolicy(officeOrigin) {
  const own = officeOrigin === null ? "'self'" : `'self' ${officeOrigin}`;
  return [
    "default-src 'self'",
    `script-src ${own}`,
    "connect-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

module.exports = (env = {}) => {
  refuseUnknownOptions(env, ['origin', 'officejs']);
  const office = officeSource(env.officejs);
  const base = deploymentBase(env.origin);
  const policy = contentSecurityPolicy(office.origin);
  const pagePolicy = contentSecurityPolicy(null);
  const page = (filename, template, chunks, allowed = policy) =>
    new HtmlPlugin({
      filename,
      template,
      chunks,
      minify: false,
      scriptLoading: 'defer',
      templateParameters: { officeUrl: office.url, policy: allowed },
    });
  const officeCopies = (office.folder === null ? [] : officeFiles).map((file) => ({
    from: path.join(office.folder, file),
    to: `${localFolder}/${file}`,
    info: { minimized: true },
  }));
  if (office.folder !== null) {
    officeCopies.push({
      from: require.resolve('@microsoft/office-js/LICENSE.md'),
      to: `${localFolder}/LICENSE.md`,
    });
  }
  return {
    mode: 'production',
    target: ['web', 'es2021'],
    entry: { pane: './src/pane.tsx', page: './src/page.tsx' },
    output: {
      path: path.resolve(__dirname, 'dist'),
      filename: '[name].[contenthash:12].js',
      clean: true,
    },
    resolve: { extensions: ['.ts', '.tsx', '.js', '.mjs'] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          loader: 'esbuild-loader',
          options: { target: engines, jsx: 'automatic' },
        },
      ],
    },
    optimization: { splitChunks: { cacheGroups } },
    performance: { hints: false },
    plugins: [
      page('taskpane.html', 'src/taskpane/taskpane.html', ['pane']),
      page('index.html', 'src/page/index.html', ['page'], pagePolicy),
      page('oldBrowser.html', 'src/page/oldBrowser.html', [], pagePolicy),
      page('unsupported.html', 'src/taskpane/unsupported.html', []),
      page('help.html', 'src/taskpane/help.html', []),
      new CopyPlugin({
        patterns: [
          { from: 'src/taskpane/engineCheck.js', to: 'engineCheck.js' },
          { from: 'src/taskpane/quietOffice.js', to: 'quietOffice.js' },
          { from: 'src/taskpane/unsupported.js', to: 'unsupported.js' },
          { from: 'assets/*.png', to: 'assets/[name][ext]' },
          { from: 'LICENSE', to: 'LICENSE.txt', toType: 'file' },
          ...officeCopies,
          {
            from: 'manifest.xml',
            transform: (content) => manifestFor(content.toString(), { origin: base, version }),
          },
        ],
      }),
      new NoticesPlugin(
        office.folder === null ? packagesNotice : `${ownCopyNotice}\n\n${packagesNotice}`,
      ),
    ],
    stats: { preset: 'errors-warnings' },
  };
};
