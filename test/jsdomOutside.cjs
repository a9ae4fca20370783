// What tests get as jsdom: see outside.cjs.
module.exports = globalThis.jsdomOutside();
