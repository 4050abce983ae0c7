// Actions as calls of the one cloud function.
import { isWireReply, NoReply, type Send } from '#app/platform/wire';

/** The group proof that an input carries, wherever the contract puts it. */
function proofOf(input: unknown): string | undefined {
  const fields = input as { proof?: unknown; group?: { proof?: unknown } } | null;
  const proof = fields?.proof ?? fields?.group?.proof;
  return typeof proof === 'string' ? proof : undefined;
}

/**
 * Sends one action. WeChat only resolves a cloudID in a field at the top of the call, so a proof travels twice: inside the
 * input as the contract says, and beside it as `group`, where the platform replaces it by what it knows.
 */
export const callCloud: Send = async (action, input, requestId) => {
  const proof = proofOf(input);
  const group = proof === undefined ? {} : { group: wx.cloud.CloudID(proof) };
  let result: unknown;
  try {
    ({ result } = await wx.cloud.callFunction({ name: 'api', data: { action, input, requestId, ...group } }));
  } catch (cause) {
    throw new NoReply('no reply from the cloud function', { cause });
  }
  if (!isWireReply(result)) throw new NoReply('the answer is not a reply');
  return result;
};
