// The only list of jobs, in the order in which a community's are done.
import { closeCampaigns } from '#server/app/jobs/close-campaigns';
import type { Job } from '#server/app/jobs/define-job';
import { sendReminders } from '#server/app/jobs/send-reminders';

export const jobs: readonly Job[] = [closeCampaigns, sendReminders];
