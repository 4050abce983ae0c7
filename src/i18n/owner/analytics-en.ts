// The owner’s words of the day in English: what came of today, and the charts.
import { counted } from '#app/i18n/formats-en';
import type { OwnerWords } from '#app/i18n/owner-zh-cn';

export const analyticsEn: Pick<OwnerWords, 'console' | 'chart'> = {
  console: {
    title: 'Owner console',
    today: (day, weekday) => `Today, ${weekday} ${day}`,
    sentence: {
      quiet: 'Nobody has come today yet. Post a campaign card so that people see it.',
      checkedIn: (people) => `${counted(people, 'person', 'people')} checked in today.`,
      redeemed: (people, coupons) => `${counted(people, 'check-in')} and ${counted(coupons, 'redemption')} today.`,
      entered: (people) => `${counted(people, 'person', 'people')} came today.`,
    },
    counts: { entered: 'Came', joined: 'Joined', checkedIn: 'Check-ins', claimed: 'Claims', redeemed: 'Used' },
    members: (members) => `${counted(members, 'member')} in all`,
    campaigns: 'Campaigns',
    newCampaign: 'New campaign',
    noCampaigns: 'No campaign yet. Write one and post it to the group; only then is it seen.',
    funnel: {
      seen: 'Seen',
      opened: 'Opened',
      claimed: {
        checkin_plan: 'Checked in',
        coupon_drop: 'Claimed',
        group_price: 'Reserved',
        invite_reward: 'Rewarded',
        quiz: 'Answered',
        poll: 'Voted',
        topic: 'Wrote',
        question: 'Took part',
        notice: 'Read',
        welcome_gift: 'Given',
        points_exchange: 'Exchanged',
        trial: 'Chosen',
        season_prize: 'Won',
      },
      redeemed: 'Redeemed',
      handedOver: 'Given',
    },
    couponsIssued: (issued, reserved) => `Coupons given ${issued}/${reserved}`,
    pointsIssued: (issued, reserved) => `Points given ${issued}/${reserved}`,
    goodsIssued: (issued, reserved) => `Goods exchanged ${issued}/${reserved}`,
    editDraft: 'Continue',
    membersLink: 'Members',
    groupsLink: 'Bound groups',
    counterLink: 'Counter',
    recentLink: 'Redemptions',
    createLink: 'Another community',
    campaignsLink: 'All drafts and ended campaigns',
    aboutLink: 'About the community',
    days: {
      both: (now, before) => `${counted(now, 'check-in')} in the last 7 days, ${before} in the 7 before.`,
      now: (days, now) => `${counted(now, 'check-in')} in the last ${counted(days, 'day')}.`,
      day: 'Day',
    },
  },
  chart: { open: 'See the numbers', close: 'Hide the numbers' },
};
