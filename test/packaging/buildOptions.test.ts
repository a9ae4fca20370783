/** Does every option of the build lead to the deployment that was meant, or to a sentence that helps? */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

interface OfficeSource {
  readonly url: string;
  readonly origin: string | null;
  readonly folder: string | null;
}

interface Packaging {
  readonly officeFiles: readonly string[];
  readonly officeSource: (choice?: unknown) => OfficeSource;
  readonly deploymentBase: (origin?: unknown) => string;
}

// The packaging scripts are plain CommonJS, run by webpack.
const { officeFiles, officeSource, deploymentBase }: Packaging = {
  ...jest.requireActual<Packaging>('../../src/packaging/officejs.js'),
  ...jest.requireActual<Packaging>('../../src/packaging/manifest.js'),
};

/** What a build would do: the parts of webpack's configuration that depend on the options. */
interface Configuration {
  readonly plugins: readonly {
    readonly constructor: { readonly name: string };
    readonly userOptions?: {
      readonly filename: string;
      readonly templateParameters: { readonly officeUrl: string; readonly policy: string };
    };
    readonly patterns?: readonly { readonly from: string; readonly to?: string }[];
    readonly preamble?: string;
  }[];
}

const configure =
  jest.requireActual<(env: Record<string, unknown>) => Configuration>('../../webpack.config.js');

function deployment(env: Record<string, unknown>) {
  const { plugins } = configure({ WEBPACK_BUNDLE: true, WEBPACK_BUILD: true, ...env });
  return {
    pages: plugins.flatMap(({ userOptions }) => (userOptions === undefined ? [] : [userOptions])),
    officeCopies: plugins
      .flatMap(({ patterns }) => patterns ?? [])
      .flatMap(({ to }) => (to?.startsWith('officejs/') === true ? [to] : [])),
    notice: plugins.find(({ preamble }) => preamble !== undefined)?.preamble ?? '',
  };
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'officejs-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function fill(files: readonly string[]): void {
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), '');
  }
}

test.each([
  ['cdn', 'https://appsforoffice.microsoft.com', '/lib/1/hosted/office.js'],
  [
    '21vianet',
    'https://appsforoffice.cdn.partner.office365.cn',
    '/appsforoffice/lib/1/hosted/office.js',
  ],
])(
  '%s: every page of Excel’s takes office.js from there and from nowhere else',
  (officejs, origin, place) => {
    const { pages, officeCopies, notice } = deployment({ officejs });
    const withoutExcel = ['index.html', 'oldBrowser.html'];
    expect(pages.map(({ filename }) => filename)).toEqual([
      'taskpane.html',
      ...withoutExcel,
      'unsupported.html',
      'help.html',
    ]);
    for (const { filename, templateParameters } of pages) {
      if (withoutExcel.includes(filename)) {
        // These know nothing of office.js, and may ask nobody for it.
        expect(templateParameters.policy).toContain("script-src 'self';");
        expect(templateParameters.policy).not.toContain('https:');
        continue;
      }
      expect(templateParameters.officeUrl).toBe(origin + place);
      expect(templateParameters.policy).toContain(`script-src 'self' ${origin};`);
      expect(templateParameters.policy).toContain("connect-src 'self';");
    }
    expect(officeCopies).toEqual([]);
    expect(notice).not.toContain('officejs/');
  },
);

test.each(['npm', 'FOLDER'])('%s: a copy is part of the deployment, with its terms', (choice) => {
  fill(officeFiles);
  const { pages, officeCopies, notice } = deployment({
    officejs: choice === 'npm' ? 'npm' : folder,
  });
  for (const { templateParameters } of pages) {
    expect(templateParameters.officeUrl).toBe('officejs/office.js');
    expect(templateParameters.policy).toContain("script-src 'self';");
    expect(templateParameters.policy).not.toContain('https:');
  }
  const expected = [...officeFiles, 'LICENSE.md'].map((file) => `officejs/${file}`);
  expect([...officeCopies].sort()).toEqual(expected.sort());
  expect(notice).toContain('officejs/LICENSE.md');
});

test('npm is what is taken without a word', () => {
  expect(officeSource()).toEqual(officeSource('npm'));
});

test('a folder that lacks files is refused by their names', () => {
  fill(officeFiles.filter((file) => file !== 'excel-mac-16.00.js' && !file.startsWith('zh-cn')));
  expect(() => officeSource(folder)).toThrow(
    /缺少：excel-mac-16\.00\.js、zh-cn\/office_strings\.js[^]*lacks: excel-mac-16\.00\.js/,
  );
});

test.each([['CDN'], ['constructor'], ['/no/such/folder'], [''], [true]])(
  'office.js from %p is refused with the choices there are',
  (choice) => {
    expect(() => officeSource(choice)).toThrow(/没有这个来源[^]*npm, cdn, 21vianet/);
  },
);

test.each([
  [undefined, 'https://localhost:3000'],
  ['https://czt.example', 'https://czt.example'],
  ['https://czt.example/', 'https://czt.example'],
  ['https://czt.example/excel//', 'https://czt.example/excel'],
  ['https://czt.example:8443/a/b', 'https://czt.example:8443/a/b'],
  ['HTTPS://CZT.example/Excel', 'https://czt.example/Excel'],
  ['https://czt.example/统计', 'https://czt.example/%E7%BB%9F%E8%AE%A1'],
])('a deployment at %s has its pages below %s', (origin, base) => {
  expect(deploymentBase(origin)).toBe(base);
});

test.each([
  ['http://czt.example', /必须以 https:\/\/ 开头[^]*must start with https/],
  ['ftp://czt.example', /必须以 https:\/\/ 开头[^]*must start with https/],
  ['czt.example', /不是网址[^]*no address/],
  ['https://', /不是网址[^]*no address/],
  ['', /不是网址[^]*no address/],
  [true, /不是网址[^]*no address/],
  ['https://czt.example/?a=1', /不能有 \? 和 #/],
  ['https://czt.example/#', /不能有 \? 和 #/],
  ['https://me:secret@czt.example', /不能有用户名和密码/],
  ['https://czt.example/excel/taskpane.html', /页面所在的文件夹[^]*folder in which the pages lie/],
])('an origin %p is refused, and it is said what to give', (origin, sentence) => {
  expect(() => deploymentBase(origin)).toThrow(sentence);
  expect(() => deploymentBase(origin)).toThrow('https://host.example');
  expect(() => deployment({ origin })).toThrow(sentence);
});

test('an option that nothing reads is refused: a mistyped one would build for another address', () => {
  expect(() => deployment({ orgin: 'https://czt.example' })).toThrow(
    /^--env orgin=https:\/\/czt\.example\n[^]*没有这个选项[^]*origin, officejs/,
  );
});
