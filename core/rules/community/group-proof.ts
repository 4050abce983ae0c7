// A group proof in a decision: counted once, for one person, and only for a group that the community has bound.
import { type Refusal, refuse } from '#core/refusals';
import type { JournalEvent } from '#core/rules/audit/journal-event';
import type { CommunityDocument, ProofDocument } from '#core/tables';

/** What follows from presenting a proof: it may have been used by somebody else, be known already, or count now. */
export function proofEvents(facts: {
  readonly proof: { readonly groupId: string; readonly digest: string };
  readonly used: ProofDocument | null;
  readonly memberId: string;
  /** Null while the community or the binding is just being made. */
  readonly community: CommunityDocument | null;
}): { readonly refusal: Refusal<'group_proof_used'> } | { readonly events: readonly JournalEvent[] } {
  const { proof, used, community } = facts;
  if (used !== null) return used.memberId === facts.memberId ? { events: [] } : { refusal: refuse('group_proof_used', {}) };
  const isBound = community === null || community.groups.some((group) => group.groupId === proof.groupId);
  return { events: isBound ? [{ kind: 'group_verified', groupId: proof.groupId, digest: proof.digest }] : [] };
}
