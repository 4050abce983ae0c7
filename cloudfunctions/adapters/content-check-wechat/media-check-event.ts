// Reads the push in which WeChat answers a check of a picture.
import { readSuggestion } from '#server/adapters/content-check-wechat/wechat-content-check';

/** The answer to one check. */
export interface MediaCheckAnswer {
  readonly traceId: string;
  readonly result: 'pass' | 'review' | 'risky';
}

/**
 * The answer in a push `wxa_media_check`; null when it is none, or not whole.
 * The push itself proves nothing: it counts only for a trace that we wait for, of which nobody else knows.
 */
export function readMediaCheck(message: unknown): MediaCheckAnswer | null {
  if (typeof message !== 'object' || message === null) return null;
  const fields = message as { Event?: unknown; trace_id?: unknown; errcode?: unknown; result?: unknown };
  if (fields.Event !== 'wxa_media_check' || typeof fields.trace_id !== 'string' || fields.trace_id === '') return null;
  // A check that WeChat could not carry out, such as of a picture that it could not fetch: a person has to look.
  if (fields.errcode !== undefined && Number(fields.errcode) !== 0) return { traceId: fields.trace_id, result: 'review' };
  const suggestion = readSuggestion(fields.result);
  return suggestion === null ? null : { traceId: fields.trace_id, result: suggestion.result };
}
