/** Works out the fee of a permit, in whole units of the currency. */
var AlderBay = AlderBay || {};
AlderBay.feeOf = function (days) {
  return 20 + days * 2;
};
