// How the form asks in Chinese when a coupon can be used, for every type that gives coupons.
import type { ParameterWords } from '#app/i18n/words';

export const useWindowZhCn = {
  validity: { label: '什么时候能用', options: { fixed: '固定日期', from_claim: '领到后若干天' } },
  useFromOn: { label: '从哪天可以用' },
  useUntilOn: { label: '用到哪天', hint: '最后一天整天有效，可以晚于领取结束。' },
  validDays: { label: '领到后几天内有效', unit: '天', hint: '最后一天整天有效。' },
  startsNextDay: { label: '从领到的第二天算起', hint: '不打开就从领到当天算起。' },
} as const satisfies Record<string, ParameterWords>;
