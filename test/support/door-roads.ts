// How each "no" about coming in and being put out comes about.
import type { AppReply } from '#server/app/create-app';
import type { openCounter } from './counter';
import { createTown, openShop } from './town';

type Counter = Awaited<ReturnType<typeof openCounter>>;
type Road = (counter: Counter) => Promise<AppReply>;

const ofAnna = ({ anna, communityId }: Counter) => ({ communityId, memberId: anna.memberIdIn(communityId) });
const putOut = (counter: Counter) => counter.owner.call('community.block', { ...ofAnna(counter), reason: 'rules', text: '' });

/** Somebody who has asked to join, of whom the owner wants to know first. */
async function applicant({ town, owner, communityId }: Counter) {
  await owner.get('community.setJoining', { communityId, approval: true, questions: [] });
  const newcomer = town.person('newcomer');
  await newcomer.get('community.join', { communityId });
  const { applicants } = await owner.get('community.applicants', { communityId });
  const { askedAt = 0 } = applicants[0] ?? {};
  return { newcomer, askedAt, of: { communityId, memberId: newcomer.memberIdIn(communityId) } };
}

/** The same, turned down. */
async function turnedDown(counter: Counter) {
  const { newcomer, askedAt, of } = await applicant(counter);
  await counter.owner.get('community.admit', { ...of, askedAt, refusal: { reason: 'full', text: '' } });
  return newcomer;
}

/** The refusals. */
export const doorRoads = {
  founding_closed: async () => {
    const { member } = await openShop(createTown({ foundingOpen: false }));
    const texts = { name: '另一家', theme: '新鲜', promise: '每天新鲜', organiser: '另一家店', contact: '010-5555 0101' };
    return (await member('anna')).call('community.create', { ...texts, zone: 'Asia/Shanghai', dayStartsMinutes: 0 });
  },
  already_waiting: async (counter) => {
    const { newcomer } = await applicant(counter);
    return newcomer.call('community.join', { communityId: counter.communityId });
  },
  answers_needed: async ({ town, owner, communityId }) => {
    await owner.get('community.setJoining', { communityId, approval: false, questions: ['住在哪个小区？'] });
    return town.person('newcomer').call('community.join', { communityId });
  },
  refused_lately: async (counter) => (await turnedDown(counter)).call('community.join', { communityId: counter.communityId }),
  already_blocked: async (counter) => {
    await putOut(counter);
    return putOut(counter);
  },
  not_blocked: (counter) => counter.owner.call('community.unblock', ofAnna(counter)),
} satisfies Record<string, Road>;

/** The denials. */
export const doorDenials = {
  join_waiting: async (counter) => {
    const { newcomer } = await applicant(counter);
    return newcomer.call('coupon.wallet', { communityId: counter.communityId });
  },
  join_refused: async (counter) => (await turnedDown(counter)).call('coupon.wallet', { communityId: counter.communityId }),
  blocked: async (counter) => {
    await putOut(counter);
    const { communityId, campaignId } = counter;
    return counter.anna.call('coupon.claim', { communityId, campaignId });
  },
} satisfies Record<string, Road>;
