// Putting somebody out: in which order it is refused, who still has what they were promised, and that it can be taken back whole.
import { describe, expect, test } from 'vitest';
import { projectAction } from '#core/rules/audit/project';
import { createWorkspace } from '#core/rules/audit/workspace';
import { decideBlock, decideUnblock, keepsPromises } from '#core/rules/community/block';
import { withRole } from '#core/rules/community/roles';
import { isShownOn } from '#core/rules/leaderboard/project';
import { newMember } from '#core/rules/membership/member';
import type { ReviewEvent } from '#core/rules/risk/review-event';
import type { Block, MemberDocument, ReviewDocument, TallyDocument } from '#core/tables';
import { aCommunity, aMember } from '../../support/documents';

const why = { reason: 'rules', text: '' } as const;
const out: Block = { ...why, at: 7, joinedAt: 1, appeal: 'none' };
const anna = aMember('anna');
const visitor = newMember('c', 'vic', { kind: 'direct' }, 1);
const blocked: MemberDocument = { ...anna, role: 'visitor', joinedAt: null, block: out };

describe('putting somebody out', () => {
  test.each([
    ['nobody', null, 'not_found'],
    ['somebody who never joined', visitor, 'not_found'],
    ['the owner', { ...anna, role: 'owner' as const }, 'owner_stays'],
    ['somebody who is out', blocked, 'already_blocked'],
  ])('of %s is refused, whoever does it', (_whom, member, code) => {
    for (const role of ['owner', 'co_owner'] as const) {
      expect([role, decideBlock({ role }, member, why)]).toMatchObject([role, { kind: 'refused', refusal: { code } }]);
    }
  });

  test('of a co-owner is the owner’s alone', () => {
    const seated = { ...anna, role: 'co_owner' as const };
    expect(decideBlock({ role: 'co_owner' }, seated, why)).toMatchObject({ kind: 'refused', refusal: { code: 'owner_appoints' } });
    expect(decideBlock({ role: 'owner' }, seated, why)).toMatchObject({ kind: 'done' });
  });

  test.each([
    ['nobody', null, 'not_found'],
    ['a member', anna, 'not_blocked'],
  ])('is taken back of nobody who is not out: %s', (_whom, member, code) => {
    expect(decideUnblock(member)).toMatchObject({ kind: 'refused', refusal: { code } });
  });
});

test('what was promised stays with members and with whoever is out, and with nobody who has left for good', () => {
  expect(keepsPromises(anna)).toBe(true);
  expect(keepsPromises(blocked)).toBe(true);
  expect(keepsPromises({ ...blocked, block: { ...out, joinedAt: null } })).toBe(false);
  expect(keepsPromises(visitor)).toBe(false);
  expect(keepsPromises(null)).toBe(false);
});

test('nobody who is out is shown on any board', () => {
  for (const name of ['checkin.week', 'checkin.league', 'invite.all']) {
    expect([isShownOn(anna, name), isShownOn(blocked, name)]).toEqual([true, false]);
  }
});

test.each(['member', 'clerk', 'co_owner'] as const)('taking it back leaves a %s a member with everything else as it was', (role) => {
  const owner = aMember('owner', { role: 'owner' });
  const before = aMember('anna', { role, helped: 3, tags: ['x'] });
  const community = role === 'co_owner' ? withRole(aCommunity(), 'anna', role) : aCommunity();
  const tally: TallyDocument = { id: 'c/tally', members: 2, promises: 0 };
  const loaded = new Map<string, unknown>([
    [community.id, community],
    [owner.id, owner],
    [before.id, before],
    [tally.id, tally],
    ['c/review/anna', undefined],
  ]);
  const workspace = createWorkspace('c', loaded);
  const act = (event: ReviewEvent, at: number) => projectAction(workspace, [event], { actorId: 'owner', at, on: '2026-03-02' });
  act({ kind: 'member_blocked', memberId: 'anna', ...why }, 10);
  expect(workspace.get('member', 'anna')).toMatchObject({ role: 'visitor', joinedAt: null, helped: 3 });
  expect(workspace.get('tally')).toMatchObject({ members: 1, blocked: 1 });
  expect(workspace.get('community')).toEqual(aCommunity());
  act({ kind: 'member_unblocked', memberId: 'anna' }, 20);
  const { watch: _told, ...after } = workspace.get('member', 'anna');
  expect(after).toEqual({ ...before, role: 'member' });
  expect(workspace.get('tally')).toMatchObject({ members: 2, blocked: 0 });
  expect(workspace.get('review', 'anna')).toMatchObject({ state: 'unblocked', blockedAt: null } satisfies Partial<ReviewDocument>);
});
