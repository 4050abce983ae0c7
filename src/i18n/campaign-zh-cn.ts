// The words of a campaign in Chinese: its page, what is wrong with a draft, and why it cannot be taken part in or changed.
import { formatsZhCn as f } from '#app/i18n/formats-zh-cn';
import { tiersZhCn as tiers } from '#app/i18n/tiers-zh-cn';
import type { Words } from '#app/i18n/words';
import { isAtLeast } from '#core/rules/membership/tier-code';

export const campaignZhCn = {
  campaign: {
    title: '活动',
    window: (from: string, until: string) => `${from} 至 ${until}`,
    terms: '完整条款',
    checkIn: '打今天的卡',
    checkedIn: (streakDays: number) => `今天已打卡，连续第 ${streakDays} 天`,
    claim: '领取这张券',
    openWallet: '去券包',
    heldRestGone: (claimed: number) => `你已领 ${claimed} 份，其余都领完了。`,
    invite: '邀请朋友',
    send: '发到群里',
    invitedBy: '朋友邀请你来。加入并第一次打卡或领券，条款里写明的券当场到账。',
    inviteRefused: '这份邀请没有生效',
    why: '我能参加吗',
    whyTitle: '参加条件',
    whyCan: '条件都满足，现在就能参加。',
    whyCannot: (missing: number) => `还有 ${missing} 个条件没满足。`,
    whyMet: '满足',
    whyUnmet: '没满足',
    organiser: (organiser: string) => `${organiser} 主办`,
    promise: '承诺',
    goHome: '去首页',
    ended: '活动已结束',
    paused: '活动暂停中',
    draft: '还没有发布',
  },
};

export const problemsZhCn: Words['problems'] = {
  missing: () => '这一项还没有填。',
  too_small: (limit) => (limit === null ? '太小了。' : `不能小于 ${limit}。`),
  too_large: (limit) => (limit === null ? '太大了。' : `不能超过 ${limit}。`),
  too_short: (limit) => (limit === null ? '太短了。' : `至少 ${limit} 个字。`),
  too_long: (limit) => (limit === null ? '太长了。' : `最多 ${limit} 个字。`),
  too_few: (limit) => (limit === null ? '太少了。' : `至少 ${limit} 行。`),
  too_many: (limit) => (limit === null ? '太多了。' : `最多 ${limit} 行。`),
  not_a_day: () => '请选一个日期。',
  malformed: () => '请填数字，例如 30。',
  not_in_order: (limit) => (limit === null ? '每一行要比上一行多。' : `不能早于 ${limit}。`),
  unknown_tag: () => '有的标签已经不在了，请重新选。',
  not_early: () => '打卡从第一天算起，不能提前参加。',
  repeated: () => '和上面的重复了。',
  unknown_group: () => '这个群没有绑定，请重新选一个。',
  in_the_past: (limit) => (limit === null ? '这一天已经过去。' : `已经过去，最早选 ${limit}。`),
  content_review: (word) =>
    word === null ? '没有自动通过内容检查，换个说法，或稍后再试。' : `「${word}」没有自动通过内容检查，请换个说法。`,
  beyond_plan: (limit) => `谁也打不满：活动最多能打 ${limit ?? ''} 天。请改少，或延长活动。`,
  beyond_cycle: (limit) => `谁也打不满：一轮最多 ${limit ?? ''} 天。请改少，或换长的周期。`,
  not_below_reference: (limit) => (limit === null ? '本群价要低于参考价。' : `本群价要低于参考价 ${limit}。`),
  not_below_threshold: (limit) => (limit === null ? '减的钱要比订单金额少。' : `减的钱要少于订单金额 ${limit}。`),
};

const stages = { draft: '还没有发布', live: '正在进行', paused: '正在暂停', ended: '已经结束' } as const;

