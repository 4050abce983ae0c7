// How an action reaches the server from WeChat: through its cloud, or to our own server when the build names one.
import { callCloud } from '#app/platform/cloud-call';
import { ownServer } from '#app/platform/own-server';
import { serverAddress } from '#app/platform/server-address';
import type { Send } from '#app/platform/wire';

export const send: Send = serverAddress === '' ? callCloud : ownServer.send;
