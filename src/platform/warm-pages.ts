// Brings the other pages to the phone before they are wanted.
export { warmPages } from '#app/platform/warm-pages.h5';
