// WeChat's group proof on our own server: data that WeChat encrypted for this person's session, opened with its key.
import { createDecipheriv, createHash } from 'node:crypto';
import * as v from 'valibot';
import { isIdPart } from '#core/values/ids';
import type { Instant } from '#core/values/instant';
import { SECOND_MS } from '#core/values/instant';
import { type GroupProof, PROOF_CLOCK_SKEW_MS, PROOF_LIFE_MS } from '#server/ports/group-proof';

/** What the adapter is made of. */
export interface EncryptedGroupProofParts {
  /** Our own app: what was encrypted for another one is not believed. */
  readonly appId: string;
  /** The session key that WeChat gave at this person's last login, base64; null when there is none. */
  sessionKeyOf(personKey: string): Promise<string | null>;
}

/** The proof as the phone sends it: the two texts of `wx.getGroupEnterInfo` as JSON. */
const sealed = v.strictObject({ encryptedData: v.pipe(v.string(), v.base64()), iv: v.pipe(v.string(), v.base64()) });

const opened = v.object({ opengid: v.string(), watermark: v.object({ appid: v.string(), timestamp: v.number() }) });

const KEY_BYTES = 16;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** AES-128-CBC with PKCS#7 padding, as WeChat's open data is encrypted; null when the key does not fit. */
function decrypt(encryptedData: string, iv: string, sessionKey: string): unknown {
  const key = Buffer.from(sessionKey, 'base64');
  const vector = Buffer.from(iv, 'base64');
  if (key.length !== KEY_BYTES || vector.length !== KEY_BYTES) return null;
  try {
    const decipher = createDecipheriv('aes-128-cbc', key, vector);
    return parsed(Buffer.concat([decipher.update(Buffer.from(encryptedData, 'base64')), decipher.final()]).toString('utf8'));
  } catch {
    return null;
  }
}

/**
 * Creates the proof. What does not open with the person's own session key is invalid, and so is everything that a phone makes up:
 * it does not know the key. A key that WeChat has renewed since makes a proof invalid too; the phone logs in again and asks anew.
 */
export function createEncryptedGroupProof({ appId, sessionKeyOf }: EncryptedGroupProofParts): GroupProof {
  return {
    async check(proof: string, personKey: string, now: Instant) {
      const given = v.safeParse(sealed, parsed(proof));
      if (!given.success) return 'invalid';
      const sessionKey = await sessionKeyOf(personKey);
      if (sessionKey === null) return 'invalid';
      const content = v.safeParse(opened, decrypt(given.output.encryptedData, given.output.iv, sessionKey));
      if (!content.success) return 'invalid';
      const { opengid, watermark } = content.output;
      const stampedAt = watermark.timestamp * SECOND_MS;
      if (watermark.appid !== appId || !isIdPart(opengid) || stampedAt - now > PROOF_CLOCK_SKEW_MS) return 'invalid';
      if (now - stampedAt >= PROOF_LIFE_MS) return 'expired';
      // Of the bytes: base64 can spell the same ones in several ways, and each proof counts once.
      const digest = createHash('sha256').update(Buffer.from(given.output.encryptedData, 'base64')).digest('hex');
      return { groupId: opengid, digest };
    },
  };
}
