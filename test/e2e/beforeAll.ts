/** What Jest does before the first test on screen. */
export { startShared as default } from './shared';
