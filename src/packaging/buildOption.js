// What does somebody read who gave `npm run build` an option that cannot be carried out?
const { inspect } = require('node:util');

/** A mistake in an option: said in Chinese and English, without the program's inner life. */
class BuildOptionError extends Error {
  /**
   * @param given as on the command line, e.g. `origin=http://…`
   * @param chinese what is wrong and what to do
   * @param english the same
   */
  constructor(given, chinese, english) {
    super(`${given}\n  ${chinese}\n  ${english}`);
  }

  /** What the terminal shows: a stack would bury the two sentences. */
  [inspect.custom]() {
    return this.message;
  }
}

/** What webpack itself puts among the options. */
const webpacksOwn = /^WEBPACK_/;

/** Refuses options that nothing reads: a mistyped name would quietly build for another address. */
function refuseUnknownOptions(env, known) {
  for (const [name, value] of Object.entries(env)) {
    if (known.includes(name) || webpacksOwn.test(name)) continue;
    throw new BuildOptionError(
      `--env ${value === true ? name : `${name}=${String(value)}`}`,
      `没有这个选项。可用的选项：${known.join('、')}。例如：npm run build -- --env origin=https://host.example`,
      `There is no such option. Options: ${known.join(', ')}. Example: npm run build -- --env origin=https://host.example`,
    );
  }
}

module.exports = { BuildOptionError, refuseUnknownOptions };
