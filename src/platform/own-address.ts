// The address of the page that is on show, which a reload opens again.
export { keepAddress } from '#app/platform/own-address.h5';
