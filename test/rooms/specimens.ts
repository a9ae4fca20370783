import { testsOf } from './testsOf';

testsOf('specimens');
