// The content check port: whether what people wrote, or a picture of theirs, may be shown to others.
import type { TextVerdict } from '#core/rules/policy/content';

/** Where a text stands: in a profile, under something as a comment, as a post, or in somebody's own log. */
export type TextScene = 'profile' | 'comment' | 'forum' | 'log';

/** A text to be checked; `personKey` is the account that has just written it. */
export interface TextToCheck {
  readonly text: string;
  readonly scene: TextScene;
  readonly personKey: string;
}

/** A picture to be checked: the address under which the pictures port keeps it, and the account that shows it. */
export interface PictureToCheck {
  readonly address: string;
  readonly personKey: string;
}

/** What a checker says of a picture at once: an answer, that a person has to look, or the name under which its answer will come later. */
export type PictureVerdict = 'pass' | 'review' | 'risky' | { readonly pending: string };

/**
 * Laws: a check is about this text or picture alone and remembers nothing; `pass` is said only by a checker that has looked; a checker
 * that is over its limits, does not know the writer, or is not sure says `review`; `risky` says what it is about. A check of a picture
 * that is pending names a trace of `A-Za-z0-9_.-`, at most 128 characters, and its answer comes as a push or never.
 * @throws Fault('content_check_unavailable') when the checker does not answer; the application then treats the content as in review.
 */
export interface ContentCheck {
  checkText(text: TextToCheck): Promise<TextVerdict>;
  checkPicture(picture: PictureToCheck): Promise<PictureVerdict>;
}

/** The longest text that is checked at once, in characters; the contract allows none that is longer. */
export const CHECKED_TEXT_MAX = 2_500;
