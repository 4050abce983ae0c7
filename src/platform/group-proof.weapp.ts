// Group proofs in WeChat: what only the server can open, of the group that the app was opened from.
import { ownServer } from '#app/platform/own-server';
import { type ProofAnswer, proofIn } from '#app/platform/proof-answer';
import { serverAddress } from '#app/platform/server-address';

interface GroupEnterInfo {
  readonly cloudID?: string;
  readonly encryptedData?: string;
  readonly iv?: string;
}

/** WeChat's call as it is: callbacks only, whatever Taro's types say; absent in old versions and on some computers. */
interface GroupEnter {
  getGroupEnterInfo?(options: { success(result: GroupEnterInfo): void; fail(error: { errCode?: number; errno?: number }): void }): void;
  checkSession(options: { success(): void; fail(): void }): void;
}

/** WeChat's error: the person is no longer in the group of the card. */
const LEFT_GROUP = 65206;
/** WeChat's error: the app was not opened from a group. */
const OTHER_SCENE = 40097;

function answerOf(info: GroupEnterInfo): ProofAnswer {
  if (serverAddress === '') return info.cloudID ? { proof: info.cloudID } : { none: 'cannot_tell' };
  const { encryptedData, iv } = info;
  return encryptedData && iv ? { proof: JSON.stringify({ encryptedData, iv }) } : { none: 'cannot_tell' };
}

function noneOf(error: { errCode?: number; errno?: number }): ProofAnswer {
  const code = error.errCode ?? error.errno;
  if (code === LEFT_GROUP) return { none: 'left_group' };
  return { none: code === OTHER_SCENE ? 'not_from_group' : 'cannot_tell' };
}

/** Makes sure that our own server holds the key that WeChat encrypts with now. */
async function keepSessionFresh(platform: GroupEnter): Promise<void> {
  const isFresh = await new Promise<boolean>((resolve) =>
    platform.checkSession({ success: () => resolve(true), fail: () => resolve(false) }),
  );
  if (!isFresh) await ownServer.renew();
}

/** A fresh proof of the group that the app was opened from. It lives for five minutes. */
export async function askForProof(): Promise<ProofAnswer> {
  const platform = wx as unknown as GroupEnter;
  if (platform.getGroupEnterInfo === undefined) return { none: 'cannot_tell' };
  if (serverAddress !== '') await keepSessionFresh(platform);
  return new Promise((resolve) => {
    platform.getGroupEnterInfo?.({ success: (info) => resolve(answerOf(info)), fail: (error) => resolve(noneOf(error)) });
  });
}

/** The proof at a launch: WeChat is asked each time, as what stands in a query could be anybody's. */
export async function takeLaunchProof(): Promise<string | null> {
  return proofIn(await askForProof());
}
