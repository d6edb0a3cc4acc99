/** Milliseconds of a call, and of one that reads layers: some 340 ms were measured in a real environment. */
export const LATENCY = 80;
export const LAYER_LATENCY = 340;
