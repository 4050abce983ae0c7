// The order of refusals where members answer, write, apply and report: the gate's first, then the play's own, each row mends one fault.
import { describe, expect, test } from 'vitest';
import type { CampaignTypeCode } from '#core/rules/campaign/types/index';
import { decideAnswer } from '#core/rules/content/answer';
import { decideWrite } from '#core/rules/content/write';
import { decideApply } from '#core/rules/trial/apply';
import { decideTrialReport } from '#core/rules/trial/report';
import { noPart, type TrialEntry } from '#core/rules/trial/trial';
import type { CampaignDocument, EntryDocument, MemberDocument } from '#core/tables';
import { points } from '#core/values/points';
import { aCampaign, aCommunity, aMember, aStock } from '../support/documents';
import { at, audienceFaults, codeOf, forGroup, gateFaults, inGroup } from '../support/gate-faults';

const community = aCommunity();
const numberOf = () => '123456';

/** A text that stands. */
function anEntry(memberId: string, part: Partial<EntryDocument> = {}): EntryDocument {
  const written = { text: '怎么挑', state: 'shown', refusal: null, writtenAt: 0, shownAt: 0, queuedAt: null } as const;
  return {
    id: `c/entry/x/${memberId}/q1`,
    campaignId: 'x',
    memberId,
    slot: 'q1',
    under: 'x',
    reportedBy: [],
    reports: [],
    acceptedId: null,
    ...written,
    ...part,
  };
}

/** Every fault of the gate at once with the play's own: the gate's is named. */
function keepsTheGateFirst(
  act: (campaign: Partial<CampaignDocument>, member: Partial<MemberDocument>) => string,
  own: Partial<MemberDocument>,
) {
  test.each(gateFaults)('%s before anything of its own', (code, campaign) => {
    expect(act(campaign, own)).toBe(code);
  });

  test.each(audienceFaults)('%s before anything of its own', (code, member) => {
    expect(act(forGroup, { ...own, ...member })).toBe(code);
  });
}

describe.each(['quiz', 'poll'] as const)('an answer to a %s names', (type) => {
  const fitting = type === 'quiz' ? [1] : [2];
  const answered = {
    quiz: { kind: 'quiz', answeredAt: 1, chosen: [1], right: 1, points: points(0) },
    poll: { kind: 'poll', answeredAt: 1, chosen: [1] },
  } as const;
  const before = { entries: { x: answered[type] } };
  const parameters =
    type === 'poll' ? { changeable: 0 } : { questions: [{ question: '怎么放', optionA: '挂着', optionB: '冰着', right: 1 }] };
  const answer = (campaign: Partial<CampaignDocument>, member: Partial<MemberDocument>, chosen: readonly number[] = [9]) =>
    codeOf(
      decideAnswer({
        community,
        campaign: aCampaign(type, { ...campaign, parameters: parameters as unknown as CampaignDocument['parameters'] }),
        stock: aStock(),
        member: aMember('anna', member),
        chosen,
        at,
        numberOf,
      }),
    );

  keepsTheGateFirst(answer, before);

  test('then that it was given, then choices that do not fit, then counts', () => {
    expect(answer({}, before)).toBe('already_answered');
    expect(answer({}, {})).toBe('choices_off');
    expect(answer({}, {}, fitting)).toBe('done');
  });
});

describe.each([
  ['a topic', 'topic', undefined],
  ['a question', 'question', undefined],
  ['an answer to a question', 'question', null],
] as const)('%s names', (_what, type, question) => {
  const all = { entries: { x: { kind: 'question', asked: 3, questions: {}, helped: {} } } } as unknown as Partial<MemberDocument>;
  const write = (
    campaign: Partial<CampaignDocument>,
    member: Partial<MemberDocument>,
    asked: EntryDocument | null | undefined = question,
  ) =>
    codeOf(
      decideWrite({
        community,
        campaign: aCampaign(type as CampaignTypeCode, { ...campaign, parameters: type === 'question' ? { questionsMax: 3 } : {} }),
        member: aMember('anna', member),
        text: '看根',
        passed: true,
        question: asked,
        earlierIn: () => null,
        at,
      }),
    );

  keepsTheGateFirst(write, all);

  if (type === 'topic') {
    test('nothing more', () => expect(write({}, {})).toBe('done'));
  } else if (question === undefined) {
    test('then that no more may be asked', () => {
      expect(write({}, all)).toBe('asked_all');
      expect(write({}, {})).toBe('done');
    });
  } else {
    test('then that there is no such question, that it is one’s own, that the answer was accepted', () => {
      const own = anEntry('anna', { acceptedId: 'anna' });
      expect(write({}, all, { ...own, state: 'waiting' })).toBe('not_found');
      expect(write({}, all, own)).toBe('own_entry');
      expect(write({}, all, anEntry('bob', { acceptedId: 'anna' }))).toBe('already_accepted');
      expect(write({}, all, anEntry('bob', { acceptedId: 'eva' }))).toBe('done');
    });
  }
});

const voucher = { title: '上回的试用', useUntilOn: '2026-03-01', reportUntilOn: '2026-03-05' };
const applied: TrialEntry = { ...noPart, appliedAt: 1, answer: 'shown' };
const owing = { entries: { before: { ...applied, outcome: 'selected', voucher } as TrialEntry }, redemptions: { before: 1 } };

describe('an application for a trial names', () => {
  const apply = (campaign: Partial<CampaignDocument>, member: Partial<MemberDocument>, couponsIssued = 100) =>
    codeOf(
      decideApply({
        community,
        campaign: aCampaign('trial', campaign),
        stock: aStock({ couponsReserved: 100, couponsIssued }),
        member: aMember('anna', member),
        text: '豆浆油条',
        passed: true,
        earlier: null,
        at,
        numberOf,
      }),
    );
  const everything = { ...owing, entries: { ...owing.entries, x: applied } };

  keepsTheGateFirst(apply, everything);

  test('then that one has applied, then a report that is owed, then the last place, then is taken', () => {
    expect(apply({}, everything)).toBe('already_applied');
    expect(apply({}, owing)).toBe('report_owed');
    expect(apply({}, {})).toBe('sold_out');
    expect(apply({}, {}, 99)).toBe('done');
    expect(apply({ groupId: 'g' }, inGroup, 99)).toBe('done');
  });
});

describe('a report of a trial names', () => {
  const chosen: TrialEntry = { ...applied, outcome: 'selected', voucher: { ...voucher, reportUntilOn: '2026-03-20' } };
  const given = { ...chosen, report: { at: 1, state: 'shown', stars: 5, late: false } } as unknown as TrialEntry;
  const report = (part: TrialEntry, used: boolean, campaign: Partial<CampaignDocument> = {}) =>
    codeOf(
      decideTrialReport({
        community,
        campaign: aCampaign('trial', campaign),
        member: aMember('anna', { entries: { x: part }, redemptions: used ? { x: 1 } : {} }),
        text: '外脆里软,下次还来买',
        stars: 5,
        passed: true,
        earlier: null,
        at,
      }),
    );

  test('that one was not chosen, then that nothing was tried, then that it was given, then is taken', () => {
    expect(report({ ...given, voucher: null }, false)).toBe('not_selected');
    expect(report(given, false)).toBe('not_redeemed_yet');
    expect(report(given, true)).toBe('report_given');
    expect(report(chosen, true)).toBe('done');
  });

  test('no gate: what was given is told of after the end, too', () => {
    expect(report(chosen, true, { state: 'ended', endedAt: at })).toBe('done');
  });
});
