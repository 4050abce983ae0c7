// What a clerk's phone may say about the moment of a scan, and what it cannot: the code's own minute is signed.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CLOCK_SLACK_MS, judgedAt, LATE_HOURS, lateScanRefusal } from '#core/rules/redemption/late-scan';
import { HOUR_MS, MINUTE_MS } from '#core/values/instant';
import { aRedemption } from '../support/documents';

const issuedAt = 1_000 * HOUR_MS;
const lifeMs = MINUTE_MS;
const unused = { undone: [] };
const undoneAt = (at: number) => ({
  undone: [{ ...aRedemption(at - 1, '2026-03-02'), undoneAt: at, undoneBy: 'owner', undoReason: '扫错了' }],
});
const late = (part: Partial<Parameters<typeof lateScanRefusal>[0]>) =>
  lateScanRefusal({ issuedAt, scannedAt: issuedAt, lifeMs, coupon: unused, at: issuedAt + HOUR_MS, ...part })?.code;

describe('a late scan', () => {
  test.each([
    ['counts to its last moment', { at: issuedAt + LATE_HOURS * HOUR_MS }, undefined],
    ['is too old a millisecond later, whatever the phone says', { at: issuedAt + LATE_HOURS * HOUR_MS + 1 }, 'scan_too_old'],
    ['is of the code’s minute', { scannedAt: issuedAt + lifeMs - 1 }, undefined],
    ['may be late by the slack of a clock', { scannedAt: issuedAt + lifeMs + CLOCK_SLACK_MS - 1 }, undefined],
    ['may not be later', { scannedAt: issuedAt + lifeMs + CLOCK_SLACK_MS }, 'code_expired'],
    ['may be early by the slack of a clock', { scannedAt: issuedAt - CLOCK_SLACK_MS }, undefined],
    ['may not be earlier', { scannedAt: issuedAt - CLOCK_SLACK_MS - 1 }, 'code_expired'],
    ['of a coupon that was given back before the code was shown counts', { coupon: undoneAt(issuedAt - 1) }, undefined],
    ['of a coupon that was used and given back since does not', { coupon: undoneAt(issuedAt) }, 'code_expired'],
  ])('%s', (_name, part, code) => expect(late(part)).toBe(code));

  test('is judged within the code’s own minute and never in the future, whatever a phone says', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 52 }), fc.integer({ min: 0, max: 12 * HOUR_MS }), (scannedAt, since) => {
        const moment = judgedAt({ issuedAt, scannedAt, lifeMs, at: issuedAt + since });
        expect(moment).toBeGreaterThanOrEqual(issuedAt);
        expect(moment).toBeLessThan(issuedAt + lifeMs);
        expect(moment).toBeLessThanOrEqual(issuedAt + since);
      }),
    );
  });
});
