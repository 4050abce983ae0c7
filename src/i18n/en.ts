// Everything the app says in English.
import { benefitsEn } from '#app/i18n/benefit-en';
import { problemsEn } from '#app/i18n/campaign-en';
import { campaignTypesEn } from '#app/i18n/campaign-types-en';
import { commonEn } from '#app/i18n/common-en';
import { conditionsEn } from '#app/i18n/conditions-en';
import { contentEn } from '#app/i18n/content-en';
import { formatsEn } from '#app/i18n/formats-en';
import { giftsEn } from '#app/i18n/gifts-en';
import { inviteRefusalsEn } from '#app/i18n/invite-en';
import { memberEn } from '#app/i18n/member-en';
import { contentLabelsEn } from '#app/i18n/moderation-en';
import { noEn } from '#app/i18n/no-en';
import { seasonEn } from '#app/i18n/season-en';
import { termsEn } from '#app/i18n/terms-en';
import { tiersEn } from '#app/i18n/tiers-en';
import { trialEn } from '#app/i18n/trial-en';
import type { Words } from '#app/i18n/words';

export const en: Words = {
  language: 'en',
  formats: formatsEn,
  no: noEn,
  terms: termsEn,
  benefits: benefitsEn,
  contentLabels: contentLabelsEn,
  tiers: tiersEn,
  conditions: conditionsEn,
  inviteRefusals: inviteRefusalsEn,
  campaignTypes: campaignTypesEn,
  problems: problemsEn,
  content: contentEn,
  trial: trialEn,
  member: memberEn,
  owner: commonEn,
  gifts: giftsEn,
  season: seasonEn,
};
