// How an action reaches the server: a cloud function call in WeChat, HTTP in a browser.
export { send } from '#app/platform/transport.h5';
