// WeChat's content check: msgSecCheck for texts, mediaCheckAsync for pictures, whose answer is pushed later.
import type { ContentLabel, TextVerdict } from '#core/rules/policy/content';
import { SECOND_MS } from '#core/values/instant';
import { CHECKED_TEXT_MAX, type ContentCheck, type TextScene } from '#server/ports/content-check';
import { Fault } from '#server/ports/fault';

/** What the two open interfaces take; the SDK writes the names as WeChat wants them. */
export interface WechatSecurity {
  msgSecCheck(input: { readonly content: string; readonly version: 2; readonly scene: number; readonly openid: string }): Promise<unknown>;
  mediaCheckAsync(input: {
    readonly mediaUrl: string;
    readonly mediaType: 2;
    readonly version: 2;
    readonly scene: number;
    readonly openid: string;
  }): Promise<unknown>;
}

/** What the adapter is made of. */
export interface WechatContentCheckParts {
  readonly security: WechatSecurity;
  /** The OPENID behind an account key; null for somebody whom WeChat does not know. */
  openIdOf(personKey: string): string | null;
  /** An https address under which WeChat can fetch a kept picture for a while. */
  temporaryUrl(address: string): Promise<string>;
}

/** WeChat has no longer to answer: a person is waiting. */
const ANSWER_MS = 4 * SECOND_MS;

const scenes: Readonly<Record<TextScene, number>> = { profile: 1, comment: 2, forum: 3, log: 4 };

/** WeChat's labels; whatever it adds later is `other`. */
const labels: Readonly<Record<number, ContentLabel>> = {
  100: 'normal',
  10001: 'advertising',
  20001: 'politics',
  20002: 'sexual',
  20003: 'abuse',
  20006: 'crime',
  20008: 'fraud',
  20012: 'vulgar',
  20013: 'copyright',
};

/** Answers that say nothing about the content: the writer was not here for two hours (61010), or a limit is reached (44991, 45009). */
const UNDECIDED: ReadonlySet<number> = new Set([61010, 44991, 45009]);

const unchecked: TextVerdict = { result: 'review', label: 'unchecked', word: null };

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}

function errorCodeOf(error: unknown): number | null {
  const code = fieldOf(error, 'errCode');
  return typeof code === 'number' ? code : null;
}

/** The word that WeChat's own word list has found, where it names one. */
function wordOf(answer: unknown): string | null {
  const detail = fieldOf(answer, 'detail');
  if (!Array.isArray(detail)) return null;
  const word = detail.map((entry: unknown) => fieldOf(entry, 'keyword')).find((keyword) => typeof keyword === 'string' && keyword !== '');
  return typeof word === 'string' ? word.slice(0, 40) : null;
}

/** Reads `{ suggest, label }`; null when it is no answer. */
export function readSuggestion(result: unknown): { readonly result: TextVerdict['result']; readonly label: ContentLabel } | null {
  const suggest = fieldOf(result, 'suggest');
  if (suggest !== 'pass' && suggest !== 'review' && suggest !== 'risky') return null;
  return { result: suggest, label: labels[Number(fieldOf(result, 'label'))] ?? 'other' };
}

async function inTime<Value>(work: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), ANSWER_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Asks WeChat; null when its answer says nothing about the content. */
async function ask(work: () => Promise<unknown>): Promise<unknown> {
  try {
    return await inTime(work());
  } catch (error) {
    if (UNDECIDED.has(errorCodeOf(error) ?? 0)) return null;
    throw new Fault('content_check_unavailable', 'WeChat did not check the content', { cause: error });
  }
}

/** Creates the check. Whoever WeChat does not know, or has not seen for two hours, is in review. */
export function createWechatContentCheck({ security, openIdOf, temporaryUrl }: WechatContentCheckParts): ContentCheck {
  return {
    async checkText({ text, scene, personKey }) {
      const openid = openIdOf(personKey);
      if (openid === null || text.length > CHECKED_TEXT_MAX) return unchecked;
      const answer = await ask(() => security.msgSecCheck({ content: text, version: 2, scene: scenes[scene], openid }));
      if (answer === null) return unchecked;
      const suggestion = readSuggestion(fieldOf(answer, 'result'));
      if (suggestion === null) throw new Fault('content_check_unavailable', 'WeChat answered a check with something else');
      return { ...suggestion, word: suggestion.result === 'pass' ? null : wordOf(answer) };
    },
    async checkPicture({ address, personKey }) {
      const openid = openIdOf(personKey);
      if (openid === null) return 'review';
      const answer = await ask(async () => {
        const mediaUrl = await temporaryUrl(address);
        return security.mediaCheckAsync({ mediaUrl, mediaType: 2, version: 2, scene: scenes.profile, openid });
      });
      const traceId = fieldOf(answer, 'traceId');
      return typeof traceId === 'string' && /^[A-Za-z0-9_.-]{1,128}$/.test(traceId) ? { pending: traceId } : 'review';
    },
  };
}
