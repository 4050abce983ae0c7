// Whether the window has room for two columns.
export { useWideWindow } from '#app/platform/wide-window.h5';
