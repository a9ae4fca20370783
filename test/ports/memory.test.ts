/** Is the workbook in memory as strict as the contract says? */
import { MemoryWorkbook } from '../memory/MemoryWorkbook';
import { workbookContract } from './contract';
import { openedMemory } from './openedMemory';

workbookContract((layouts) => Promise.resolve(openedMemory(MemoryWorkbook.ofLayouts(layouts))));
