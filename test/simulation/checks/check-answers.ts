// Answers: each is one that the contract declares, each success is in the journal and nothing else is, and asking again changes nothing.
import { isDeepStrictEqual } from 'node:util';
import type { ActionName } from '#core/contract';
import { CLERKS, CO_OWNER, OWNER } from '../stage';
import type { Evidence } from './evidence';
import type { Findings } from './findings';

/** Actions that may come to nothing new: said twice, seen before. Of all others a success is in the journal. */
const maybeSilent: ReadonlySet<ActionName> = new Set<ActionName>([
  'community.enter',
  'campaign.reach',
  'community.appoint',
  'community.setJoining',
  'leaderboard.hide',
  'membership.showName',
  'content.read',
  'content.answer',
  'content.remove',
  'trial.read',
  'reminder.accept',
  'reminder.stop',
  'campaign.save',
  'campaign.improve',
  'invite.create',
  'promise.report',
]);

const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

function checkJournal({ deeds, journals, life }: Evidence, findings: Findings): void {
  const known = new Set<string>();
  for (const { action, requestId, journal, replies, value } of deeds) {
    if (journal === null) {
      findings.holds(`${action} ${requestId} was answered with success and is not in the journal`, maybeSilent.has(action));
      continue;
    }
    known.add(journal.id);
    if (maybeSilent.has(action)) continue;
    findings.equal(`answer of ${requestId}`, asJson(value), journal.reply);
    for (const { reply } of replies.filter(({ reply: one }) => one.ok)) {
      findings.holds(`${action} ${requestId} was answered in two ways`, reply.ok && isDeepStrictEqual(reply.value, value));
    }
  }
  const people = new Set([OWNER, CO_OWNER, ...CLERKS, ...life.stage.members].map((personKey) => life.stage.memberIdOf(personKey)));
  for (const { id, memberId } of journals) {
    if (people.has(memberId)) findings.holds(`${id} was done, and nobody was told of it`, known.has(id));
  }
}

/** Sends everything once more that came about: the answer is the first one, and nothing is written. */
async function checkRepeats({ deeds, life }: Evidence, findings: Findings): Promise<void> {
  const { person, town } = life.stage;
  const before = town().written();
  for (const { personKey, action, input, requestId, journal } of deeds) {
    if (journal === null) continue;
    const reply = await person(personKey).call(action, input, requestId);
    findings.holds(
      `${action} ${requestId} is answered otherwise when it is repeated`,
      reply.ok && isDeepStrictEqual(asJson(reply.value), journal.reply),
    );
  }
  findings.equal('documents written by repeated requests', town().written() - before, 0);
}

/** Checks what people were answered. */
export async function checkAnswers(evidence: Evidence, findings: Findings): Promise<void> {
  const { post, bugs } = evidence.life.stage;
  findings.equal('answers that are none', post.problems, []);
  findings.equal('bugs in the log', bugs, []);
  checkJournal(evidence, findings);
  await checkRepeats(evidence, findings);
}
