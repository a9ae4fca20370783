// Nothing leaves the machine: switches office.js's own usage reports off before it starts them.
// Loaded right after office.js, on every page; plain ES5.
/* global window */
(function () {
  'use strict';
  var reports = window.OTel && window.OTel.OTelLogger;
  if (reports) {
    reports.Enabled = false;
  }
})();
