// The identity of one tap: made when a person taps, kept while the phone tries again.

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** A new request id: the moment and 16 letters by chance. It is unique per person, and it is no secret. */
export function newRequestId(): string {
  let letters = '';
  for (let index = 0; index < 16; index += 1) letters += LETTERS.charAt(Math.floor(Math.random() * LETTERS.length));
  return `${Date.now().toString(36)}-${letters}`;
}
