// The network comes and goes.
export { hearNetwork } from '#app/platform/network.h5';
