import { testsOf } from './testsOf';

testsOf('application');
