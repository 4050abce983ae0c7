// A mini-program has no web address of its own; our own server has one, when the build names it.
import { serverAddress } from '#app/platform/server-address';

/** The address that opens a path on our own server; null where WeChat's cloud carries the server. */
export function webAddress(path: string): string | null {
  return serverAddress === '' ? null : `${serverAddress}/app/#${path}`;
}
