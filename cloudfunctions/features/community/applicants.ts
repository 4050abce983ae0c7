// Who waits for the owner's yes: what they answered, and through what and whom they came.
import { answerSlot, DOOR } from '#core/rules/community/joining';
import { groupLabel } from '#core/rules/community/standing';
import { maskedPerson } from '#core/rules/membership/member';
import type { EntryDocument, JoinRequestDocument } from '#core/tables';
import { makeId } from '#core/values/ids';
import type { ViewHandler } from '#server/app/request-context';

const PAGE = 20;

/** A page of them, the longest waiting first. */
export const applicants: ViewHandler<'community.applicants'> = async ({ cursor }, context) => {
  const { community, communityId, store, tally } = context;
  const page = await store.list('joinRequest.byWaiting', communityId, { prefix: [], order: 'ascending' }, PAGE, cursor);
  const requests = page.documents as unknown as readonly JoinRequestDocument[];
  const answerId = (memberId: string, index: number) => makeId(communityId, 'entry', DOOR, memberId, answerSlot(index + 1));
  const ids = requests.flatMap(({ memberId, questions }) => questions.map((_, index) => answerId(memberId, index)));
  const shown = requests.flatMap(({ memberId, throughId }) => [memberId, ...(throughId === null ? [] : [throughId])]);
  const { people, documents } = await context.peopleWith(shown, ids);
  const personOf = (memberId: string) => people.get(memberId) ?? maskedPerson(memberId);
  const rows = requests.map(({ memberId, questions, source, throughId, askedAt }) => ({
    person: personOf(memberId),
    askedAt,
    answers: questions.map((question, index) => ({
      question,
      text: (documents.get(answerId(memberId, index)) as EntryDocument | undefined)?.text ?? '',
    })),
    came: throughId === null ? source.kind : ('invite' as const),
    through: throughId === null ? null : personOf(throughId),
    groupLabel: groupLabel(community, source.groupId ?? null),
  }));
  return { value: { applicants: rows, total: tally.wishesWaiting ?? 0, cursor: page.cursor } };
};
