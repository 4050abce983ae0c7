// What is written and not sent yet, kept until the app is closed.
export { keepUnsent, recallUnsent } from '#app/platform/unsent.h5';
