// Everything the app says in Chinese.
import { benefitsZhCn } from '#app/i18n/benefit-zh-cn';
import { campaignTypesZhCn } from '#app/i18n/campaign-types-zh-cn';
import { problemsZhCn } from '#app/i18n/campaign-zh-cn';
import { commonZhCn } from '#app/i18n/common-zh-cn';
import { conditionsZhCn } from '#app/i18n/conditions-zh-cn';
import { contentZhCn } from '#app/i18n/content-zh-cn';
import { formatsZhCn } from '#app/i18n/formats-zh-cn';
import { giftsZhCn } from '#app/i18n/gifts-zh-cn';
import { inviteRefusalsZhCn } from '#app/i18n/invite-zh-cn';
import { memberZhCn } from '#app/i18n/member-zh-cn';
import { contentLabelsZhCn } from '#app/i18n/moderation-zh-cn';
import { noZhCn } from '#app/i18n/no-zh-cn';
import { seasonZhCn } from '#app/i18n/season-zh-cn';
import { termsZhCn } from '#app/i18n/terms-zh-cn';
import { tiersZhCn } from '#app/i18n/tiers-zh-cn';
import { trialZhCn } from '#app/i18n/trial-zh-cn';
import type { Words } from '#app/i18n/words';

export const zhCn: Words = {
  language: 'zh-CN',
  formats: formatsZhCn,
  no: noZhCn,
  terms: termsZhCn,
  benefits: benefitsZhCn,
  contentLabels: contentLabelsZhCn,
  tiers: tiersZhCn,
  conditions: conditionsZhCn,
  inviteRefusals: inviteRefusalsZhCn,
  campaignTypes: campaignTypesZhCn,
  problems: problemsZhCn,
  content: contentZhCn,
  trial: trialZhCn,
  member: memberZhCn,
  owner: commonZhCn,
  gifts: giftsZhCn,
  season: seasonZhCn,
};
