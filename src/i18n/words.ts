// The one shape that every catalogue has.
import type { MemberWords } from '#app/i18n/member-zh-cn';

export interface Words extends MemberWords {}