export const campaignNoZhCn = {
  campaign_paused: () => ({ reason: '活动暂停中，现在不发新的奖励。', next: '已领到的券和积分照常有效，过些时候再来看。' }),
  campaign_not_started: ({ startsOn, early }) => {
    const reason = `活动 ${f.day(startsOn)} 开始。`;
    if (early === undefined) return { reason, next: '到那天再来就可以参加。' };
    const opens = `${f.day(early.on)} ${f.dayStart(early.minutes)}`;
    if (isAtLeast(early.have, early.tier)) return { reason, next: `你是「${tiers[early.have]}」，${opens} 起就可以提前参加。` };
    return {
      reason: `${reason}「${tiers[early.tier]}」及以上的成员 ${opens} 起就可以提前参加，你现在是「${tiers[early.have]}」。`,
      next: `到「我的」看看离「${tiers[early.tier]}」还差什么，或者到 ${f.day(startsOn)} 再来。`,
    };
  },
  campaign_ended: ({ endedOn }) => ({ reason: `活动已在 ${f.day(endedOn)} 结束。`, next: '已领到的券按券面日期照常使用。' }),
  not_in_group: ({ label, seenAt }) => ({
    reason:
      seenAt === undefined
        ? `仅限「${label}」群成员，还没有确认你在群里。`
        : `仅限「${label}」群成员。上次确认你在群里是 ${f.moment(seenAt)}，要再确认一次。`,
    next: `请从「${label}」群里的卡片打开，再试一次。`,
  }),
  tier_too_low: ({ need, have }) => ({
    reason: `「${tiers[need]}」及以上的成员可以参加，你现在是「${tiers[have]}」。`,
    next: '到「我的」看看离下一级还差什么。',
  }),
  tag_missing: ({ tags }) => ({
    reason: `只对群主标记为${tags.map((tag) => `「${tag}」`).join('或')}的成员开放。`,
    next: '标签由群主添加，有疑问请联系主办方。',
  }),
  streak_too_short: ({ need, have }) => ({
    reason: `连续打卡满 ${f.days(need)}可以参加，你现在连续 ${f.days(have)}。`,
    next: `每天打卡，再连续 ${f.days(need - have)}就可以。`,
  }),
  newcomers_only: ({ days }) => ({
    reason: `只对首次加入 ${f.days(days)}以内的新成员开放。`,
    next: '其他活动照常可以参加，看看首页的卡片。',
  }),
  draft_incomplete: ({ paths }) => ({
    reason: `还有 ${f.count(paths.length)} 处没有填好，暂时不能发布。`,
    next: '回到编辑页，按字段下的提示修改。',
  }),
  policy_blocked: ({ rules }) => ({
    reason: `有 ${f.count(rules.length)} 条规则不允许这样发布：${rules.join('、')}。`,
    next: '回到预览，照每条下面的改法改好，再发布。',
  }),
  policy_unconfirmed: ({ rules }) => ({
    reason: `有 ${f.count(rules.length)} 条提醒还没有确认：${rules.join('、')}。`,
    next: '逐条读一遍，确认没有问题就打勾，再发布。',
  }),
  campaign_not_draft: ({ state }) => ({
    reason: `活动${stages[state]}，已经不是草稿。`,
    next: state === 'ended' ? '想再办一次，请新建一个活动。' : '发布后只能改得更好；想换一套条款，请新建一个活动。',
  }),
  draft_changed: () => ({ reason: '这份草稿在别处改过了，这里写的还没有保存。', next: '先看看那一份，或者用这一份盖过它。' }),
  campaign_not_live: ({ state }) => ({
    reason: `活动${stages[state]}，现在不能这样做。`,
    next: state === 'paused' ? '先恢复活动，再试一次。' : '回到群主台看看它的状态。',
  }),
  campaign_not_paused: ({ state }) => ({ reason: `活动${stages[state]}，不需要恢复。`, next: '回到群主台看看它的状态。' }),
  too_many_open: ({ max }) => ({ reason: `进行中的活动最多 ${max} 个。`, next: '先结束一个，再发布新的。' }),
  would_worsen: ({ paths }) => ({
    reason: `有 ${f.count(paths.length)} 处比已发布的规则差，不能这样改。`,
    next: '活动发布后只能改得更好：日期更长、数量更多、门槛更低。改回原来的，再保存。',
  }),
} satisfies Partial<Words['no']>;
