import { testsOf } from './testsOf';

testsOf('files');
