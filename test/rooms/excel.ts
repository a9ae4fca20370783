import { testsOf } from './testsOf';

testsOf('excel');
