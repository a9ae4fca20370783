import { testsOf } from './testsOf';

testsOf('domain');
