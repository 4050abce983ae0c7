// The Chinese catalogue: everything that is shown to a person, grouped by feature.
import { memberZhCn } from '#app/i18n/member-zh-cn';
import type { Words } from '#app/i18n/words';

export const zhCN: Words = { ...memberZhCn };
