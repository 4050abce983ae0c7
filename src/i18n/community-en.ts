// The words of a community in English: its home page, and why somebody cannot come in or change it.
import { counted, formatsEn as f } from '#app/i18n/formats-en';
import type { MemberWords } from '#app/i18n/member-zh-cn';
import type { Words } from '#app/i18n/words';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export const communityEn: Pick<MemberWords, 'home'> = {
  home: {
    title: 'Qunhui',
    members: (members) => counted(members, 'member'),
    switchTitle: 'Switch community',
    checkIn: 'Check in',
    seal: '印',
    sealLabel: 'Check in for today',
    sealMonth: (month) => months[month - 1] ?? '',
    sealedLabel: 'Checked in for today',
    streak: 'In a row',
    dayUnit: (days) => (days === 1 ? 'day' : 'days'),
    total: (days) => `${counted(days, 'day')} in all`,
    next: (days, points) => `${counted(days, 'more day')} for ${counted(points, 'point')}`,
    allMilestones: 'Every milestone reached',
    perDay: (points) => `${counted(points, 'point')} for each day`,
    peopleToday: (people) => `${people} checked in today`,
    peopleClaimed: (people) => `${people} claimed`,
    peopleReserved: (people) => `${people} reserved`,
    peopleRewarded: (people) => `${counted(people, 'friend')} rewarded`,
    done: (streakDays) => `Checked in, day ${streakDays} in a row.`,
    earned: (points) => `You earned ${counted(points, 'point')}.`,
    milestone: (days, points) => `${counted(days, 'day')} reached: ${counted(points, 'more point')}.`,
    budgetGone: 'This plan has given all its points. Your days still count.',
    inviteCoupon: (amount) => `The ${amount} coupon of your friend’s invite is in your wallet.`,
    tomorrow: 'Come back tomorrow.',
    tomorrowNext: (days, points) => `${counted(days, 'more day')} for ${counted(points, 'point')}.`,
    calendar: 'Calendar',
    joinTitle: 'You have not joined yet',
    join: 'Join, no form',
    joinHint: 'Others see “Member” and four characters. You can change that any time.',
    noCampaigns: 'Nothing is running here yet. It appears when the owner posts it.',
    noCommunityTitle: 'A little good every day, in your group',
    noCommunity:
      'Qunhui makes a chat group a place to come back to: check in, claim the group’s coupons, see where you stand. Tap a card in a group to join.',
    noCommunitySteps: [
      'Check in daily; every point is on record',
      'Coupons for your group, shown at the counter',
      'Invite a friend; both get what the card states',
    ],
    create: 'I run a group: create a community',
    board: 'See the board',
    wall: 'See the offers',
    group: (label) => `Seen in “${label}”`,
  },
};

export const communityNoEn = {
  group_proof_invalid: () => ({ reason: 'We could not see which group you are in.', next: 'Open the card in the group again.' }),
  group_proof_expired: ({ seconds }) => ({
    reason: `The check of your group holds for ${counted(Math.round(seconds / 60), 'minute')} and is over.`,
    next: 'Open the card in the group again.',
  }),
  group_proof_used: () => ({ reason: 'This check of your group has been used already.', next: 'Open the card in the group again.' }),
  already_joined: ({ joinedAt }) => ({ reason: `You joined on ${f.moment(joinedAt)}.`, next: 'You can check in and claim coupons now.' }),
  founding_closed: () => ({
    reason: 'New communities are opened here by who runs one already.',
    next: 'For a group’s offers, tap its card in the chat.',
  }),
  owner_stays: () => ({ reason: 'The owner’s role cannot be changed here.', next: 'Choose another member.' }),
  owner_appoints: () => ({
    reason: 'Only the owner appoints and dismisses co-owners.',
    next: 'Ask the owner to do it in the list of members.',
  }),
  too_many_co_owners: ({ max }) => ({
    reason: `There are ${f.count(max)} co-owners already, the most there can be.`,
    next: 'Dismiss one, then appoint another.',
  }),
  organiser_fixed: ({ campaigns }) => ({
    reason: `The organiser cannot change while ${counted(campaigns, 'campaign')} ${campaigns === 1 ? 'is' : 'are'} running.`,
    next: 'Everything else can be changed now; the organiser once they have ended.',
  }),
} satisfies Partial<Words['no']>;
