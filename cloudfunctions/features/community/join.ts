// Coming in: the tap of the newcomer with their answers, and taking it back; what the owner asks, and their yes or no.
import type { InputOf } from '#core/contract';
import { type Refusal, refuse } from '#core/refusals';
import type { Workspace } from '#core/rules/audit/workspace';
import {
  answerSlot,
  DOOR,
  decideAdmit,
  decideJoin,
  decideJoining,
  decideWithdraw,
  joiningOf,
  QUESTIONS_MAX,
} from '#core/rules/community/joining';
import { wordsForTheOwner } from '#core/rules/content/texts';
import { refused } from '#core/rules/decision';
import type { CheckedText } from '#core/rules/policy/content';
import { type Id, makeId } from '#core/values/ids';
import { type ChangeContext, change } from '#server/app/request-context';
import { arriving, keepIdentity } from '#server/features/community/arriving';

interface Checked {
  readonly checked: readonly CheckedText[];
}

/** Keeps what a newcomer answered: beside the journal, and read by those who run the desk alone. */
function keepAnswers({ answers = [] }: InputOf<'community.join'>, workspace: Workspace, { caller, communityId, now }: ChangeContext): void {
  answers.forEach(({ text }, index) => {
    const key = { campaignId: DOOR, memberId: caller.memberId, slot: answerSlot(index + 1) };
    workspace.put('entry', wordsForTheOwner(communityId, key, DOOR, text, now));
  });
}

/** The ids of all that somebody may have answered. */
export function answersOf(communityId: string, memberId: string, count: number = QUESTIONS_MAX): readonly Id[] {
  return Array.from({ length: count }, (_, index) => makeId(communityId, 'entry', DOOR, memberId, answerSlot(index + 1)));
}

/** Forgets somebody who does not come in: what they answered, and which account they are. */
export function forgetNewcomer(workspace: Workspace, memberId: string): void {
  for (let n = 1; n <= QUESTIONS_MAX; n += 1) {
    const entry = workspace.find('entry', DOOR, memberId, answerSlot(n));
    if (entry !== null) workspace.remove(entry.id);
  }
  const identity = workspace.find('identity', memberId);
  if (identity !== null) workspace.remove(identity.id);
}

/** Comes in, or asks to. */
export const join = change<'community.join'>()({
  async prepare({ answers = [] }, context): Promise<Checked | { readonly refusal: Refusal<'user_content_off'> }> {
    if (answers.length > 0 && !context.userContent) return { refusal: refuse('user_content_off', {}) };
    const texts = answers.map(({ text }, index) => ({ path: `answers.${index}.text`, text }));
    return { checked: await context.content.texts('forum', context.caller.personKey, texts) };
  },
  decide({ answers = [] }, workspace, { caller, now, userContent }, { checked }: Checked) {
    const community = workspace.find('community');
    if (community === null) return refused(refuse('not_found', { what: 'community' }));
    const { memberId } = caller;
    const member = workspace.find('member', memberId);
    const request = member?.wish?.state === 'waiting' ? workspace.find('joinRequest', memberId) : null;
    return decideJoin({ memberId, member, request, joining: joiningOf(community, userContent), answers, checked, at: now });
  },
  aside(input, workspace, context) {
    keepIdentity(workspace, context);
    keepAnswers(input, workspace, context);
  },
  documents: arriving,
  reply: ({ isWaiting }, _workspace, context) => ({ memberId: context.caller.memberId, joinedAt: isWaiting ? null : context.now }),
});

/** Takes a wish back that waits. */
export const withdraw = change<'community.withdraw'>()({
  documents: (input, context) => [
    ...arriving(input, context),
    makeId(context.communityId, 'joinRequest', context.caller.memberId),
    ...answersOf(context.communityId, context.caller.memberId),
  ],
  decide(_input, workspace, { caller }) {
    if (workspace.find('community') === null) return refused(refuse('not_found', { what: 'community' }));
    return decideWithdraw(workspace.find('member', caller.memberId));
  },
  aside: (_input, workspace, { caller }) => forgetNewcomer(workspace, caller.memberId),
  reply: () => ({}),
});

/** Says how people come in from now on. */
export const setJoining = change<'community.setJoining'>()({
  async prepare({ questions }, context): Promise<Checked | { readonly refusal: Refusal<'user_content_off'> }> {
    if (questions.length > 0 && !context.userContent) return { refusal: refuse('user_content_off', {}) };
    const texts = questions.map((text, index) => ({ path: `questions.${index}`, text }));
    return { checked: await context.content.texts('forum', context.caller.personKey, texts) };
  },
  decide: ({ approval, questions }, workspace, _context, { checked }: Checked) =>
    decideJoining(workspace.get('community'), { approval, questions }, checked),
  reply: () => ({}),
});

/** Lets a newcomer in, or turns them down. */
export const admit = change<'community.admit'>()({
  prepare: ({ refusal }, { content, caller }) => content.words(caller.personKey, { path: 'refusal.text', text: refusal?.text ?? '' }),
  documents: ({ memberId, refusal }, { communityId }) => [
    makeId(communityId, 'member', memberId),
    makeId(communityId, 'joinRequest', memberId),
    makeId(communityId, 'tally'),
    ...(refusal === null ? [] : [makeId(communityId, 'identity', memberId), ...answersOf(communityId, memberId)]),
  ],
  decide: ({ memberId, askedAt, refusal }, workspace) => decideAdmit(workspace.find('member', memberId), { askedAt, refusal }),
  aside({ memberId }, workspace, _context, { joinedNow }: { readonly joinedNow: boolean }) {
    if (!joinedNow) forgetNewcomer(workspace, memberId);
  },
  reply: (value) => value,
});
