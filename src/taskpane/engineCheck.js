// Can this browser engine read the pane's scripts? Runs before all of them and leads to the page that says
// what to install where it cannot: Internet Explorer (Excel without WebView2), a WebView2 before 97, a
// Safari before 15.4. The page without Excel names another one in its root element. Plain ES5.
/* global window, document */
(function () {
  'use strict';

  function lead() {
    var elsewhere = document.documentElement.getAttribute('data-without-engine');
    window.location.replace(elsewhere || 'unsupported.html#engine');
  }

  // What the bundles use without a substitute came with these engines; see webpack.config.js.
  if (
    !('noModule' in document.createElement('script')) ||
    typeof Array.prototype.findLast !== 'function' ||
    typeof Object.hasOwn !== 'function'
  ) {
    lead();
    return;
  }

  // An engine that passes and cannot read a script all the same leaves no empty pane either.
  window.addEventListener('error', function (event) {
    var pane = document.getElementById('pane');
    var unreadable = event.error && event.error.name === 'SyntaxError';
    if (unreadable && pane && !pane.hasChildNodes()) {
      lead();
    }
  });
})();
