// A fault: the world failed, nobody is to blame; it travels to the phone as `try_again` with a reference.

/** What can go wrong outside of the rules. */
export type FaultCode =
  | 'store_unavailable'
  | 'store_closed'
  | 'conflict'
  | 'storage_full'
  | 'not_configured'
  | 'messenger_unavailable'
  | 'wechat_unavailable'
  | 'content_check_unavailable'
  | 'pictures_unavailable';

/** Thrown by adapters only. The client may send the same request again, with the same requestId. */
export class Fault extends Error {
  readonly code: FaultCode;

  constructor(code: FaultCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'Fault';
    this.code = code;
  }
}
