// What a platform wants before the first call.
export { startPlatform } from '#app/platform/start.h5';
