import { testsOf } from './testsOf';

testsOf('faults');
