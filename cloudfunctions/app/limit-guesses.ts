// Bounds how many wrong codes one person may try: digits that change every ten seconds are short enough to be guessed.
import { type ActionName, contract } from '#core/contract';
import type { RefusalCode } from '#core/refusals';
import type { Instant } from '#core/values/instant';
import type { AppReply } from '#server/app/create-app';
import type { RateLimit } from '#server/app/limit-rate';

/** Three at once, then one in five seconds: whoever mistypes hardly meets it. */
export const WRONG_CODES_PER_MINUTE = 12;

/** Whether an action says of a code that somebody brings whether it is right. */
export function isGuess(name: ActionName): boolean {
  return (contract[name].refusals as readonly RefusalCode[]).includes('code_unknown');
}

/** Answers what may be a guess. It is counted before it is answered, so that many at once gain nothing; a right one is not counted. */
export async function limitGuesses(
  limit: RateLimit,
  who: { readonly personKey: string; readonly now: Instant },
  answer: () => Promise<AppReply>,
): Promise<AppReply> {
  const seconds = limit.take(who.personKey, who.now);
  if (seconds !== null) return { ok: false, code: 'slow_down', data: { seconds } };
  const reply = await answer();
  if (reply.ok || reply.code !== 'code_unknown') limit.giveBack(who.personKey);
  return reply;
}
