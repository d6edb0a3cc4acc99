/** Permit form: shows how many days a permit is still valid. */
var AlderBay = AlderBay || {};
AlderBay.Permit = (function () {
  "use strict";

  function daysLeft(expiresOn) {
    return Math.ceil((expiresOn.getTime() - Date.now()) / 86400000);
  }

  function onLoad(executionContext) {
    var form = executionContext.getFormContext();
    var expiresOn = form.getAttribute("abp_expireson").getValue();
    form.ui.clearFormNotification("abp_expiry");
    // An expired permit needs no count of days.
    if (expiresOn && daysLeft(expiresOn) >= 0 && daysLeft(expiresOn) < 30) {
      form.ui.setFormNotification("This permit expires in " + daysLeft(expiresOn) + " days.", "WARNING", "abp_expiry");
    }
  }

  return { onLoad: onLoad };
})();
