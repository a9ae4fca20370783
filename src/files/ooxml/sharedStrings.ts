/** Which texts do the cells of an .xlsx refer to by number? */
import { corrupt } from '../fileFaultError';
import { ItemText } from './cellText';
import type { WorkbookPackage } from './workbookPackage';

/** The shared texts in their order. */
export async function readSharedStrings(
  parts: WorkbookPackage,
  name: string,
): Promise<readonly string[]> {
  const strings: string[] = [];
  const item = new ItemText();
  await parts.readXml(name, {
    open: (element, depth, tag) => {
      if (depth === 1 && element !== 'sst') throw corrupt();
      if (depth === 2) item.clear();
      return depth > 2 && item.open(element, depth - 2, tag);
    },
    close: (element, depth, content) => {
      if (depth > 2) item.close(element, depth - 2, content);
      else if (depth === 2 && element === 'si') strings.push(item.value());
    },
  });
  return strings;
}
