import { testsOf } from './testsOf';

testsOf('check');
