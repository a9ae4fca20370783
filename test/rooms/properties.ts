import { testsOf } from './testsOf';

testsOf('properties');
