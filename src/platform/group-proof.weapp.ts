// Group proofs in WeChat: a cloudID of the group that the app was opened from, which only the server can resolve.

interface GroupEnter {
  getGroupEnterInfo(options: { success(result: { cloudID?: string }): void; fail(): void }): void;
}

/** A fresh proof of the group that the app was opened from; null anywhere else. It lives for five minutes. */
export function askForProof(): Promise<string | null> {
  return new Promise((resolve) => {
    (wx as unknown as GroupEnter).getGroupEnterInfo({ success: (result) => resolve(result.cloudID ?? null), fail: () => resolve(null) });
  });
}

/** The proof at a launch: WeChat is asked each time, as what stands in a query could be anybody's. */
export function takeLaunchProof(): Promise<string | null> {
  return askForProof();
}
