// Where our own server is, for a mini-program that was built to talk to one; empty where WeChat's cloud carries the server.

/** The origin of our own server, such as `https://shop.example`; put in by the build from QUNHUI_SERVER. */
export const serverAddress: string = process.env.QUNHUI_SERVER ?? '';
