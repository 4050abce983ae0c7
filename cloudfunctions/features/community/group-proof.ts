// Presents a person's group proof to the port, and says in the product's words what was wrong with it.
import { type Refusal, refuse } from '#core/refusals';
import type { RequestContext } from '#server/app/request-context';
import { type CheckedProof, PROOF_LIFE_MS } from '#server/ports/group-proof';

/** A proof that was checked, none because none was given, or the refusal. */
export async function checkProof(
  proof: string | undefined,
  context: RequestContext,
): Promise<{ readonly checked: CheckedProof | null } | { readonly refusal: Refusal<'group_proof_invalid' | 'group_proof_expired'> }> {
  if (proof === undefined) return { checked: null };
  const checked = await context.groupProof.check(proof, context.caller.personKey, context.now);
  if (checked === 'invalid') return { refusal: refuse('group_proof_invalid', {}) };
  if (checked === 'expired') return { refusal: refuse('group_proof_expired', { seconds: PROOF_LIFE_MS / 1000 }) };
  return { checked };
}
