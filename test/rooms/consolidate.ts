import { testsOf } from './testsOf';

testsOf('consolidate');
