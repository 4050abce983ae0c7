// WeChat's group proof: a cloudID that WeChat itself has opened, for this very caller, on the way into the function.
import { createHash } from 'node:crypto';
import { isIdPart } from '#core/values/ids';
import { SECOND_MS } from '#core/values/instant';
import { type GroupProof, PROOF_LIFE_MS } from '#server/ports/group-proof';

/** What one invocation brought besides the input: the `group` field of the event, and what WeChat says about it and the caller. */
export interface OpenedGroup {
  readonly personKey: string;
  readonly appId: string;
  /** The fields of the event that WeChat put there, from OPEN_DATA_INFO; a field that is not among them is the phone's invention. */
  readonly openedKeys: readonly string[];
  readonly group: unknown;
}

const CLOUD_ID_EXPIRED = -601006;
const CLOCK_SKEW_MS = 60 * SECOND_MS;

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}

/**
 * Creates WeChat's group proof. `openedNow` gives what the current invocation brought, or null.
 * The proof in the input is the cloudID; it counts only if WeChat opened that same cloudID in the field `group` of this
 * invocation, for our own app and at most five minutes ago. A plain object of the right shape, sent by a phone, never does.
 */
export function createWechatGroupProof(openedNow: () => OpenedGroup | null): GroupProof {
  return {
    async check(proof, personKey, now) {
      const opened = openedNow();
      if (opened === null || opened.personKey !== personKey) return 'invalid';
      if (!opened.openedKeys.includes('group')) return 'invalid';
      if (fieldOf(opened.group, 'cloudID') !== proof) return 'invalid';
      if (fieldOf(opened.group, 'errCode') === CLOUD_ID_EXPIRED) return 'expired';
      const opening = fieldOf(opened.group, 'data');
      const watermark = fieldOf(opening, 'watermark');
      const stampedAt = Number(fieldOf(watermark, 'timestamp')) * SECOND_MS;
      const groupId = fieldOf(opening, 'opengid');
      if (opened.appId === '' || fieldOf(watermark, 'appid') !== opened.appId) return 'invalid';
      if (!Number.isFinite(stampedAt) || stampedAt - now > CLOCK_SKEW_MS) return 'invalid';
      if (now - stampedAt > PROOF_LIFE_MS) return 'expired';
      if (typeof groupId !== 'string' || !isIdPart(groupId)) return 'invalid';
      return { groupId, digest: createHash('sha256').update(proof).digest('hex') };
    },
  };
}
