// Tells the playground which code a phone holds up, so that the clerk's phone beside it can scan it.
export { tellShowingCode } from '#app/platform/showing-code.h5';
