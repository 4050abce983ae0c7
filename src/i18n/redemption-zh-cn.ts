// The words of redemption in Chinese: showing a coupon, and why it is not redeemed.
import { formatsZhCn as f } from '#app/i18n/formats-zh-cn';
import type { Words, Yuan } from '#app/i18n/words';

export const redemptionZhCn = {
  ticket: {
    title: '出示券码',
    show: '请店员扫码，或报这串数字',
    refreshIn: (seconds: number) => `${seconds} 秒后换新码`,
    screenshot: '截图无效，码每分钟更换。',
    at: (organiser: string) => `在 ${organiser} 使用`,
    redeemed: '已核销',
    redeemedAt: (moment: string) => `${moment} 已使用`,
    used: '这张券用好了。',
    usedSaved: (off: Yuan) => `这张券用好了，省了 ${off}。`,
    usedBy: (moment: string, clerk: string) => `${moment}，${clerk}核销。`,
    notYet: (day: string) => `${day}起可用`,
    expired: '已过期',
    codeLabel: '给店员扫的码',
    digitsLabel: (digits: string) => `数字码 ${digits}`,
    terms: '这张券的条款',
  },
};

export const redemptionNoZhCn = {
  code_unknown: () => ({ reason: '没有认出这个券码。', next: '请顾客打开券包里的券，再扫一次，或核对 10 位数字。' }),
  code_expired: ({ seconds }) => ({
    reason: `这个码已过期，每个码只用 ${f.count(seconds)} 秒。`,
    next: '请顾客出示屏幕上的新码；截图不能用。',
  }),
  scan_expired: ({ minutes }) => ({
    reason: `这次扫码超过 ${f.count(minutes)} 分钟了，还没有核销。`,
    next: '请再扫一次顾客的码，金额替你留着。',
  }),
  scan_too_old: ({ hours }) => ({
    reason: `没有网络时扫的码，要在 ${f.count(hours)} 小时内核销，这一张已经超过。`,
    next: '请顾客再出示一次；人已经走了，就当面跟群主说清。',
  }),
  order_missing: () => ({ reason: '这张券要按订单金额来算。', next: '先填订单金额，再核销。' }),
  below_threshold: ({ thresholdFen, missingFen }) => ({
    reason: `满 ${f.money(thresholdFen)} 可用，还差 ${f.money(missingFen)}。`,
    next: '凑够金额后改一下订单金额就好。',
  }),
  already_redeemed: ({ redeemedAt, clerk }) => ({
    reason: `这张券 ${f.moment(redeemedAt)} 已核销，经手人：${clerk}。`,
    next: '每张券只能用一次。核错了，群主可在 24 小时内撤销。',
  }),
  not_redeemed: () => ({ reason: '这张券没有核销记录，不用撤销。', next: '它仍可按券面日期使用。' }),
  undo_too_late: ({ hours }) => ({ reason: `核销超过 ${f.count(hours)} 小时，不能再撤销。`, next: '可以再发一张券给这位顾客。' }),
} satisfies Partial<Words['no']>;
