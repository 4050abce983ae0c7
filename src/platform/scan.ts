// How a clerk's phone reads a code.
export { scanCode } from '#app/platform/scan.h5';
