// Which room may import which: domain ← application ← {excel, files, wording, taskpane, commands, cli} ← entry points;
// beside them domain ← workbook ← {page, workbench}: the page without Excel, and the place to try the add-in out.
import js from '@eslint/js';
import officeAddins from 'eslint-plugin-office-addins';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const rooms = [
  'domain',
  'application',
  'excel',
  'files',
  'background',
  'wording',
  'taskpane',
  'commands',
  'cli',
  'packaging',
  'release',
  'sideload',
  'workbook',
  'workbench',
  'page',
];

/** Forbids a room every other room but those named (`room/part`: only that part of it), and (where asked) packages by pattern. */
function room(name, allowedRooms, { packages } = {}) {
  const forbidden = rooms
    .filter((other) => other !== name && !allowedRooms.includes(other))
    .map((other) => {
      const part = allowedRooms.find((allowed) => allowed.startsWith(`${other}/`));
      return part === undefined ? other : `${other}(?!${part.slice(other.length)}/)`;
    });
  const patterns = [
    {
      regex: `^(\\.\\./)+(${forbidden.join('|')})/`,
      message: `${name}/ may import only ${['itself', ...allowedRooms].join(', ')}.`,
    },
  ];
  if (packages !== undefined) {
    patterns.push({ regex: packages, message: `${name}/ may not import this package.` });
  }
  return {
    files: [`src/${name}/**/*.{ts,tsx}`],
    rules: { 'no-restricted-imports': ['error', { patterns }] },
  };
}

const anyPackage = '^[^.]';
const officePackages = '^@microsoft/';

export default tseslint.config(
  { ignores: ['dist/', 'build/', 'node_modules/', 'test/specimens/'] },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['src/taskpane/**/*.tsx', 'src/workbench/**/*.tsx', 'src/page/**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  {
    files: ['src/excel/**/*.ts', 'src/commands/**/*.ts'],
    plugins: { 'office-addins': officeAddins },
    rules: {
      'office-addins/call-sync-before-read': 'error',
      'office-addins/load-object-before-read': 'error',
      'office-addins/no-context-sync-in-loop': 'error',
      'office-addins/no-empty-load': 'error',
      'office-addins/no-navigational-load': 'error',
      'office-addins/no-office-initialize': 'error',
      'office-addins/test-for-null-using-isNullObject': 'error',
    },
  },
  room('domain', [], { packages: anyPackage }),
  room('application', ['domain'], { packages: anyPackage }),
  // Of files/ only its XML parser, for custom XML parts.
  room('excel', ['domain', 'application', 'files/xml']),
  room('files', ['domain', 'application'], { packages: officePackages }),
  room('background', ['domain', 'application', 'files', 'wording'], { packages: officePackages }),
  room('wording', ['domain', 'application'], { packages: anyPackage }),
  room('taskpane', ['domain', 'application', 'wording'], { packages: officePackages }),
  room('commands', ['domain', 'application', 'wording', 'excel', 'taskpane']),
  room('cli', ['domain', 'application', 'wording', 'files', 'workbook'], {
    packages: officePackages,
  }),
  room('packaging', []),
  room('sideload', ['wording', 'cli']),
  room('release', ['wording', 'cli', 'workbook']),
  room('workbook', ['domain'], { packages: '^(?!saxes$)[^.]' }),
  room(
    'page',
    ['domain', 'application', 'files', 'background', 'wording', 'taskpane', 'workbook'],
    { packages: officePackages },
  ),
  // Of taskpane/ only the small pieces that know nothing of the product.
  room('workbench', ['domain', 'files', 'workbook', 'cli', 'taskpane/parts'], {
    packages: officePackages,
  }),
  {
    files: ['test/**/*.{ts,tsx}', 'src/cli/**/*.ts', 'src/workbench/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: {
      globals: {
        console: 'readonly',
        process: 'readonly',
        require: 'readonly',
        module: 'writable',
        __dirname: 'readonly',
        URL: 'readonly',
      },
    },
  },
);
