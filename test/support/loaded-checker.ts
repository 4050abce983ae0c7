// A content checker that says what a test loads it with, and remembers what it was asked.
import type { TextVerdict } from '#core/rules/policy/content';
import type { ContentCheck, PictureToCheck, PictureVerdict, TextToCheck } from '#server/ports/content-check';
import { Fault } from '#server/ports/fault';

/** The checker. */
export interface LoadedChecker extends ContentCheck {
  /** What it says of texts that hold a word; every other text passes. */
  readonly texts: Map<string, TextVerdict['result']>;
  /** What it says of pictures. */
  picture: PictureVerdict;
  /** While true nobody answers. */
  isDown: boolean;
  readonly askedTexts: TextToCheck[];
  readonly askedPictures: PictureToCheck[];
}

/** Creates one that lets everything through. */
export function createLoadedChecker(): LoadedChecker {
  const checker: LoadedChecker = {
    texts: new Map(),
    picture: 'pass',
    isDown: false,
    askedTexts: [],
    askedPictures: [],
    async checkText(asked) {
      checker.askedTexts.push(asked);
      if (checker.isDown) throw new Fault('content_check_unavailable', 'nobody answers');
      const found = [...checker.texts].find(([word]) => asked.text.includes(word));
      if (found === undefined) return { result: 'pass', label: 'normal', word: null };
      return { result: found[1], label: 'abuse', word: found[0] };
    },
    async checkPicture(asked) {
      checker.askedPictures.push(asked);
      if (checker.isDown) throw new Fault('content_check_unavailable', 'nobody answers');
      return checker.picture;
    },
  };
  return checker;
}
