// The English catalogue: the same as the Chinese one, and no more.
import { memberEn } from '#app/i18n/member-en';
import type { Words } from '#app/i18n/words';

export const en: Words = { ...memberEn };
