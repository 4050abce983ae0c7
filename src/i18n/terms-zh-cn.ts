// Every line of the terms in Chinese, complete and with every number.
import { benefitsZhCn } from '#app/i18n/benefit-zh-cn';
import { formatsZhCn as f } from '#app/i18n/formats-zh-cn';
import { giftTermsZhCn } from '#app/i18n/gifts-zh-cn';
import { benefitSentence } from '#app/i18n/say-benefit';
import { seasonTermsZhCn } from '#app/i18n/season-zh-cn';
import { tiersZhCn as tiers } from '#app/i18n/tiers-zh-cn';
import type { Words } from '#app/i18n/words';
import type { WorthTerms } from '#core/rules/coupon/benefit';
import type { Fen } from '#core/values/fen';

/** What a coupon gives, with its condition. */
function worth({ benefit, thresholdFen }: WorthTerms): string {
  return benefitSentence(benefitsZhCn, benefit, thresholdFen === 0 ? null : f.money(thresholdFen));
}

/** A coupon of an amount off, as a step of an invite campaign brings it. */
function step(amountOffFen: number, thresholdFen: Fen): string {
  return worth({ benefit: { kind: 'amount_off', amountOffFen: amountOffFen as Fen }, thresholdFen });
}

const perCycle = { none: '每一档每人发一次', week: '每一档每周发一次', month: '每一档每月发一次', days: '每一档每轮发一次' } as const;

const criteria = { streak: '连续打卡天数', active_days: '最近 30 天的打卡天数', influence: '帮到的人加上带来的朋友' } as const;

function rungs(milestones: readonly { readonly days: number; readonly points: number }[]): string {
  return milestones.map(({ days, points }) => ` ${f.days(days)}另得 ${f.points(points)}`).join('，满');
}

function cycleText(cycle: keyof typeof perCycle, days: number): string {
  if (cycle === 'week') return '每周一';
  return cycle === 'month' ? '每月 1 日' : `从活动第一天起每 ${f.days(days)}`;
}

