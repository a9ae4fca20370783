// How are the tests run that need LibreOffice? By `npm run test:office`; they are no part of `npm test`.
import base from '../../jest.config.mjs';

const { displayName, ...house } = base.projects.find((project) => project.displayName === 'house');

export default {
  ...house,
  displayName: { name: displayName, color: 'white' },
  rootDir: '../..',
  roots: ['<rootDir>/test/office'],
  testMatch: ['**/*.office.ts'],
  testTimeout: base.testTimeout,
};
