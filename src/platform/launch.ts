// How the app was opened, as far as the platform tells.
export { isSinglePage } from '#app/platform/launch.h5';
