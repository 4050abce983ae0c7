// Who is calling, as far as the phone is concerned: WeChat says it by itself, a browser holds a session.
export { openSession, sessionToken } from '#app/platform/session.h5';
