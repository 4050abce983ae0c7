// What a request gets: an answer in JSON, or a complaint that it was not understood.

/** An answer in JSON, to which the server adds `requestId`. */
export type Answer = { readonly [field: string]: unknown };

/** The stand-in was asked something that it cannot answer; the real cloud might, so no test may go on as if nothing had happened. */
export class StandInComplaint extends Error {
  override readonly name = 'StandInComplaint';
}
