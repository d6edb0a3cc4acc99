/** Works out the fee of a permit, in whole units of the currency. */
var AlderBayFees = { feeOf: function (days) { return 20 + days * 2; } };
