// Facts of format 1 in today's words: what a promise, a milestone, a coupon and a draft were, before they were what they are.
import { describe, expect, it } from 'vitest';
import { upgradeDraft, upgradeTerms } from '#core/rules/audit/upgrade/older-draft';
import { createJournalUpgrade } from '#core/rules/audit/upgrade/older-events';
import { upgradeCommunity } from '#core/rules/audit/upgrade/upgrade-community';
import type { CampaignDraft } from '#core/rules/campaign/campaign-draft';
import { campaignTypeCodes, campaignTypes } from '#core/rules/campaign/types/index';
import type { JournalDocument } from '#core/tables';

const oldTerms = {
  title: '三月活动',
  amountOffFen: 200,
  thresholdFen: 0,
  useFromOn: '2026-03-02',
  useUntilOn: '2026-04-08',
  groupId: null,
  version: 1,
};
const terms = { ...oldTerms, amountOffFen: undefined, benefit: { kind: 'amount_off', amountOffFen: 200 } };
const draft = { type: 'checkin_plan', title: '打卡', summary: '', startsOn: '2026-03-02', endsOn: '2026-04-30', groupId: null };
const people = { campaignId: 'k1', inviterId: 'ana', inviteeId: 'bo' };

let stamps = 0;
function journal(events: readonly object[], more: object = {}): JournalDocument {
  stamps += 1;
  const made = {
    id: `c1/journal/ana/r${stamps}`,
    memberId: 'ana',
    stamp: stamps,
    at: 1_000 + stamps,
    on: '2026-03-09',
    entries: [],
    events,
  };
  return { ...made, action: 'any', rules: 1, ...more } as unknown as JournalDocument;
}

/** The events of the last of some journals, upgraded one after another. */
function upgraded(...journals: readonly JournalDocument[]): readonly object[] {
  const upgrade = createJournalUpgrade();
  return journals.map(upgrade).at(-1)?.events ?? [];
}

const saved = journal([{ kind: 'campaign_saved', campaignId: 'k1', draft: { ...draft, parameters: { pointsPerDay: 3 } } }]);
const published = journal([{ kind: 'campaign_published', campaignId: 'k1', coupons: 0, points: 9 }]);

