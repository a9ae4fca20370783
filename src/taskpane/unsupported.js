// Can this Excel run the add-in? Forwards to the pane where it can, says where it cannot which Excel is
// needed, or which engine it lacks. Plain ES5: it must run in the Internet Explorer engine of Excel 2016
// and 2019, and of newer ones without WebView2.
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

  function explainEngine() {
    document.getElementById('engine').className = '';
    explain();
  }

  function forward() {
    forwarded = true;
    // The query carries what Excel on the web tells the page about itself.
    window.location.replace('taskpane.html' + window.location.search + window.location.hash);
  }

  // The pane's own check led here: leading back would go round in circles.
  if (window.location.hash === '#engine') {
    explainEngine();
    return;
  }
  if (typeof Office === 'undefined') {
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
