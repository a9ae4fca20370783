import { translateError } from '../../src/excel/hostErrors';

test.each([
  ['InvalidOperationInCellEditMode', { code: 'cellEditing' }, true],
  ['ActivityLimitReached', { code: 'busy' }, true],
  ['RequestAborted', { code: 'busy' }, true],
  ['ItemNotFound', { code: 'notThere', what: 'WorksheetCollection.getItem' }, false],
  ['RequestPayloadSizeLimitExceeded', { code: 'tooMuchData', sheet: null }, false],
  ['ResponsePayloadSizeLimitExceeded', { code: 'tooMuchData', sheet: null }, false],
  ['ApiNotFound', { code: 'unsupportedHost', needs: 'WorksheetCollection.getItem' }, false],
  ['AccessDenied', { code: 'accessDenied' }, false],
  ['InvalidSelection', { code: 'otherWorkbookActive' }, false],
  ['InactiveWorkbook', { code: 'otherWorkbookActive' }, false],
  ['InvalidOrTimedOutSession', { code: 'sessionEnded' }, false],
  ['GeneralException', { code: 'hostError', hostCode: 'GeneralException' }, false],
  ['SomethingNew', { code: 'hostError', hostCode: 'SomethingNew' }, false],
])('%s becomes a fault', (code, fault, passing) => {
  const error = { code, debugInfo: { errorLocation: 'WorksheetCollection.getItem' } };
  expect(translateError(error)).toEqual({ fault, hostCode: code, passing });
});

test.each([new TypeError('x'), null, 'text', { code: 'PropertyNotLoaded' }])(
  '%p is a bug, not a fault',
  (error) => {
    expect(translateError(error)).toBeNull();
  },
);
