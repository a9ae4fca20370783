// How are the tests run? Those on screen apart from the others, because a workbench and a browser are
// started for them, once for all (test/e2e/shared.ts), and only where one of them is wanted.

const common = {
  testEnvironment: 'node',
  testEnvironmentOptions: { globalsCleanup: 'off' },
  transform: {
    '\\.[jt]sx?$|\\.mjs$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
      },
    ],
  },
  transformIgnorePatterns: ['/node_modules/(?!(hucre|marked)/)'],
  setupFiles: ['<rootDir>/test/shippedReact.ts', '<rootDir>/test/fastCheckSeed.ts'],
};

export default {
  maxWorkers: 2,
  workerIdleMemoryLimit: '1GB',
  testTimeout: 3_600_000,
  testSequencer: '<rootDir>/test/dearestFirst.cjs',
  projects: [
    {
      ...common,
      displayName: 'screen',
      roots: ['<rootDir>/test/e2e'],
      testMatch: ['**/*.test.ts'],
      globalSetup: '<rootDir>/test/e2e/beforeAll.ts',
      globalTeardown: '<rootDir>/test/e2e/afterAll.ts',
    },
    {
      ...common,
      displayName: 'house',
      roots: ['<rootDir>/test'],
      testMatch: ['**/*.test.ts', '**/*.test.tsx'],
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/'],
      globalSetup: '<rootDir>/test/fluentInOne.mjs',
      testEnvironment: '<rootDir>/test/outside.cjs',
      moduleNameMapper: {
        '^jsdom$': '<rootDir>/test/jsdomOutside.cjs',
        '^@fluentui/react-components$': '<rootDir>/node_modules/.cache/tests/fluent.cjs',
      },
    },
  ],
};
