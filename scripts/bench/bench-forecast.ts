// Forecasts per second: whole runs over simulated members, beside the bare loop that asks the same rules as often and does nothing else.
import type { CampaignDraft } from '#core/rules/campaign/campaign-draft';
import type { CommonFacts, Trigger, TriggerFacts } from '#core/rules/campaign/define-type';
import { reserveOf } from '#core/rules/campaign/lifecycle';
import { defaultParameters } from '#core/rules/campaign/parameters';
import { type CampaignTypeCode, campaignTypes } from '#core/rules/campaign/types/index';
import { beginForecast, runsFor } from '#core/rules/forecast/forecast';
import { priorBehaviour } from '#core/rules/forecast/priors';
import { freshRecord, markInPlace } from '#core/rules/forecast/triggers/check-in';
import { type BenchReport, medianOf } from './measure';

const ROUNDS = 3;
const SIZES = [300, 1_000] as const;
const TYPES = ['checkin_plan', 'coupon_drop', 'invite_reward'] as const satisfies readonly CampaignTypeCode[];
const window = { startsOn: '2026-03-01', endsOn: '2026-03-30' };

function draftOf(type: CampaignTypeCode): CampaignDraft {
  const parameters = defaultParameters(campaignTypes[type].parameters, window);
  return { type, title: '', summary: '', ...window, groupId: null, parameters };
}

/** What each of the measured triggers brings, the same each time. */
function usualFacts(trigger: Trigger): object {
  const record = freshRecord();
  markInPlace(record, { on: window.startsOn, month: '2026-03', bit: 1 }, 0);
  const facts: Partial<{ [T in Trigger]: TriggerFacts[T] }> = {
    check_in: { record },
    claim: { claimed: undefined, quantity: 1, tier: () => 'customer' },
    friend_first_action: { openedAt: 0, at: 0, invites: undefined },
  };
  return facts[trigger] ?? {};
}

function secondsOf(work: () => void): number {
  const startedAt = performance.now();
  work();
  return (performance.now() - startedAt) / 1_000;
}

function measure(code: CampaignTypeCode, members: number): { seconds: number; bareSeconds: number; runs: number; asked: number } {
  const draft = draftOf(code);
  const type = campaignTypes[code];
  const behaviour = priorBehaviour(draft, members);
  const fromOn = window.startsOn;
  const runs = runsFor({ draft, behaviour, fromOn });
  const work = beginForecast({ draft, behaviour, fromOn, hoursGone: 0, seed: 1, runs });
  const seconds = secondsOf(() => {
    work.step(runs);
    work.result();
  });
  const asked = work.asked();
  const common: CommonFacts = { draft, version: 1, on: fromOn, left: reserveOf(draft) };
  const facts = { ...common, ...usualFacts(type.trigger) };
  const bareSeconds = secondsOf(() => {
    for (let question = 0; question < asked; question += 1) type.decide(draft.parameters as never, facts as never);
  });
  return { seconds, bareSeconds, runs, asked };
}

/** Measures forecasts of 30 days with the stated priors. */
export async function benchForecast(): Promise<BenchReport> {
  const rows: BenchReport['rows'][number][] = [];
  for (const code of TYPES) {
    for (const members of SIZES) {
      const rounds = Array.from({ length: ROUNDS }, () => measure(code, members));
      const seconds = medianOf(rounds.map((round) => round.seconds));
      const bare = medianOf(rounds.map((round) => round.bareSeconds));
      const { runs = 0, asked = 0 } = rounds[0] ?? {};
      rows.push({
        type: code,
        members,
        runs,
        'decisions / run': Math.round(asked / runs),
        seconds: seconds.toFixed(2),
        'runs / s': Math.round(runs / seconds),
        'ours / bare': (seconds / bare).toFixed(1),
      });
    }
  }
  return {
    title: 'Forecast: a campaign of 30 days over simulated members, from the first run to the bands of every day',
    notes: [
      `median of ${ROUNDS} rounds`,
      'bare asks the same rules as many times with the same facts, and neither draws nor books anything',
    ],
    rows,
  };
}
