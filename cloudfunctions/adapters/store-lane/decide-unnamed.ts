// Decisions that name no document: a first run over nothing tells which community they are about.
import type { Id } from '#core/values/ids';
import { checkOutcome, communityOfWrite } from '#server/adapters/store-lane/check-decision';
import type { Documents, Outcome } from '#server/ports/store';

const NOTHING: Documents = new Map();

/** How such a decision goes on. */
export interface UnnamedDecision<Reply> {
  /** It asks for documents: it is decided as if it had named them. */
  named(ids: readonly Id[]): Promise<Reply>;
  /** It writes into a community without having looked at anything. */
  writing(community: string): Promise<Reply>;
}

/** Runs work that names no document once, to find out how it is to be decided; what it replies without writing is its reply. */
export async function decideUnnamed<Reply>(
  work: (documents: Documents) => Outcome<Reply>,
  decision: UnnamedDecision<Reply>,
): Promise<Reply> {
  const outcome = work(NOTHING);
  checkOutcome(outcome);
  if ('need' in outcome) return decision.named(outcome.need);
  const first = outcome.writes[0];
  return first === undefined ? outcome.reply : decision.writing(communityOfWrite(first));
}
