// What is noticed of a night: facts about everybody who joined lately in, findings about the people of each inviter out. It decides nothing.
import { findingsOf, firstDaysOf, type Look, peaksOf, usedAtOnce } from '#core/rules/risk/findings';
import { actedOf, broughtOf, groupOf, type Newcomer } from '#core/rules/risk/group';
import { ACCOUNTS_KEPT, type Finding, type Noticed } from '#core/rules/risk/noticed';
import { NOTICE_AT, thresholds, weightOf } from '#core/rules/risk/signs';
import { addDays, type Calendar, type Day } from '#core/values/day';
import type { Instant } from '#core/values/instant';

/** How many finished days back somebody counts as new. */
export const LOOK_DAYS = 14;

/** What noticing rests on. */
export interface NoticeFacts {
  /** Whoever joined in the days that are looked at, in any order. */
  readonly newcomers: readonly Newcomer[];
  readonly calendar: Calendar;
  /** The last business day that is over. */
  readonly finishedOn: Day;
  /** Members who brought somebody and joined earlier. */
  readonly inviters?: readonly Newcomer[];
  /** Where accounts joined from, as digests that are not kept for long, by member. */
  readonly places?: ReadonlyMap<string, string>;
}

/** One night's look. */
export interface Notice {
  /** Everybody who brought enough people to be looked at, in the order of their ids. */
  readonly subjects: readonly string[];
  /** The accounts of a member's group. */
  accountsOf(memberId: string): readonly string[];
  /** What is noticed; null where less than NOTICE_AT comes together. Who joined by `since` has been looked at before, and counts no more. */
  of(memberId: string, since?: Instant): Noticed | null;
}

function weighed(findings: readonly Finding[]): number {
  return weightOf(findings.map(({ sign }) => sign));
}

/** Looks at everybody who came lately. The cost is linear in them, and for each subject in those who brought anybody. */
export function createNotice({ newcomers, calendar, finishedOn, inviters = [], places = new Map() }: NoticeFacts): Notice {
  const acted = actedOf(newcomers);
  const brought = broughtOf(acted);
  const subjects = [...brought.keys()].filter((memberId) => groupOf(brought, memberId, 0).length >= thresholds.peopleMin).sort();
  const firstDays = firstDaysOf(acted, calendar, addDays(finishedOn, -thresholds.backDays));
  const nothingUsual: Look = {
    firstDays,
    usual: { memberIds: new Set(), hadTime: 0, gone: 0 },
    inviters: new Map([...inviters, ...newcomers].map((one) => [one.memberId, one])),
    places,
    peaks: new Map(),
  };
  // What is usual is learnt from everybody else: several rings at once must not make each other look usual.
  const unusual = new Set<string>();
  for (const memberId of subjects) {
    const people = groupOf(brought, memberId, 0);
    if (weighed(findingsOf(nothingUsual, { memberId, people })) < NOTICE_AT) continue;
    for (const one of [memberId, ...people.map((each) => each.memberId)]) unusual.add(one);
  }
  const usual = acted.filter(({ memberId }) => !unusual.has(memberId));
  const hadTime = usual.filter(({ memberId }) => firstDays.get(memberId)?.hadTime === true);
  const gone = hadTime.filter(({ memberId }) => firstDays.get(memberId)?.isGone === true);
  const usualInviters = [...brought].filter(([memberId]) => !unusual.has(memberId));
  const look: Look = {
    ...nothingUsual,
    usual: { memberIds: new Set(usual.map(({ memberId }) => memberId)), hadTime: hadTime.length, gone: gone.length },
    peaks: new Map(usualInviters.map(([memberId, people]) => [memberId, peaksOf({ firstDays }, people)])),
  };
  return {
    subjects,
    accountsOf: (memberId) => groupOf(brought, memberId, 0).map((one) => one.memberId),
    of(memberId, since = 0) {
      const people = groupOf(brought, memberId, since);
      if (people.length < thresholds.peopleMin) return null;
      const findings = findingsOf(look, { memberId, people });
      const weight = weighed(findings);
      if (weight < NOTICE_AT) return null;
      const accounts = people.slice(0, ACCOUNTS_KEPT).map((one) => ({
        memberId: one.memberId,
        inviterId: one.invitedBy.inviterId,
        campaignId: one.invitedBy.campaignId,
        joinedAt: one.joinedAt,
        actedAt: one.firstActionAt,
        lastOn: one.lastEnteredOn,
        usedAtOnce: usedAtOnce(look, one),
      }));
      return { memberId, weight, findings, people: people.length, accounts };
    },
  };
}
