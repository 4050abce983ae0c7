// What campaign types, their parameters and the problems of a draft are called in Chinese.
import { benefitParametersZhCn } from '#app/i18n/benefit-zh-cn';
import type { Words } from '#app/i18n/words';

export const campaignTypesZhCn: Words['campaignTypes'] = {
  checkin_plan: {
    name: '打卡计划',
    goal: '让大家每天回来',
    explanation: '成员每天打一次卡得积分，连续打满几天另有奖励。',
    titleExample: '例如：21 天早起计划',
    parameters: {
      pointsPerDay: { label: '每天打卡得', unit: '积分', hint: '填 0 就只记天数。' },
      milestones: {
        label: '连续打卡奖励',
        hint: '连续打满这么多天，另得这么多积分，每人每档一次。',
        columns: { days: { label: '连续', unit: '天' }, points: { label: '另得', unit: '积分' } },
        addRow: '加一档',
        noRows: '没有连续奖励，只有每天的积分。',
      },
      pointsBudget: { label: '积分总预算', unit: '积分', hint: '发布时全部留出，发完为止，不会多发。' },
    },
  },
  coupon_drop: {
    name: '优惠券',
    goal: '带大家来下单',
    explanation: '说好张数的券，可以减钱、打折、送东西，领完为止，到店出示就能用。',
    titleExample: '例如：本群专享满 30 减 5',
    parameters: {
      ...benefitParametersZhCn,
      stock: { label: '总张数', unit: '张', hint: '发布时全部备好，领完为止。' },
      perMemberMax: { label: '每人最多领', unit: '张' },
      rush: { label: '很多人同时来领', hint: '预计一开始就会有很多人来领时打开，大家不用等。' },
      useFromOn: { label: '从哪天可以用' },
      useUntilOn: { label: '用到哪天', hint: '最后一天整天有效，可以晚于领取结束。' },
    },
  },
  invite_reward: {
    name: '邀请有礼',
    goal: '认识新朋友',
    explanation: '好友加入并第一次打卡，说好的券当场到账。',
    titleExample: '例如：和朋友一起早起',
    parameters: {
      sides: { label: '谁得券', options: { both: '好友和邀请人', friend: '只有好友', inviter: '只有邀请人' } },
      amountOffFen: { label: '每张券减', unit: '元' },
      thresholdFen: { label: '订单满', unit: '元', hint: '填 0 就不限订单金额。' },
      useUntilOn: { label: '券用到哪天', hint: '最后一天整天有效。' },
      steps: {
        label: '多邀多得',
        hint: '第几位好友打卡时，邀请人再得一张券。连邀请人在内一队最多 5 人。',
        columns: { friends: { label: '第几位', unit: '位' }, amountOffFen: { label: '再得一张减', unit: '元' } },
        addRow: '加一档',
        noRows: '没有另加的券，每位好友都一样。',
      },
      inviterMax: { label: '每人最多算几位好友', unit: '位', hint: '平台要求邀请奖励有上限，至多 5 位；有「多邀多得」时至多 4 位。' },
      inviterDayMax: { label: '每人每天最多算几位', unit: '位', hint: '至多 3 位。' },
      pairs: { label: '按几位好友备券', unit: '位', hint: '发布时全部留出，发完为止。' },
      touchDays: { label: '打开邀请后几天内打卡有效', unit: '天' },
    },
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
  unknown_group: () => '这个群没有绑定，请重新选一个。',
  in_the_past: (limit) => (limit === null ? '这一天已经过去。' : `已经过去，最早选 ${limit}。`),
  content_review: (word) =>
    word === null ? '没有自动通过内容检查，换个说法，或稍后再试。' : `「${word}」没有自动通过内容检查，请换个说法。`,
  not_below_reference: (limit) => (limit === null ? '本群价要低于参考价。' : `本群价要低于参考价 ${limit}。`),
  not_below_threshold: (limit) => (limit === null ? '减的钱要比订单金额少。' : `减的钱要少于订单金额 ${limit}。`),
};

export const inviteRefusalsZhCn: Words['inviteRefusals'] = {
  self: '这是你自己的邀请，不能邀请自己。',
  loop: '你们已经有邀请关系，不能反过来再邀请。',
  already_member: '这位朋友早已是成员。',
  already_invited: '这位朋友先打开了别人的邀请。',
  touch_expired: '打开邀请太久，第一次打卡已过期限。',
  limit_reached: '邀请人得券已到上限。',
  campaign_over: '活动已暂停或结束。',
  sold_out: '备好的券已经发完。',
  left: '有一方已经退出并注销。',
};
