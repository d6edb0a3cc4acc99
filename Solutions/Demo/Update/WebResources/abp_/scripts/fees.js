/** Works out the fee of a permit, in whole units of the currency; long ones are cheaper by the day. */
var AlderBay = AlderBay || {};
AlderBay.feeOf = function (days) {
  return 20 + Math.min(days, 30) * 2 + Math.max(days - 30, 0);
};
