// What the counter accepts and for how long: digits, tokens, scan tokens and invite tokens.
import { describe, expect, it } from 'vitest';
import { createHmacCodes } from '#server/adapters/codes-hmac/hmac-codes';
import { CODE_LIFE_MS, type RecognisedCode, SCAN_LIFE_MS } from '#server/ports/codes';

const codes = createHmacCodes('a secret of the installation');
const coupon = 'c1/coupon/drop/anna/1';
const other = 'c1/coupon/drop/bert/1';
const now = Date.UTC(2026, 2, 1, 12, 0, 7);

function matches(recognised: RecognisedCode, couponId: string): string {
  return recognised.kind === 'candidate' ? recognised.matches(couponId) : 'unknown';
}

describe('a rotating code', () => {
  const code = codes.issue(coupon, codes.couponNumber(coupon), now);

  it.each(['digits', 'token'] as const)('as %s is accepted until the last millisecond of its minute, then called expired', (kind) => {
    expect(matches(codes.recognise(code[kind], now), coupon)).toBe('valid');
    expect(matches(codes.recognise(code[kind], code.expiresAt - 1), coupon)).toBe('valid');
    expect(matches(codes.recognise(code[kind], code.expiresAt), coupon)).toBe('expired');
  });

  it('never lives longer than a minute and has at least fifty seconds left when it is shown', () => {
    for (let at = now; at < now + 20_000; at += 499) {
      const shown = codes.issue(coupon, codes.couponNumber(coupon), at);
      expect(shown.expiresAt - shown.issuedAt).toBe(CODE_LIFE_MS);
      expect(shown.expiresAt - at).toBeGreaterThan(50_000);
      expect(shown.expiresAt - at).toBeLessThanOrEqual(CODE_LIFE_MS);
    }
  });

  it('of one coupon never matches another, even under the same number', () => {
    expect(matches(codes.recognise(code.token, now), other)).toBe('no');
    const wrong = Array.from({ length: 20 }, (_, step) => codes.issue(coupon, '123456', now + step * 600_000));
    const accepted = wrong.filter((one) => matches(codes.recognise(one.digits, one.issuedAt), other) === 'valid');
    expect(accepted.length).toBeLessThan(2);
  });

  it('cannot be made with another secret, nor kept alive by altering its time', () => {
    const forged = createHmacCodes('another secret').issue(coupon, code.digits.slice(0, 6), now);
    expect(matches(codes.recognise(forged.token, now), coupon)).toBe('no');
    const [number, issued = '', signed] = code.token.split('~');
    const later = (Number.parseInt(issued, 36) + 60_000).toString(36);
    expect(matches(codes.recognise([number, later, signed].join('~'), now), coupon)).toBe('no');
  });

  it('may be typed with spaces, dashes or full-width digits', () => {
    const { digits } = code;
    const wide = [...digits].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('');
    for (const typed of [`${digits.slice(0, 6)} ${digits.slice(6)}`, `${digits.slice(0, 3)}-${digits.slice(3)}`, ` ${digits} `, wide]) {
      expect(matches(codes.recognise(typed, now), coupon)).toBe('valid');
    }
  });

  it.each(['', '12345', '12345678901', 'hello', '123456~~', `${'9'.repeat(5000)}`])('is not seen in %s', (input) => {
    expect(codes.recognise(input, now).kind).toBe('unknown');
  });

  it('fits into a small QR code and the contract', () => {
    expect(code.token.length).toBeLessThan(60);
    expect(code.digits).toMatch(/^\d{10}$/);
    expect(codes.couponNumber(coupon)).toBe(codes.couponNumber(coupon));
  });
});

describe('a scan token', () => {
  const scanned = { couponId: coupon, undone: 1, judgedAt: null };
  const token = codes.scanToken(scanned, 'clerk1', now);

  it('stands for its coupon until the last millisecond of five minutes', () => {
    expect(codes.openScan(token, 'clerk1', now + SCAN_LIFE_MS - 1)).toEqual(scanned);
    expect(codes.openScan(token, 'clerk1', now + SCAN_LIFE_MS)).toBe('expired');
  });

  it('is worth nothing to another clerk, for another coupon, or altered', () => {
    expect(codes.openScan(token, 'clerk2', now)).toBe('unknown');
    expect(codes.openScan(token.replace('anna', 'bert'), 'clerk1', now)).toBe('unknown');
    expect(codes.openScan(token.replace('~1~', '~2~'), 'clerk1', now)).toBe('unknown');
    expect(codes.openScan(`${token.slice(0, -1)}2`, 'clerk1', now)).toBe('unknown');
    expect(codes.openScan('nonsense', 'clerk1', now)).toBe('unknown');
  });

  it('carries the moment of a scan without a network, which nobody can move', () => {
    const late = { ...scanned, judgedAt: now - 1_000 };
    const own = codes.scanToken(late, 'clerk1', now);
    expect(codes.openScan(own, 'clerk1', now)).toEqual(late);
    expect(codes.openScan(own.replace(late.judgedAt.toString(36), now.toString(36)), 'clerk1', now)).toBe('unknown');
    expect(codes.openScan(own.replace(late.judgedAt.toString(36), ''), 'clerk1', now)).toBe('unknown');
  });

  it('fits into the contract for the longest id', () => {
    expect(codes.scanToken({ couponId: 'x'.repeat(300), undone: 9_999, judgedAt: now }, 'clerk1', now).length).toBeLessThanOrEqual(400);
  });
});

describe('an invite token', () => {
  it('is the same for the same campaign and inviter, opaque, and fits a mini-code', () => {
    const token = codes.inviteToken('c1', 'friends', 'anna');
    expect(token).toMatch(/^[a-z2-7]{16}$/);
    expect(codes.inviteToken('c1', 'friends', 'anna')).toBe(token);
    expect(codes.inviteToken('c1', 'friends', 'bert')).not.toBe(token);
    expect(codes.inviteToken('c2', 'friends', 'anna')).not.toBe(token);
  });
});
