// What the tiers are called in English.
import type { Words } from '#app/i18n/words';

export const tiersEn: Words['tiers'] = { customer: 'Customer', user: 'User', fan: 'Fan', core_fan: 'Core fan' };
