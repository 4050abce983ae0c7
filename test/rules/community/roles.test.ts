// Roles: which reaches which, who gives which to whom, and in which order somebody hears why not.
import { describe, expect, test } from 'vitest';
import { decideAppoint } from '#core/rules/community/appointing';
import {
  CO_OWNERS_MAX,
  type GivenRole,
  givenRoles,
  isStaff,
  mayGive,
  mayPutOut,
  reaches,
  runsTheDesk,
  withRole,
} from '#core/rules/community/roles';
import type { Role } from '#core/tables';
import { aCommunity, aMember, morningOf } from '../../support/documents';

const roles: readonly Role[] = ['visitor', 'member', 'clerk', 'co_owner', 'owner'];

describe('a role', () => {
  test('reaches itself and every one below, and none above', () => {
    for (const [place, role] of roles.entries()) expect(roles.filter((needed) => reaches(role, needed))).toEqual(roles.slice(0, place + 1));
  });

  test('from clerk on works for the shop, from co-owner on runs the desk', () => {
    expect(roles.filter(isStaff)).toEqual(['clerk', 'co_owner', 'owner']);
    expect(roles.filter(runsTheDesk)).toEqual(['co_owner', 'owner']);
    expect(runsTheDesk(undefined)).toBe(false);
  });

  test.each<[by: Role, given: Partial<Record<Role, readonly GivenRole[]>>]>([
    ['owner', { member: givenRoles, clerk: givenRoles, co_owner: givenRoles }],
    ['co_owner', { member: ['clerk', 'member'], clerk: ['clerk', 'member'] }],
    ['clerk', {}],
    ['member', {}],
    ['visitor', {}],
  ])('is given by %s to these and no others', (by, given) => {
    for (const now of roles) expect([now, givenRoles.filter((role) => mayGive(by, now, role))]).toEqual([now, given[now] ?? []]);
  });
});

test('whoever runs the desk puts out those below, the owner a co-owner too, and nobody the owner or themselves', () => {
  const putOutBy = (by: Role) => roles.filter((now) => mayPutOut(by, now));
  expect(putOutBy('owner')).toEqual(['visitor', 'member', 'clerk', 'co_owner']);
  expect(putOutBy('co_owner')).toEqual(['visitor', 'member', 'clerk']);
  for (const by of ['clerk', 'member', 'visitor'] as const) expect([by, putOutBy(by)]).toEqual([by, []]);
});

describe('a community', () => {
  test('knows its co-owners in the order in which they came, each once, and says nothing where there are none', () => {
    const one = withRole(aCommunity(), 'anna', 'co_owner');
    const two = withRole(withRole(one, 'ben', 'co_owner'), 'anna', 'co_owner');
    expect([one.coOwners, two.coOwners]).toEqual([['anna'], ['anna', 'ben']]);
    expect(withRole(two, 'ben', 'clerk').coOwners).toEqual(['anna']);
    expect(withRole(one, 'anna', 'member')).toEqual(aCommunity());
  });
});

describe('whoever appoints hears', () => {
  const joinedAt = morningOf('2026-03-01');
  const full = { coOwners: Array.from({ length: CO_OWNERS_MAX }, (_, n) => `co-owner-${n}`) };
  const appoint = (by: Role, now: Role | null, role: GivenRole, community: { coOwners?: readonly string[] } = full) => {
    const member = now === null ? null : aMember('anna', { role: now, joinedAt });
    const decision = decideAppoint({ community, by: { role: by }, member, role });
    return decision.kind === 'refused' ? decision.refusal.code : decision.events;
  };

  test('that nobody is there, then that the owner stays, then whose it is to say, then that there are enough', () => {
    expect(appoint('co_owner', null, 'co_owner')).toBe('not_found');
    expect(appoint('co_owner', 'owner', 'co_owner')).toBe('owner_stays');
    expect(appoint('co_owner', 'member', 'co_owner')).toBe('owner_appoints');
    expect(appoint('owner', 'member', 'co_owner')).toBe('too_many_co_owners');
    expect(appoint('owner', 'member', 'co_owner', {})).toEqual([{ kind: 'role_given', memberId: 'anna', role: 'co_owner' }]);
  });

  test('nothing of a full desk who appoints a clerk, dismisses a co-owner, or appoints one again', () => {
    expect(appoint('owner', 'member', 'clerk')).toEqual([{ kind: 'role_given', memberId: 'anna', role: 'clerk' }]);
    expect(appoint('owner', 'co_owner', 'clerk')).toEqual([{ kind: 'role_given', memberId: 'anna', role: 'clerk' }]);
    expect(appoint('owner', 'co_owner', 'co_owner', { coOwners: [...full.coOwners.slice(1), 'anna'] })).toEqual([
      { kind: 'role_given', memberId: 'anna', role: 'co_owner' },
    ]);
  });
});
