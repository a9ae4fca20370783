/** What Jest does after the last test. */
export { stopShared as default } from './shared';
