// A short buzz in the hand, without looking at the screen.
export { buzz } from '#app/platform/buzz.h5';
