/** The worker's entry point: reads and copies the open workbook beside the page. */
import type { WorkerSide } from '../../background/serveTasks';
import type { BookMessage, BookTask } from './messages';
import { serveBook } from './serveBook';

// Only here is the global object a worker's; the types are those of a page.
serveBook(self as unknown as WorkerSide<BookTask, BookMessage>);
