// From a code on the wire to a sentence on the screen; a code from a newer server is said plainly and never breaks a screen.
import type { Sentence, Words } from '#app/i18n/words';

/** A code and its data as they travel. */
export interface Coded {
  readonly code: string;
  readonly data: unknown;
}

function lookUp(record: object, code: string): ((data: never) => unknown) | undefined {
  return Object.keys(record).includes(code) ? (record as Record<string, (data: never) => unknown>)[code] : undefined;
}

/** A "no" in words. */
export function sayNo(words: Words, no: Coded): Sentence {
  const say = lookUp(words.no, no.code) as ((data: unknown) => Sentence) | undefined;
  return say === undefined ? words.no.unknown_action({ action: no.code }) : say(no.data);
}

/** Why a page has nothing to show, in words: nothing was filled in for it, so what the server cannot read is the link that led there. */
export function sayNothingThere(words: Words, no: Coded): Sentence {
  return no.code === 'invalid_input' ? words.member.shared.brokenLink : sayNo(words, no);
}

/** A line of terms in words. */
export function sayTerm(words: Words, line: Coded): string {
  const say = lookUp(words.terms, line.code) as ((data: unknown) => string) | undefined;
  return say === undefined ? words.no.unknown_action({ action: line.code }).reason : say(line.data);
}

/** A condition of taking part that is met, in words. */
export function sayCondition(words: Words, line: Coded): string {
  const say = lookUp(words.conditions, line.code) as ((data: unknown) => string) | undefined;
  return say === undefined ? words.no.unknown_action({ action: line.code }).reason : say(line.data);
}

/** Why an invite does not count, in words. */
export function sayInviteRefusal(words: Words, reason: string): string {
  return Object.keys(words.inviteRefusals).includes(reason)
    ? words.inviteRefusals[reason as keyof Words['inviteRefusals']]
    : words.no.unknown_action({ action: reason }).reason;
}
