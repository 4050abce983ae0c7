// Group proofs in a browser: only the playground's chat issues them. A forwarded link has none, as in WeChat.
import { askPlayground } from '#app/platform/playground';
import type { ProofAnswer } from '#app/platform/proof-answer';

/** The proof of the card that was just tapped, from the query of the opened path. */
export function takeLaunchProof(query: Readonly<Record<string, string | undefined>>): Promise<string | null> {
  return Promise.resolve(query.proof ?? null);
}

/** A fresh proof of the group that this phone is in. */
export async function askForProof(): Promise<ProofAnswer> {
  const proof = await askPlayground('ask-proof');
  return proof === null ? { none: 'not_from_group' } : { proof };
}
