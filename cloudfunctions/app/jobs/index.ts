// The only list of jobs, in the order in which a community's are done.
import { ageMembers } from '#server/app/jobs/age-members';
import { closeCampaigns } from '#server/app/jobs/close-campaigns';
import { closeSeasons } from '#server/app/jobs/close-seasons';
import { countDays } from '#server/app/jobs/count-days';
import type { Job } from '#server/app/jobs/define-job';
import { endReviews } from '#server/app/jobs/end-reviews';
import { forgetPlaces } from '#server/app/jobs/forget-places';
import { forgetProofs } from '#server/app/jobs/forget-proofs';
import { noticeRings } from '#server/app/jobs/notice-rings';
import { payPrizes } from '#server/app/jobs/pay-prizes';
import { reckonMilestones } from '#server/app/jobs/reckon-milestones';
import { recordBrokenPromises } from '#server/app/jobs/record-broken-promises';
import { selectTesters } from '#server/app/jobs/select-testers';
import { sendReminders } from '#server/app/jobs/send-reminders';
import { settleSeasons } from '#server/app/jobs/settle-seasons';
import { watchStocks } from '#server/app/jobs/watch-stocks';

export const jobs: readonly Job[] = [
  sendReminders,
  recordBrokenPromises,
  reckonMilestones,
  // Before they are closed: closing releases what has not been issued.
  selectTesters,
  // Before a board is closed: whoever is put back on it stands there.
  endReviews,
  closeSeasons,
  settleSeasons,
  payPrizes,
  closeCampaigns,
  // After the boards of finished seasons are closed, and before the day is counted.
  noticeRings,
  countDays,
  forgetProofs,
  forgetPlaces,
  watchStocks,
  ageMembers,
];
