import { studyFormula } from './studyFormula';
import { studyTyped } from './studyTyped';
const scale = process.argv.includes('--quick') ? 0.1 : 1;
const t = Date.now();
if(!process.argv.includes("-f")) studyTyped(scale);
console.log(Date.now() - t);
studyFormula(scale);
console.log(Date.now() - t);
