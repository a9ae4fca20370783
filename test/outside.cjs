// jsdom is six hundred files, and it is the same for every test: each process that runs tests loads it
// once, outside of what Jest loads anew for every test file, and lends it to them (see jest.config.mjs).
const { TestEnvironment } = require('jest-environment-node');

module.exports = class extends TestEnvironment {
  async setup() {
    await super.setup();
    this.global.jsdomOutside = () => require('jsdom');
  }
};
