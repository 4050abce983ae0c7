// Asks the content check on behalf of a handler. A checker that does not answer leaves content in review: it never stands in the way.
import { type CheckedText, contentRefusal, type TextVerdict } from '#core/rules/policy/content';
import type { ContentCheck, PictureVerdict, TextScene } from '#server/ports/content-check';
import { Fault } from '#server/ports/fault';
import type { Log } from '#server/ports/log';

/** A text with the path of its field in the input. */
export interface TextAt {
  readonly path: string;
  readonly text: string;
}

/** The content check as handlers see it: it always answers. */
export interface ContentReview {
  /** The verdicts on texts, in their order; empty texts say nothing and are left out. */
  texts(scene: TextScene, personKey: string, texts: readonly TextAt[]): Promise<readonly CheckedText[]>;
  /** The refusal of words to somebody that may not be said, as a handler prepares it; nothing where they may, or where there are none. */
  words(
    personKey: string,
    words: TextAt,
  ): Promise<{ readonly refusal: NonNullable<ReturnType<typeof contentRefusal>> } | Record<never, never>>;
  picture(address: string, personKey: string): Promise<PictureVerdict>;
}

/** Creates the review. That a checker failed is logged, without a word of what it was asked. */
export function createContentReview(check: ContentCheck, log: Log): ContentReview {
  async function orReview<Verdict>(work: Promise<Verdict>, review: Verdict): Promise<Verdict> {
    try {
      return await work;
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      log.line('warning', 'content_unchecked', { code: error.code }, error);
      return review;
    }
  }

  const unchecked: TextVerdict = { result: 'review', label: 'unchecked', word: null };
  const texts: ContentReview['texts'] = (scene, personKey, asked) =>
    Promise.all(
      asked
        .filter(({ text }) => text !== '')
        .map(async ({ path, text }) => ({ path, verdict: await orReview(check.checkText({ text, scene, personKey }), unchecked) })),
    );
  return {
    texts,
    async words(personKey, words) {
      const refusal = contentRefusal(await texts('forum', personKey, [words]));
      return refusal === null ? {} : { refusal };
    },
    picture: (address, personKey) => orReview<PictureVerdict>(check.checkPicture({ address, personKey }), 'review'),
  };
}
