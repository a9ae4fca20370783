/** Everything that opens workbooks: one part of the program, loaded after the first sight. */
export { newBook, openBook } from './book/openBook';
export { startWork } from './work/startWork';
