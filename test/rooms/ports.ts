import { testsOf } from './testsOf';

testsOf('ports');
