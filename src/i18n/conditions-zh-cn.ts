// The conditions of taking part in Chinese, as they are when they are met.
import { benefitsZhCn } from '#app/i18n/benefit-zh-cn';
import { afterChinese } from '#app/i18n/format-parts';
import { formatsZhCn as f } from '#app/i18n/formats-zh-cn';
import { prizeText } from '#app/i18n/say-prize';
import { seasonZhCn } from '#app/i18n/season-zh-cn';
import { tiersZhCn as tiers } from '#app/i18n/tiers-zh-cn';
import type { Words } from '#app/i18n/words';

const words = { season: seasonZhCn, benefits: benefitsZhCn, formats: f };

export const conditionsZhCn: Words['conditions'] = {
  joined: () => '已经是成员',
  running: ({ startsOn, endsOn }) => `活动进行中，${f.span(startsOn, endsOn)}`,
  in_group: ({ label }) => `在「${label}」群里`,
  tier: ({ need, have }) => `等级够了：要${tiers[need]}，你是${tiers[have]}`,
  tag: ({ tags }) => `带有标签：${tags.join('、')}`,
  streak: ({ need, have }) => `连续打卡够了：要 ${f.days(need)}，你已 ${f.days(have)}`,
  newcomer: ({ days }) => `是新朋友：首次加入不超过 ${f.days(days)}`,
  not_today: ({ on }) => `${f.day(on)}还没打卡`,
  not_before: () => '还没有参加过',
  no_report_owed: () => '没有拖欠以前试用的体验报告',
  member_limit: ({ max, have }) => `没到个人上限：最多 ${f.count(max)}，已有 ${f.count(have)}`,
  day_limit: ({ max, have }) => `没到今天的上限：每天最多 ${f.count(max)}，今天 ${f.count(have)}`,
  stock: ({ reserved, left }) => `还有货：共备 ${f.count(reserved)}，还剩 ${f.count(left)}`,
  not_staff: () => '是成员：群主、副群主和店员不参加排奖',
  prize_place: ({ place, ...prize }) => `现在排在有奖的第 ${place ?? 0} 名，照这样会得${afterChinese(prizeText(words, prize))}；期末结算`,
  points: ({ price, balance }) => `积分够：要 ${f.points(price)}，你有 ${f.points(balance)}`,
};