describe('an event of format 1', () => {
  it('a broken promise of an invite names whom it was made to, and owes both the coupon', () => {
    const broken = journal([{ kind: 'promise_broken', reason: 'ended_early', terms: oldTerms, ...people }]);
    expect(upgraded(saved, broken)).toEqual([
      {
        kind: 'promise_broken',
        reason: 'ended_early',
        campaignId: 'k1',
        memberId: 'ana',
        about: 'bo',
        promise: 'invite',
        title: '打卡',
        owed: { kind: 'invite', friend: [terms], inviter: [terms] },
        brokenAt: broken.at,
      },
    ]);
  });

  it('a settled promise and a settled invite name the coupons that they brought', () => {
    const issued = (memberId: string, reason: string) => ({
      kind: 'coupon_issued',
      campaignId: 'k1',
      memberId,
      n: 1,
      terms: oldTerms,
      reason,
    });
    const [, , settled] = upgraded(
      journal([issued('bo', 'make_good'), issued('ana', 'make_good'), { kind: 'promise_settled', coupons: 2, ...people }]),
    );
    const coupons = [
      { memberId: 'bo', n: 1 },
      { memberId: 'ana', n: 1 },
    ];
    expect(settled).toEqual({
      kind: 'promise_settled',
      campaignId: 'k1',
      memberId: 'ana',
      about: 'bo',
      coupons: 2,
      points: 0,
      words: null,
      issued: coupons,
    });
    const [, , invite] = upgraded(
      journal([issued('bo', 'invited'), issued('ana', 'invited_a_friend'), { kind: 'invite_settled', refusal: null, ...people }]),
    );
    expect(invite).toMatchObject({ coupons });
    expect(upgraded(journal([{ kind: 'invite_settled', refusal: 'left', ...people }]))).toEqual([
      { kind: 'invite_settled', refusal: 'left', ...people },
    ]);
  });

  it('a milestone was one of days in a row from the plan’s first day; points were earned under the version of then', () => {
    const reached = journal([
      { kind: 'milestone_reached', campaignId: 'k1', days: 7 },
      { kind: 'points_granted', campaignId: 'k1', memberId: 'ana', points: 20, reason: 'milestone' },
    ]);
    expect(upgraded(saved, published, reached)).toMatchObject([{ ladder: 'streak', days: 7, cycleOn: '2026-03-02' }, { version: 1 }]);
  });

  it('a statement finds whose points it moved', () => {
    const entries = [
      { account: 'campaign:k1', points: -5 },
      { account: 'member:ana', points: 5 },
    ];
    const upgrade = createJournalUpgrade();
    expect(upgrade(journal([], { entries, stamp: 40 }))).toMatchObject({ ledgerOf: 'ana', ledgerSequence: 40, rules: 1 });
    expect(upgrade(journal([]))).toMatchObject({ ledgerOf: null, ledgerSequence: null });
  });

  it('is left alone where it is in today’s words', () => {
    const events = [
      { kind: 'promise_broken', promise: 'milestone', campaignId: 'k1', memberId: 'ana', about: 'milestone-7' },
      { kind: 'promise_settled', campaignId: 'k1', memberId: 'ana', about: 'milestone-7', coupons: 0, points: 20, words: null, issued: [] },
      { kind: 'milestone_reached', campaignId: 'k1', ladder: 'total', days: 7, cycleOn: '2026-03-09' },
      { kind: 'points_granted', campaignId: 'k1', memberId: 'ana', version: 4, points: 20, reason: 'milestone' },
      { kind: 'campaign_published', campaignId: 'k1', coupons: 0, points: 9, parts: 8 },
      { kind: 'joined' },
    ];
    expect(upgraded(saved, published, journal(events))).toEqual(events);
  });
});

describe('a draft of format 1', () => {
  it.each(campaignTypeCodes)('of %s has every parameter of today, keeps its own, and loses those that are none any more', (type) => {
    const [name = ''] = Object.keys(campaignTypes[type].parameters);
    const older = { ...draft, type, parameters: { [name]: 'own', forgotten: 1 } } as unknown as CampaignDraft;
    const { parameters } = upgradeDraft(older);
    expect(Object.keys(parameters).sort()).toEqual(Object.keys(campaignTypes[type].parameters).sort());
    expect(parameters[name]).toBe('own');
  });

  it('of prizes says that its places bring points', () => {
    const older = { ...draft, type: 'season_prize', parameters: { ranks: [{ untilRank: 1, points: 50 }] } } as unknown as CampaignDraft;
    expect(upgradeDraft(older).parameters.ranks).toEqual([{ untilRank: 1, gives: 'points', points: 50 }]);
  });
});

it('terms that are a benefit already stay what they are', () => {
  const gift = { ...terms, benefit: { kind: 'gift', item: '豆浆' } } as unknown as Parameters<typeof upgradeTerms>[0];
  expect(upgradeTerms(gift).benefit).toEqual({ kind: 'gift', item: '豆浆' });
});

it('what stands beside the journal is kept, a nickname as a whole profile; what no action made is not', () => {
  const documents = [
    { id: 'c1/profile/ana', memberId: 'ana', nickname: '安娜' },
    { id: 'c1/identity/ana', memberId: 'ana', personKey: 'demo:ana', joinedAt: 1 },
    { id: 'c1/shift/2026-03-09' },
  ];
  const { documents: kept, faults } = upgradeCommunity('c1', documents);
  expect(faults).toEqual([]);
  expect(kept.map(({ id }) => id).sort()).toEqual(['c1/identity/ana', 'c1/profile/ana']);
  expect(kept.find(({ id }) => id === 'c1/profile/ana')).toMatchObject({
    nickname: '安娜',
    picture: null,
    waitingSince: null,
    traceId: null,
  });
});
