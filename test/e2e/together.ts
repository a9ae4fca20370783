/**
 * One workbench and one browser for all tests of a run that need them, started before the first.
 *
 * A test file says `beforeAll(async () => { screen = await openScreen(); })` and
 * `afterAll(() => screen.close())` (see `screen.ts`); a file under test/e2e is all that it takes.
 */
