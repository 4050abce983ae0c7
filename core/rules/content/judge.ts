// What others say of a text: the asker accepts an answer, members report what should not stand, the owner looks and decides.
import { refuse } from '#core/refusals';
import type { EntryStep } from '#core/rules/content/keep-entry';
import { isShown, REPORTS_HIDE, textIn } from '#core/rules/content/texts';
import { type Decision, done, refused } from '#core/rules/decision';
import type { EntryDocument, MemberDocument, ModerationReason } from '#core/tables';
import type { Instant } from '#core/values/instant';

function keyOf({ campaignId, memberId, slot }: EntryDocument): EntryStep['key'] {
  return { campaignId, memberId, slot };
}

const noEntry = () => refused(refuse('not_found', { what: 'entry' }));

/** Accepts an answer to one's own question, for good: what counts as help given to somebody is not taken away again. */
export function decideAccept(asker: MemberDocument, asked: EntryDocument | null, reply: EntryDocument | null): Decision<EntryStep> {
  const question = textIn(asked);
  if (question === null) return noEntry();
  if (question.acceptedId !== null) return refused(refuse('already_accepted', {}));
  if (!isShown(reply)) return noEntry();
  const { campaignId, slot } = question;
  const helperId = reply.memberId;
  const entry = asker.entries[campaignId];
  // The same two people accepting each other over and over is one help.
  const isCounted = entry?.kind !== 'question' || !entry.thanked.includes(helperId);
  const step = { key: keyOf(question), entry: { ...question, acceptedId: helperId } };
  return done(step, [{ kind: 'answer_accepted', campaignId, slot, helperId, isCounted }]);
}

/** Reports a text: it stands in the owner's queue from then on, and out of sight once several have reported it. */
export function decideReport(entry: EntryDocument | null, reporterId: string, reason: ModerationReason, at: Instant): Decision<EntryStep> {
  if (!isShown(entry)) return noEntry();
  if (entry.memberId === reporterId) return refused(refuse('own_entry', {}));
  if (entry.reportedBy.includes(reporterId)) return refused(refuse('already_reported', {}));
  const reports = [...entry.reports, reason];
  const isHidden = reports.length >= REPORTS_HIDE;
  const step: EntryDocument = {
    ...entry,
    reportedBy: [...entry.reportedBy, reporterId],
    reports,
    queuedAt: entry.queuedAt ?? at,
    ...(isHidden ? { state: 'waiting', shownAt: null } : {}),
  };
  const key = keyOf(entry);
  return done({ key, entry: step }, [{ kind: 'entry_reported', ...key, reason, isHidden }]);
}

/** The owner's look at a text as it was written at an instant: shown, or refused with the reason. It leaves the queue. */
export function decideJudge(kept: EntryDocument | null, since: Instant, refusal: ModerationReason | null): Decision<EntryStep> {
  const entry = textIn(kept);
  if (entry === null || entry.writtenAt !== since || (entry.queuedAt === null && refusal === null) || entry.state === 'refused') {
    return refused(refuse('nothing_waiting', {}));
  }
  const state = refusal === null ? 'shown' : 'refused';
  const shownAt = refusal === null ? entry.writtenAt : null;
  const key = keyOf(entry);
  const { doubted: _settled, ...text } = entry;
  return done({ key, entry: { ...text, state, refusal, shownAt, queuedAt: null, reports: [] } }, [
    { kind: 'entry_judged', ...key, refusal },
  ]);
}