export const termsZhCn: Words['terms'] = {
  organiser: ({ organiser, contact }) => `主办方：${organiser}。咨询与投诉：${contact}。`,
  window: ({ startsOn, endsOn, zone, dayStartsMinutes }) =>
    `活动时间：${f.fullDay(startsOn)} 至 ${f.fullDay(endsOn)}，含首尾两天，按${f.zone(zone)}计，每天从 ${f.dayStart(dayStartsMinutes)} 算起${dayStartsMinutes === 0 ? '' : `，${f.dayStart(dayStartsMinutes)} 以前算前一天`}。`,
  eligible_members: () => '参与对象：本社群的全部成员，加入后即可参与。',
  eligible_group: ({ label }) => `参与对象：「${label}」群的成员。参与时、到店核销时都会核对你是否在群里。`,
  eligible_tier: ({ tier }) => `等级要求：参与时等级为「${tiers[tier]}」及以上。`,
  eligible_tags: ({ tags }) => `标签要求：参与时带有群主标记的${tags.map((tag) => `「${tag}」`).join('或')}。`,
  eligible_streak: ({ days }) => `打卡要求：参与时已连续打卡满 ${f.days(days)}，任一打卡计划都算。`,
  eligible_newcomers: ({ days }) => `仅限新成员：首次加入社群 ${f.days(days)}以内，加入当天算第一天。`,
  early_access: ({ tier, hours }) => `「${tiers[tier]}」及以上的成员，可以比活动开始提前 ${f.count(hours)} 小时参加。`,
  check_in_daily: ({ points }) =>
    points === 0 ? '每天可打卡一次，只记天数，不发每日积分。' : `每天可打卡一次，每次得 ${f.points(points)}，打卡当时到账。`,
  check_in_taper: ({ steps }) =>
    `每天的积分会逐步调整：${steps.map(({ fromDay, points }) => `从你的第 ${f.count(fromDay)} 次打卡起，每次 ${f.points(points)}`).join('；')}。`,
  check_in_milestones: ({ milestones, cycle }) => `连续打卡满${rungs(milestones)}；${perCycle[cycle]}。漏打一天，连续天数从头数。`,
  check_in_totals: ({ milestones, cycle }) => `累计打卡满${rungs(milestones)}；${perCycle[cycle]}，中间断了也照样累计。`,
  check_in_cycle: ({ cycle, days }) =>
    `${cycleText(cycle, days)}开始新的一轮：里程碑的连续和累计从头数，没拿到的不带到下一轮。日历上的连续天数不清零。`,
  check_in_rest: ({ weekdays }) => `休息日：${f.weekdayList(weekdays)}。这天不打卡，连续不断也不增加；想打卡也可以，照常计算。`,
  check_in_grace: ({ hours }) =>
    `宽限：每个打卡日结束后的 ${f.count(hours)} 小时内，如果前一天没有打卡，可以选择补记前一天，和当天打卡一样计算。已经结束的周榜、月榜不再变动；活动最后一天没有宽限。`,
  make_up_earned: ({ everyDays, heldMax }) =>
    `补签卡：本人每打卡 ${f.count(everyDays)} 次得一张，最多存 ${f.count(heldMax)} 张，存满时不再增加。`,
  make_up_monthly: ({ cards }) => `补签卡：每个自然月另有 ${f.count(cards)} 张，当月有效，不累积，先于存下的卡使用。`,
  make_up_reach: ({ days }) => `一张补签卡补一天，只能补最近 ${f.days(days)}里漏打的日子；没有补上的那天，连续照样断开。`,
  make_up_counts: () =>
    '补签的日子只算连续天数，日历上单独标出：不发积分，不算累计、榜单和结业，不开当天的内容。补签凑满的里程碑，在同一轮里下一次本人打卡时发放。',
  check_in_units: ({ units }) => `打卡内容：共 ${f.count(units)} 篇，各在指定的一天，当天打卡后就能看，以后随时能回看。`,
  check_in_graduation: ({ days, points }) =>
    `结业：本人打卡累计满 ${f.days(days)}即结业，得 ${f.points(points)}，每人一次；结业后仍可继续打卡。`,
  milestone_within_reach: () =>
    '活动如提前结束：已经走完下一档的一半、照每天打卡还来得及在这一轮（或原定最后一天）之前打满的，这一档的积分照样补给，以结束时活动剩下的积分为限。',
  points_budget: ({ points }) => `本活动共备 ${f.points(points)}，发布时已全部留出，发完为止。`,
  points_valid: ({ validMonths, pendingDays }) =>
    `积分有效期：${pendingDays === 0 ? '到账即可用' : `到账 ${f.days(pendingDays)}后可用`}，${validMonths === null ? '长期有效' : `从可用当月起再过 ${f.count(validMonths)} 个月，月底到期`}；先到期的先用。`,
  points_budget_gone: () => '剩下的积分不够发一笔时，这一笔不再发；打卡和连续天数照常记。',
  coupon_benefit: (terms) => `优惠内容：${worth(terms)}。`,
  reference_price: ({ evidence }) => `参考价的依据：${evidence}`,
  group_price: ({ item, referenceFen, priceFen }) =>
    `优惠内容：「${item}」本群价每份 ${f.money(priceFen)}，参考价每份 ${f.money(referenceFen)}。`,
  group_price_tiers: ({ tiers: prices }) =>
    `按等级另有价：${prices.map(({ tier, priceFen }) => `${tiers[tier]}每份 ${f.money(priceFen)}`).join('，')}；以预留当时的等级为准。`,
  group_price_stock: ({ stock }) => `数量：共 ${f.count(stock)} 份，发布时已全部备好，预留完为止。`,
  group_price_quantity: ({ max }) => `每人可预留一次，最多 ${f.count(max)} 份。`,
  reservation: ({ organiser }) =>
    `使用方法：先预留，到${organiser}取货时出示券码再付款，一次取完。过了最后一天没有取，预留自动作废，不收任何费用。`,
  coupon_stock: ({ stock }) => `数量：共 ${f.coupons(stock)}，发布时已全部备好。`,
  coupon_per_member: ({ max, dayMax }) => `每人最多领 ${f.coupons(max)}${dayMax === 0 ? '' : `，每天最多领 ${f.coupons(dayMax)}`}。`,
  coupon_use_window: ({ useFromOn, useUntilOn }) => `使用时间：${f.fullDay(useFromOn)} 至 ${f.fullDay(useUntilOn)}，最后一天整天有效。`,
  coupon_use_days: ({ days, startsNextDay }) =>
    `使用时间：从领到${startsNextDay ? '的第二天' : '当天'}算起，${f.days(days)}内有效，最后一天整天有效。`,
  coupon_use_until: ({ useUntilOn }) => `使用时间：领到即可用，到 ${f.fullDay(useUntilOn)}为止，最后一天整天有效。`,
  coupon_where: ({ organiser }) => `使用方法：在${organiser}结账时出示券码，由店员核销。每张券用一次，优惠不超过订单金额。`,
  coupon_frozen: () => '券面内容以领取时为准，以后活动暂停、修改或结束，都不影响已领到的券。',
  coupon_sold_out: () => '领完即止。领完以后不能再领，已领到的券照常使用。',
  invite_reward: ({ sides, ...terms }) =>
    `奖励内容：${{ both: '你和好友各得一张券', friend: '好友得一张券', inviter: '每邀请一位好友，你得一张券' }[sides]}，${worth(terms)}。`,
  invite_steps: ({ steps, thresholdFen }) =>
    `${steps.map(({ friends, amountOffFen }) => `第 ${friends} 位好友完成第一次打卡或领券时，你再得一张券，${step(amountOffFen, thresholdFen)}`).join('；')}。每张券当场到账，单独可用，连你在内一队最多 5 人。`,
  invite_moment: () => '发放条件：好友经你的邀请加入，并亲自完成第一次打卡或领券（预留本群价也算）。券在那一刻到账。',
  invite_touch_days: ({ days }) =>
    `好友从打开邀请算起，${f.days(days)}内完成第一次打卡或领券才算；有多人邀请时，以最先打开的那份有效邀请为准。`,
  invite_limits: ({ max, dayMax }) => `每人最多因 ${f.count(max)} 位好友得券，每天最多 ${f.count(dayMax)} 位。`,
  invite_pairs: ({ pairs, coupons }) => `数量：按 ${f.count(pairs)} 位好友备好 ${f.coupons(coupons)}券，发布时已全部留出，发完为止。`,
  invite_fraud: () => '一人多号、用程序冒充、花钱雇人参加的，查实后撤回还没用的券，并告诉你理由；已经用掉的不追回。有异议请联系主办方。',
  invite_one_level: () => '只算你直接邀请的好友；好友再邀请别人，与你无关。',
  no_sharing_reward: () => '只看好友本人的打卡或领券，发送邀请这个动作没有任何奖励。',
  quiz_once: ({ questions }) => `共 ${f.count(questions)} 道题，每人答一次，交上去就不能改；答完才公布正确答案和大家的成绩。`,
  quiz_points: ({ points }) =>
    `每答对一题得 ${f.points(points)}，当时到账。奖励的是知道答案：答对一样多，得的就一样多，与运气、先后和名次无关。`,
  quiz_budget_gone: () => '剩下的积分不够时，能发几题发几题，不再补发；答题和成绩照常记。',
  poll_choices: ({ max }) => (max === 1 ? '每人一票，只能选一项。' : `每人最多选 ${f.count(max)} 项。`),
  poll_changeable: () => '结束以前可以改选，以最后一次为准。',
  poll_final: () => '投出以后不能改。',
  poll_results: () => '投完票就能看到各项票数；不公布谁选了什么。',
  topic_one: () => '每人说一条，随时可以改，也可以收回。',
  question_limit: ({ max }) => `每人最多提 ${f.count(max)} 个问题，收回的也算；每个问题每人答一次，被采纳以前可以改。`,
  question_accept: () => '提问的人可以采纳一个回答，采纳以后不能换。被采纳记一次热心帮助，同一位提问人只记一次，不发积分。',
  texts_checked: () => '写下的文字先经过内容检查；拿不准的等群主看过再给大家看，有人举报的也请群主看。',
  texts_own: () => '你写的随时可以收回；注销以后全部删除。',
  trial_what: ({ item, places }) => `试用内容：${item}，共 ${f.count(places)} 份，发布时已全部备好，试用不收费。`,
  trial_apply: () => '申请方法：写一句回答，每人申请一次，入选得一张试用券；回答只给群主和副群主看。没选上以前可以收回申请。',
  trial_first_come: () => '怎么选人：按申请先后，名额还有就当时入选，满了为止。回答要等群主看的，不占名额，看过以后还有名额才入选。',
  trial_criteria: ({ by }) =>
    `怎么选人：申请截止后，按${criteria[by]}从高到低选，一样多的先申请先得，不抽签；次日公布结果，没选上的也看得到数字。提前结束则不再选人。`,
  trial_report: ({ reportUntilOn }) =>
    `体验报告：用过试用券以后写，10 到 200 字，打 1 到 5 星，交到 ${f.fullDay(reportUntilOn)}为止；晚交也收，会注明。`,
  trial_owed: () => '用过试用券、到期没交体验报告的，补交以后才能申请下一次试用。',
  trial_unpaid: () => '好评差评都一样：体验报告没有任何奖励，也不影响以后入选。',
  notice_read: () => '打开就能读。点「知道了」只是让群主知道有多少人读过。',
  no_reward: () => '本活动没有任何奖励。',
  ...giftTermsZhCn,
  ...seasonTermsZhCn,
  not_cash: () => '券不兑换现金，不找零。',
  adults_redeem: () => '到店使用优惠，需年满 18 周岁。',
};
