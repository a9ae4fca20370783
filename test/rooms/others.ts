import { testsOf } from './testsOf';

testsOf('others');
