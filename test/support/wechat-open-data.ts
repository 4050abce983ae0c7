// Encrypts as WeChat does for its open data: AES-128-CBC with the session's key, PKCS#7, everything in base64.
import { createCipheriv, randomBytes } from 'node:crypto';

/** The two texts that a phone gets from WeChat, as the JSON that our phone sends. */
export function sealOpenData(content: unknown, sessionKey: Buffer): string {
  const iv = randomBytes(16);
  const cipher = createCipheriv('aes-128-cbc', sessionKey, iv);
  const encryptedData = Buffer.concat([cipher.update(JSON.stringify(content), 'utf8'), cipher.final()]).toString('base64');
  return JSON.stringify({ encryptedData, iv: iv.toString('base64') });
}
