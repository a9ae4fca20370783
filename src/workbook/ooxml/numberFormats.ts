// Which number format does a built-in id stand for, and which id does a code have?
import { builtinFormat } from '../../domain/builtinFormats';

export const builtInFormat = builtinFormat;

/** Ids that mean the same in every language; 23 to 36 and those above 49 do not. */
const SAME_EVERYWHERE = [...Array(23).keys(), 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49];

export function numberFormatId(code: string): number | undefined {
  return SAME_EVERYWHERE.find((id) => builtinFormat(id) === code);
}
