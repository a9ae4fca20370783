// Can this Excel run the add-in? Forwards to the pane where it can, says which Excel is needed where
// it cannot. Plain ES5: it must run in the Internet Explorer engine of Excel 2016 and 2019.
/* global window, document, Office */
(function () {
  'use strict';
  var patience = 5000;
  var forwarded = false;

  function explain() {
    if (forwarded) {
      return;
    }
    document.getElementById('opening').className = 'hidden';
    document.getElementById('unsupported').className = '';
  }

  function forward() {
    forwarded = true;
    // The query carries what Excel on the web tells the page about itself.
    window.location.replace('taskpane.html' + window.location.search + window.location.hash);
  }

  var modernEngine =
    'noModule' in document.createElement('script') && typeof Array.prototype.at === 'function';
  if (!modernEngine || typeof Office === 'undefined') {
    explain();
    return;
  }
  // An Excel that answers later than this is still believed when it does.
  window.setTimeout(explain, patience);
  Office.onReady(function () {
    var requirements = Office.context && Office.context.requirements;
    if (
      requirements &&
      requirements.isSetSupported('ExcelApi', '1.13') &&
      requirements.isSetSupported('SharedRuntime', '1.1')
    ) {
      forward();
    } else {
      explain();
    }
  });
})();
