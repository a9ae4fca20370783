import { testsOf } from './testsOf';

testsOf('pane');
