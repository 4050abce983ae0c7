// Hears what WeChat itself tells of a member's answer to reminders: the phone may have told it too, or may have been cut off.
import { done } from '#core/rules/decision';
import { decidePlatformAnswer, type PlatformAnswer } from '#core/rules/reminder/accept';
import type { ReminderKind } from '#core/rules/reminder/kinds';
import { unpairedOf } from '#core/rules/reminder/wallet';
import type { CommunityDocument, IdentityDocument, ReminderDocument } from '#core/tables';
import { communityOf, makeId } from '#core/values/ids';
import type { Instant } from '#core/values/instant';
import { defineJob, type JobItem, jobKey } from '#server/app/jobs/define-job';
import { type JobParts, jobContextOf } from '#server/app/run-jobs';

/** One answer of one person; `key` is the same whenever the same push comes again. */
export interface HeardAnswer {
  readonly personKey: string;
  readonly kind: ReminderKind;
  readonly answer: PlatformAnswer;
  readonly key: string;
}

interface AnswerItem extends JobItem {
  readonly memberId: string;
  readonly kind: ReminderKind;
  readonly answer: PlatformAnswer;
}

/** How many communities of one person are looked at. */
const COMMUNITIES_MAX = 50;

const takeAnswer = defineJob<AnswerItem, unknown>({
  name: 'answer',
  looksFor: 'nothing: it is run with what WeChat tells',
  find: async () => [],
  documents: ({ memberId }, { communityId }) => [makeId(communityId, 'reminder', memberId), makeId(communityId, 'identity', memberId)],
  decide({ memberId, kind, answer }, workspace, { now }) {
    // Somebody who has been erased meanwhile gets no new wallet.
    if (workspace.find('identity', memberId) === null) return done({}, []);
    return decidePlatformAnswer({ memberId, wallet: workspace.find('reminder', memberId), kind, answer, at: now });
  },
});

interface Place {
  readonly memberId: string;
  readonly community: CommunityDocument;
  readonly wallet: ReminderDocument | null;
}

async function placesOf(personKey: string, { store }: JobParts): Promise<readonly Place[]> {
  const page = await store.list('identity.byPerson', null, { prefix: [personKey], order: 'ascending' }, COMMUNITIES_MAX);
  const identities = page.documents as unknown as readonly IdentityDocument[];
  const keysOf = ({ id, memberId }: IdentityDocument) =>
    [makeId(communityOf(id), 'community'), makeId(communityOf(id), 'reminder', memberId)] as const;
  const documents = await store.read(identities.flatMap(keysOf));
  return identities.flatMap((identity) => {
    const [communityKey, walletKey] = keysOf(identity);
    const community = documents.get(communityKey) as CommunityDocument | undefined;
    const wallet = (documents.get(walletKey) as ReminderDocument | undefined) ?? null;
    return community === undefined ? [] : [{ memberId: identity.memberId, community, wallet }];
  });
}

/**
 * The place of an acceptance: WeChat does not say for which community it was. Where the phone has told of it, that is the one; else the
 * only one that the person is in. With several it is left out: a credit too few costs a reminder, one too many would be a promise.
 */
function placeOfAcceptance(places: readonly Place[], kind: ReminderKind, now: Instant): readonly Place[] {
  const told = places.find(({ wallet }) => unpairedOf(wallet, kind, 'phone', now) !== null);
  if (told !== undefined) return [told];
  return places.length === 1 ? places : [];
}

/** Takes one answer to where it belongs: an acceptance to one community, a refusal to all of them. Harmless if it comes again. */
export async function hearAnswer({ personKey, kind, answer, key }: HeardAnswer, parts: JobParts, now: Instant): Promise<void> {
  const places = await placesOf(personKey, parts);
  const concerned = answer === 'refused' ? places : placeOfAcceptance(places, kind, now);
  for (const { memberId, community } of concerned) {
    const item: AnswerItem = { key: jobKey('answer', memberId, key), memberId, kind, answer };
    await jobContextOf(parts, community, now).run(takeAnswer, item);
  }
}
