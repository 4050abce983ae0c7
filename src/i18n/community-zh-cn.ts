// The words of a community in Chinese: its home page, and why somebody cannot come in or change it.
import { formatsZhCn as f } from '#app/i18n/formats-zh-cn';
import type { Words, Yuan } from '#app/i18n/words';

export const communityZhCn = {
  home: {
    title: '群惠',
    members: (members: number) => `${members} 位成员`,
    switchTitle: '切换社群',
    checkIn: '打卡',
    seal: '印',
    sealLabel: '打今天的卡',
    sealMonth: (month: number) => `${month}月`,
    sealedLabel: '今天已经打过卡',
    streak: '连续',
    dayUnit: (_days: number) => '天',
    total: (days: number) => `累计 ${days} 天`,
    next: (days: number, points: number) => `再打 ${days} 天，得 ${points} 积分`,
    allMilestones: '里程碑都到手了',
    perDay: (points: number) => `每天打卡得 ${points} 积分`,
    peopleToday: (people: number) => `今天 ${people} 人已打卡`,
    peopleClaimed: (people: number) => `${people} 人已领`,
    peopleReserved: (people: number) => `${people} 人已预留`,
    peopleRewarded: (people: number) => `${people} 位朋友已得礼`,
    done: (streakDays: number) => `已打卡，连续第 ${streakDays} 天。`,
    earned: (points: number) => `得到 ${points} 积分。`,
    milestone: (days: number, points: number) => `满 ${days} 天，另得 ${points} 积分。`,
    budgetGone: '这个计划的积分已经发完，打卡照样算天数。',
    inviteCoupon: (amount: Yuan) => `朋友邀请的 ${amount} 券也到了，在券包里。`,
    tomorrow: '明天再来。',
    tomorrowNext: (days: number, points: number) => `再来 ${days} 天，得 ${points} 积分。`,
    calendar: '看打卡日历',
    joinTitle: '你还没有加入',
    join: '加入，不用填表',
    joinHint: '别人只看到「成员」和四位编号，你可以随时改。',
    noCampaigns: '这里还没有进行中的活动，群主发出来就会出现。',
    noCommunityTitle: '群里的每天一点好处',
    noCommunity: '群惠把一个聊天群变成会回来的社群：打卡、领群里的券、看自己排第几。点开群里的卡片就能加入。',
    noCommunitySteps: [
      '每天打卡，积分一笔一笔记清楚',
      '群里专享的券，到店出示就能用',
      '邀请朋友，双方都有事先写明的礼',
    ] as readonly string[],
    create: '我是群主，开一个社群',
    board: '去看榜单',
    wall: '去看福利',
    group: (label: string) => `已确认在「${label}」`,
  },
};

export const communityNoZhCn = {
  group_proof_invalid: () => ({ reason: '没能确认你在哪个群。', next: '请从群里的卡片重新打开。' }),
  group_proof_expired: ({ seconds }) => ({
    reason: `群的确认只在 ${f.count(Math.round(seconds / 60))} 分钟内有效，已经过时。`,
    next: '请从群里的卡片重新打开。',
  }),
  group_proof_used: () => ({ reason: '这次群确认已经用过一次。', next: '请从群里的卡片重新打开。' }),
  already_joined: ({ joinedAt }) => ({ reason: `你在 ${f.moment(joinedAt)} 已经加入。`, next: '现在就可以打卡、领券。' }),
  founding_closed: () => ({ reason: '这里的新社群，由已经在这里开了社群的群主来开。', next: '想要群里的福利，点开群里的卡片就行。' }),
  owner_stays: () => ({ reason: '群主的身份不能这样改。', next: '请选另一位成员。' }),
  owner_appoints: () => ({ reason: '副群主只由群主任免。', next: '请群主在成员名单里改。' }),
  too_many_co_owners: ({ max }) => ({ reason: `副群主最多 ${f.count(max)} 位，已经满了。`, next: '先取消一位，再设新的。' }),
  organiser_fixed: ({ campaigns }) => ({
    reason: `有 ${f.count(campaigns)} 个活动还在进行，主办方不能改。`,
    next: '等活动结束以后再改，其他内容现在就可以改。',
  }),
} satisfies Partial<Words['no']>;
