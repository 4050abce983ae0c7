// What trials carry: applications, reports and results.
import * as v from 'valibot';
import { criteria } from '#core/rules/campaign/types/trial';
import { ANSWER_TEXT_MAX, REPORT_TEXT_MAX, REPORT_TEXT_MIN } from '#core/rules/trial/trial';
import { entryState } from '#core/shapes/content';
import { count, instant, text } from '#core/shapes/fields';
import { person } from '#core/shapes/membership';
import { moderationReason } from '#core/shapes/moderation';

/** What has come of an application for a trial. */
export const trialOutcome = v.picklist(['waiting', 'selected', 'not_selected']);

/** The report of a trial by somebody who has used its voucher. */
const trialReport = v.object({
  person,
  slot: v.string(),
  text: v.string(),
  stars: count,
  late: v.boolean(),
  at: instant,
  state: entryState,
  refusal: v.nullable(moderationReason),
  mine: v.boolean(),
});

/** The newest reports of a trial, and the caller's own whatever has become of it. */
export const trialReports = v.object({
  open: v.boolean(),
  title: v.string(),
  mine: v.nullable(trialReport),
  reports: v.array(trialReport),
  cursor: v.nullable(v.string()),
});

/** How a trial goes, counted in people; `ranking` is null where the first are chosen, and before the last day is over. */
export const trialResults = v.object({
  title: v.string(),
  places: count,
  applied: count,
  selected: count,
  used: count,
  reported: count,
  onTime: count,
  readers: count,
  converted: count,
  ranking: v.nullable(
    v.object({ by: v.picklist(criteria), on: v.string(), applicants: count, least: v.nullable(count), unsettled: count }),
  ),
});

/** Somebody who has applied; `text` is null once it has been taken back. */
export const trialApplicant = v.object({
  person,
  appliedAt: instant,
  outcome: trialOutcome,
  have: v.nullable(count),
  text: v.nullable(v.string()),
  state: v.nullable(entryState),
});

export const trialAnswer = text(1, ANSWER_TEXT_MAX);
export const trialReportText = text(REPORT_TEXT_MIN, REPORT_TEXT_MAX);
export const trialStars = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5));
