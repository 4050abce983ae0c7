// The owner's segments: saving and forgetting them, and looking up who is in one, page by page.
import type { ValueOf } from '#core/contract';
import { refuse } from '#core/refusals';
import { refused } from '#core/rules/decision';
import { maskedPerson } from '#core/rules/membership/member';
import { type Condition, decideRemoveSegment, decideSaveSegment, isInSegment } from '#core/rules/membership/segment';
import { tierOf } from '#core/rules/membership/tier';
import type { CheckedText } from '#core/rules/policy/content';
import type { MemberDocument } from '#core/tables';
import { makeId } from '#core/values/ids';
import { change, type ViewHandler } from '#server/app/request-context';

type Segment = ValueOf<'membership.segments'>['segments'][number];

/** How many members one look goes through: the phone goes on until all have been, and shows how far it is. */
const LOOK = 200;

/** The segments, the newest first. */
export const segments: ViewHandler<'membership.segments'> = async (_input, context) => {
  const ids = context.community.segments ?? [];
  const found =
    ids.length === 0
      ? []
      : await context.load(
          'segment',
          ids.map((segmentId) => [segmentId]),
        );
  const list = found.flatMap((segment): Segment[] =>
    segment === null
      ? []
      : [{ segmentId: segment.segmentId, name: segment.name, conditions: segment.conditions.map((one) => ({ ...one })) }],
  );
  return { value: { segments: list } };
};

/** Saves a segment. */
export const saveSegment = change<'membership.saveSegment'>()({
  async prepare({ name }, context): Promise<{ checked: readonly CheckedText[] }> {
    return { checked: await context.content.texts('forum', context.caller.personKey, [{ path: 'name', text: name }]) };
  },
  documents: ({ segmentId }, context) => [makeId(context.communityId, 'segment', segmentId ?? context.newId())],
  decide(input, workspace, context, { checked }: { checked: readonly CheckedText[] }) {
    const segmentId = input.segmentId ?? context.newId();
    const before = workspace.find('segment', segmentId);
    if (before === null && input.segmentId !== undefined) return refused(refuse('not_found', { what: 'segment' }));
    const conditions = input.conditions as readonly Condition[];
    return decideSaveSegment(workspace.get('community'), before, { segmentId, name: input.name, conditions }, checked);
  },
  reply: (value) => value,
});

/** Forgets a segment. */
export const removeSegment = change<'membership.removeSegment'>()({
  documents: ({ segmentId }, context) => [makeId(context.communityId, 'segment', segmentId)],
  decide: ({ segmentId }, workspace) => decideRemoveSegment(workspace.find('segment', segmentId)),
  reply: () => ({}),
});

/** Who is in a segment, of the members that one look goes through; three questions of the store, however large the community is. */
export const countSegment: ViewHandler<'membership.countSegment'> = async ({ conditions, cursor }, context) => {
  const { community, communityId, store, tally, today } = context;
  const page = await store.list('member.byJoined', communityId, { prefix: [], order: 'descending' }, LOOK, cursor);
  const members = page.documents as unknown as readonly MemberDocument[];
  const matching = members.filter((member) => isInSegment(member, conditions as readonly Condition[], community, today));
  const people = matching.length === 0 ? new Map() : await context.people(matching.map(({ memberId }) => memberId));
  const rows = matching.map((member) => ({
    person: people.get(member.memberId) ?? maskedPerson(member.memberId),
    tier: tierOf(member, today),
    points: member.points as number,
    lastEnteredOn: member.lastEnteredOn,
  }));
  return { value: { members: rows, lookedAt: members.length, total: tally.members, cursor: page.cursor } };
};
