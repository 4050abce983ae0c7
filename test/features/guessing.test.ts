// What is short enough to be guessed, and how far guessing comes: the chances follow from the lengths and the limits, and are stated here.
import { beforeAll, describe, expect, test } from 'vitest';
import { SECOND_MS } from '#core/values/instant';
import { createHmacCodes } from '#server/adapters/codes-hmac/hmac-codes';
import { CODE_LIFE_MS } from '#server/ports/codes';
import { openCounter } from '../support/counter';
import { createTown } from '../support/town';

type Counter = Awaited<ReturnType<typeof openCounter>>;
let counter: Counter;

beforeAll(async () => {
  counter = await openCounter({}, createTown({ actionsPerMinute: 240 }));
});

/** Digits that are wrong, and each time others: of coupons that do not exist. */
let tried = 0;
function wrongDigits(): string {
  tried += 1;
  return String(tried).padStart(10, '0');
}

const guess = ({ cashier, communityId }: Counter) => cashier.call('redemption.scan', { communityId, code: wrongDigits() });

describe('the digits of a code', () => {
  test('may be wrong three times at once, then once in five seconds, and the right ones wait as well', async () => {
    const { anna, cashier, coupon, communityId, owner, town } = counter;
    const codes: string[] = [];
    for (let n = 0; n < 3; n += 1) codes.push((await guess(counter)).ok ? 'ok' : 'no');
    expect(codes).toEqual(['no', 'no', 'no']);
    const right = async () => {
      const { code } = await anna.get('redemption.code', coupon);
      return cashier.call('redemption.scan', { communityId, code: code.digits });
    };
    expect(await right()).toEqual({ ok: false, code: 'slow_down', data: { seconds: 5 } });
    // Another counter goes on.
    expect(await owner.code('redemption.scan', { communityId, code: wrongDigits() })).toBe('code_unknown');
    town.wait(5 * SECOND_MS);
    expect((await right()).ok).toBe(true);
  });

  test('cost nothing while they are right', async () => {
    const { town, scan } = counter;
    town.wait(60 * SECOND_MS);
    for (let n = 0; n < 20; n += 1) expect(await scan()).toBeTruthy();
  });

  test('are not tried more often by asking for many at once', async () => {
    counter.town.wait(60 * SECOND_MS);
    const replies = await Promise.all(Array.from({ length: 50 }, () => guess(counter)));
    expect(replies.filter((reply) => !reply.ok && reply.code === 'code_unknown')).toHaveLength(3);
  });

  test('are found while they live with a chance of one in eighty where the number is known, and of one in 800,000 among a hundred coupons where not', async () => {
    const { town } = counter;
    town.wait(60 * SECOND_MS);
    let answered = 0;
    // As long as digits can be right: their life, and the ten seconds before, for a process whose clock is ahead.
    for (let waited = 0; waited < CODE_LIFE_MS + 10 * SECOND_MS; waited += 250) {
      const reply = await guess(counter);
      if (!reply.ok && reply.code === 'code_unknown') answered += 1;
      town.wait(250);
    }
    expect(answered).toBe(16);
    const codes = createHmacCodes('any');
    const at = 1_000_000 * CODE_LIFE_MS;
    const steps = Array.from({ length: 20 }, (_, step) => (step - 10) * 10 * SECOND_MS);
    const living = steps.filter((ago) => {
      const recognised = codes.recognise(codes.issue('c/coupon/x/m/1', '123456', at - ago).digits, at);
      return recognised.kind === 'candidate' && recognised.matches('c/coupon/x/m/1') === 'valid';
    });
    expect(living).toHaveLength(7);
    // Four digits rotate; the six before them say which coupon it is.
    const known = (answered * living.length) / 10 ** 4;
    expect(1 / known).toBeGreaterThan(80);
    const coupons = 100;
    expect(1 / (known * (coupons / 10 ** 6))).toBeGreaterThan(800_000);
  });
});

describe('what nobody types', () => {
  const YEAR_OF_GUESSES = 240 * 60 * 24 * 366;

  test('is long enough that a year of guessing by a thousand people finds none of a million', async () => {
    const { anna, coupon, scan, owner, publish, communityId } = counter;
    const { code } = await anna.get('redemption.code', coupon);
    const invites = await publish({ type: 'invite_reward' });
    const { token } = await anna.get('invite.create', { communityId, campaignId: invites });
    const signatures = { code: [code.token.split('~').at(-1), 64], scan: [(await scan()).split('~')[3], 64], invite: [token, 32] } as const;
    expect(owner.proof().split('.').at(-1)?.length).toBeGreaterThanOrEqual(32);
    for (const [text = '', letters] of Object.values(signatures)) {
      const possible = letters ** text.length;
      expect((YEAR_OF_GUESSES * 1_000 * 1_000_000) / possible).toBeLessThan(1e-6);
    }
  });
});
