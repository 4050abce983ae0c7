// What the tiers are called in Chinese.
import type { Words } from '#app/i18n/words';

export const tiersZhCn: Words['tiers'] = { customer: '顾客', user: '用户', fan: '粉丝', core_fan: '铁粉' };
