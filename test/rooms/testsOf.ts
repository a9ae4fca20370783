/** Runs the tests of a room, file by file, in one program. */
import { filesOf } from './rooms.cjs';

export function testsOf(room: string): void {
  const files = filesOf(room);
  if (files.length === 0) throw new Error(`no tests are in the room ${room}`);
  describe.each(files)('%s', (file) => {
    jest.requireActual(file);
  });
}
