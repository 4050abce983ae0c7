// Group proofs in a browser: only the playground's chat issues them. A forwarded link has none, as in WeChat.
import { askPlayground } from '#app/platform/playground';

/** The proof of the card that was just tapped, from the query of the opened path. */
export function takeLaunchProof(query: Readonly<Record<string, string | undefined>>): Promise<string | null> {
  return Promise.resolve(query.proof ?? null);
}

/** A fresh proof of the group that this phone is in; null outside any group. */
export function askForProof(): Promise<string | null> {
  return askPlayground('ask-proof');
}
