import { testsOf } from './testsOf';

testsOf('diagnose');
