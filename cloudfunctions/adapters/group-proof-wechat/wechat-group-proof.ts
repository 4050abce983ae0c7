// WeChat's group proof: a cloudID that WeChat itself has opened, for this very caller, on the way into the function.
import { createHash } from 'node:crypto';
import { isIdPart } from '#core/values/ids';
import { type Instant, SECOND_MS } from '#core/values/instant';
import { Fault } from '#server/ports/fault';
import { type CheckedProof, type GroupProof, PROOF_CLOCK_SKEW_MS, PROOF_LIFE_MS } from '#server/ports/group-proof';

/** What one invocation brought besides the input: the `group` field of the event, and what WeChat says about it and the caller. */
export interface OpenedGroup {
  readonly personKey: string;
  readonly appId: string;
  /**
   * The fields of the event that WeChat put there, from OPEN_DATA_INFO; a field that is not among them is the phone's invention.
   * Null when the platform left OPEN_DATA_INFO empty, which its documentation allows.
   */
  readonly openedKeys: readonly string[] | null;
  readonly group: unknown;
}

/** What the adapter is made of. */
export interface WechatGroupProofParts {
  /** What the current invocation brought, or null. */
  opened(): OpenedGroup | null;
  /** Asks WeChat to open one cloudID of the current caller: an entry with the fields `cloudID` and `data`, or anything else. */
  openCloudId(cloudId: string): Promise<unknown>;
}

/** WeChat's words for a cloudID: not valid, too old, not this caller's. They come in the entry, or as the error of the whole call. */
const CLOUD_ID_INVALID = -601005;
const CLOUD_ID_EXPIRED = -601006;
const CLOUD_ID_OF_ANOTHER = -601007;

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}

/**
 * Asks WeChat to open a cloudID.
 * @throws Fault('wechat_unavailable') when WeChat says nothing about it
 */
async function askWechat(openCloudId: WechatGroupProofParts['openCloudId'], proof: string): Promise<unknown> {
  try {
    return await openCloudId(proof);
  } catch (cause) {
    const errCode = fieldOf(cause, 'errCode');
    if (errCode === CLOUD_ID_INVALID || errCode === CLOUD_ID_EXPIRED || errCode === CLOUD_ID_OF_ANOTHER) return { cloudID: proof, errCode };
    throw new Fault('wechat_unavailable', 'WeChat does not open a cloudID', { cause });
  }
}

/** Reads what WeChat opened: for our own app, of a chat that is a group, and at most five minutes ago. */
function readOpening(entry: unknown, proof: string, appId: string, now: Instant): CheckedProof | 'invalid' | 'expired' {
  if (fieldOf(entry, 'cloudID') !== proof) return 'invalid';
  if (fieldOf(entry, 'errCode') === CLOUD_ID_EXPIRED) return 'expired';
  const opening = fieldOf(entry, 'data');
  const watermark = fieldOf(opening, 'watermark');
  const stampedAt = Number(fieldOf(watermark, 'timestamp')) * SECOND_MS;
  const groupId = fieldOf(opening, 'opengid');
  if (appId === '' || fieldOf(watermark, 'appid') !== appId) return 'invalid';
  if (!Number.isFinite(stampedAt) || stampedAt - now > PROOF_CLOCK_SKEW_MS) return 'invalid';
  if (now - stampedAt >= PROOF_LIFE_MS) return 'expired';
  if (typeof groupId !== 'string' || !isIdPart(groupId)) return 'invalid';
  return { groupId, digest: createHash('sha256').update(proof).digest('hex') };
}

/**
 * Creates WeChat's group proof. The proof in the input is the cloudID; it counts only if WeChat opened that same cloudID in the field
 * `group` of this invocation, or opens it when it is asked from here. A plain object of the right shape, sent by a phone, never does.
 */
export function createWechatGroupProof({ opened, openCloudId }: WechatGroupProofParts): GroupProof {
  return {
    async check(proof, personKey, now) {
      const brought = opened();
      if (brought === null || brought.personKey !== personKey) return 'invalid';
      // Believed without proof, as it only says no: a phone that writes this itself is refused all the same.
      if (fieldOf(brought.group, 'cloudID') === proof && fieldOf(brought.group, 'errCode') === CLOUD_ID_EXPIRED) return 'expired';
      if (brought.openedKeys === null) return readOpening(await askWechat(openCloudId, proof), proof, brought.appId, now);
      if (!brought.openedKeys.includes('group')) return 'invalid';
      return readOpening(brought.group, proof, brought.appId, now);
    },
  };
}
