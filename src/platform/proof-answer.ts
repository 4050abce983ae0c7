// What a phone finds when it asks for a proof of its group.

/**
 * A proof, or why there is none: the app was not opened from a group; the person is no longer in that group; or this WeChat cannot
 * tell (a computer, the page of a Moments post, an old version).
 */
export type ProofAnswer = { readonly proof: string } | { readonly none: NoProof };

/** Why there is no proof. */
export type NoProof = 'not_from_group' | 'left_group' | 'cannot_tell';

/** The proof alone, where the reason does not matter. */
export function proofIn(answer: ProofAnswer): string | null {
  return 'proof' in answer ? answer.proof : null;
}
