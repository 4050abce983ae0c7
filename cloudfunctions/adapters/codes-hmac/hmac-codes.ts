// Codes from a keyed digest: nothing about them is stored, so showing one costs no write and works on any process.
import type { Instant } from '#core/values/instant';
import { SECOND_MS } from '#core/values/instant';
import { keyedDigest, sameText, signature, toBase32 } from '#server/adapters/signing/sign';
import { CODE_LIFE_MS, type Codes, type RecognisedCode, SCAN_LIFE_MS } from '#server/ports/codes';

const STEP_MS = 10 * SECOND_MS;
const LIVE_STEPS = CODE_LIFE_MS / STEP_MS;
/** How far back digits are still recognised as having been right, so that the counter hears "expired" and not "unknown". */
const REMEMBERED_STEPS = LIVE_STEPS * 5;
const INVITE_TOKEN_LENGTH = 16;

const DIGITS = /^(\d{6})(\d{4})$/;
const TOKEN = /^(\d{6})~([0-9a-z]{1,11})~([A-Za-z0-9_-]{32})$/;
const SCAN = /^([0-9a-z]{1,11})~(\d{1,4})~([0-9a-z]{0,11})~([A-Za-z0-9_-]{32})~([A-Za-z0-9_./-]{1,300})$/;

function decimal(digest: Buffer, digits: number): string {
  return String(digest.readUIntBE(0, 6) % 10 ** digits).padStart(digits, '0');
}

function age(issued: string, now: Instant): number {
  return now - Number.parseInt(issued, 36);
}

/**
 * Creates codes from one secret. Time goes in steps of ten seconds: a code is issued as of the beginning of its step, so that
 * digits and token of one moment die together, sixty seconds later to the millisecond. A phone that asks late in a step gets a
 * code with fifty seconds left, and asks again in time.
 */
export function createHmacCodes(secret: string): Codes {
  const numberOf = (couponId: string) => decimal(keyedDigest(secret, 'number', couponId), 6);
  const stepDigits = (couponId: string, step: number) => decimal(keyedDigest(secret, 'digits', couponId, String(step)), 4);
  const tokenSignature = (couponId: string, number: string, issued: string) => signature(secret, 'token', couponId, number, issued);
  const scanSignature = (...said: string[]) => signature(secret, 'scan', ...said);

  function digitsMatch(couponId: string, given: string, now: Instant): 'valid' | 'expired' | 'no' {
    const current = Math.floor(now / STEP_MS);
    let answer: 'valid' | 'expired' | 'no' = 'no';
    // Every step is compared, whatever was found before, so that the time taken tells nothing.
    // One step ahead counts too: the process that issued the digits may have a clock a little before this one's.
    for (let back = REMEMBERED_STEPS - 1; back >= -1; back -= 1) {
      if (sameText(given, stepDigits(couponId, current - back))) answer = back < LIVE_STEPS ? 'valid' : 'expired';
    }
    return answer;
  }

  function recognise(input: string, now: Instant): RecognisedCode {
    const text = input.normalize('NFKC').trim();
    const token = TOKEN.exec(text);
    if (token !== null) {
      const [, number = '', issued = '', signed = ''] = token;
      return {
        kind: 'candidate',
        number,
        issuedAt: Number.parseInt(issued, 36),
        matches(couponId) {
          if (!sameText(signed, tokenSignature(couponId, number, issued))) return 'no';
          return age(issued, now) < CODE_LIFE_MS ? 'valid' : 'expired';
        },
      };
    }
    const digits = DIGITS.exec(text.replace(/[\s-]/g, ''));
    if (digits === null) return { kind: 'unknown' };
    const [, number = '', rotating = ''] = digits;
    return { kind: 'candidate', number, issuedAt: null, matches: (couponId) => digitsMatch(couponId, rotating, now) };
  }

  return {
    couponNumber: numberOf,
    recognise,
    issue(couponId, number, now) {
      const step = Math.floor(now / STEP_MS);
      const issuedAt = step * STEP_MS;
      const issued = issuedAt.toString(36);
      return {
        digits: `${number}${stepDigits(couponId, step)}`,
        token: `${number}~${issued}~${tokenSignature(couponId, number, issued)}`,
        issuedAt,
        expiresAt: issuedAt + CODE_LIFE_MS,
      };
    },
    scanToken({ couponId, undone, judgedAt }, clerkId, now) {
      const issued = now.toString(36);
      const judged = judgedAt?.toString(36) ?? '';
      return `${issued}~${undone}~${judged}~${scanSignature(couponId, String(undone), judged, clerkId, issued)}~${couponId}`;
    },
    openScan(token, clerkId, now) {
      const match = SCAN.exec(token);
      if (match === null) return 'unknown';
      const [, issued = '', undone = '', judged = '', signed = '', couponId = ''] = match;
      if (!sameText(signed, scanSignature(couponId, undone, judged, clerkId, issued))) return 'unknown';
      const judgedAt = judged === '' ? null : Number.parseInt(judged, 36);
      return age(issued, now) < SCAN_LIFE_MS ? { couponId, undone: Number(undone), judgedAt } : 'expired';
    },
    inviteToken: (communityId, campaignId, inviterId) =>
      toBase32(keyedDigest(secret, 'invite', communityId, campaignId, inviterId), INVITE_TOKEN_LENGTH),
  };
}
