// The address of one of the app's paths on the web, for links and poster codes; null where there is no web.
export { webAddress } from '#app/platform/web-address.h5';
