// The keys that come up for a number, without a say in what is typed.
export { keysFor } from '#app/platform/number-keys.h5';
