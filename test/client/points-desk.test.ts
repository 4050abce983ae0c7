// The owner's side of points on the phone: a policy as it is typed, a member's statement page by page, and one taking back.
import { describe, expect, test } from 'vitest';
import { createCaller } from '#app/features/call';
import { createPointsDesk } from '#app/features/points/create-points-desk';
import { readPolicy, typePolicy } from '#app/features/points/policy-form';
import { countedIds, good, no, type ScriptedAnswer, scriptTransport } from '../support/scripted-transport';

function deskOf(answers: Readonly<Record<string, readonly ScriptedAnswer[]>>) {
  const transport = scriptTransport(answers);
  const caller = createCaller({ send: transport.send, wait: () => Promise.resolve() });
  return { desk: createPointsDesk(caller, countedIds(), () => ({ communityId: 'c1' })), sent: transport.sent };
}

describe('a policy as it is typed', () => {
  const told = { validMonths: 12, pendingDays: 3, free: false };
  const typed = (part: Partial<ReturnType<typeof typePolicy>>) => ({ ...typePolicy(told), ...part });

  test('is what stands there, until something else is typed', () => {
    expect(readPolicy(typePolicy(told), told)).toEqual({
      policy: { validMonths: 12, pendingDays: 3 },
      months: null,
      pendingDays: null,
    });
    expect(typePolicy({ validMonths: null, pendingDays: 0 })).toEqual({ isForever: true, months: '', pendingDays: '0' });
  });

  test.each([
    ['2', { problem: 'too_small', limit: 3 }],
    ['37', { problem: 'too_large', limit: 36 }],
    ['', { problem: 'not_whole' }],
    ['一年', { problem: 'not_whole' }],
    ['11', { problem: 'worse' }],
    ['12', null],
    ['３６', null],
  ] as const)('with %j months says %j', (months, problem) => {
    expect(readPolicy(typed({ months }), told)).toMatchObject({ months: problem, pendingDays: null });
  });

  test.each([
    ['31', { problem: 'too_large', limit: 30 }],
    ['4', { problem: 'worse' }],
    ['3', null],
    ['0', null],
  ] as const)('with a wait of %j days says %j', (pendingDays, problem) => {
    const reading = readPolicy(typed({ pendingDays }), told);
    expect(reading).toMatchObject({ months: null, pendingDays: problem });
    expect(reading.policy === null).toBe(problem !== null);
  });

  test('may be anything within its limits before there is a campaign, and may stop to end at any time', () => {
    const free = { ...told, free: true };
    expect(readPolicy(typed({ months: '3', pendingDays: '30' }), free).policy).toEqual({ validMonths: 3, pendingDays: 30 });
    expect(readPolicy(typed({ isForever: true }), told).policy).toEqual({ validMonths: null, pendingDays: 3 });
    const forever = { ...told, validMonths: null };
    expect(readPolicy(typed({ months: '36' }), forever)).toMatchObject({ policy: null, months: { problem: 'worse' } });
  });
});

test('a statement comes page by page with whose it is, and says why where there is none', async () => {
  const account = { person: { memberId: 'm1', name: null, tag: 'M1M1', avatar: null }, balance: 10, active: 5, pending: 5 };
  const { desk, sent } = deskOf({
    'points.memberStatement': [
      good({ ...account, lines: [{ points: 5 }], cursor: '5~p2' }),
      good({ ...account, lines: [{ points: 5 }], cursor: null }),
      no('not_found', { what: 'member' }),
    ],
  });
  const statement = desk.statementOf('c1', 'm1');
  await statement.refresh();
  await statement.more();
  expect(statement.store.getState()).toMatchObject({ items: [{ points: 5 }, { points: 5 }], head: account, cursor: null });
  expect(sent.map(({ input }) => input)).toEqual([
    { communityId: 'c1', memberId: 'm1' },
    { communityId: 'c1', memberId: 'm1', cursor: '5~p2' },
  ]);
  const nobody = desk.statementOf('c1', 'nobody');
  await nobody.refresh();
  expect(nobody.store.getState().no).toMatchObject({ code: 'not_found', data: { what: 'member' } });
});

test('two taps take a line back once, and a try that was lost is the same one again', async () => {
  const { desk, sent } = deskOf({ 'points.reverse': ['lost', 'lost', 'lost', 'lost', good({ points: 5, shortPoints: 0 })] });
  const grant = { actorId: 'm1', requestId: 'r1', index: 0 };
  const input = { communityId: 'c1', memberId: 'm1', grant, reason: '重复发了一次' };
  const [first, second] = await Promise.all([desk.reverse.run(input), desk.reverse.run(input)]);
  expect([first?.ok, second]).toEqual([false, null]);
  while (desk.reverse.store.getState().no !== null) await desk.reverse.run(input);
  expect(new Set(sent.map(({ requestId }) => requestId)).size).toBe(1);
});
