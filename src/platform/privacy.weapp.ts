// WeChat's privacy check. None of its APIs answers by a promise, whatever Taro's types say: all of them take callbacks.
import { createPrivacyDesk, type PrivacyAnswer } from '#app/platform/privacy-desk';

interface PrivacyApis {
  onNeedPrivacyAuthorization?(listener: (resolve: (answer: PrivacyAnswer) => void) => void): void;
  getPrivacySetting?(options: { success(setting: { privacyContractName?: string }): void; fail(): void }): void;
  openPrivacyContract?(options: { fail(error: unknown): void }): void;
}

const apis = wx as unknown as PrivacyApis;

/** The one desk; an older WeChat has no privacy check and asks nothing. */
export const privacyDesk = createPrivacyDesk();

apis.onNeedPrivacyAuthorization?.((resolve) => privacyDesk.ask(resolve));

/** What WeChat calls the guide of this mini-program, such as 《群惠小程序隐私保护指引》; null where it does not say. */
export function privacyGuideName(): Promise<string | null> {
  return new Promise((resolve) => {
    if (apis.getPrivacySetting === undefined) return resolve(null);
    apis.getPrivacySetting({ success: ({ privacyContractName }) => resolve(privacyContractName ?? null), fail: () => resolve(null) });
  });
}

/** Opens WeChat's own page of the guide. */
export function openPrivacyGuide(): void {
  apis.openPrivacyContract?.({ fail: (error) => privacyDesk.report(error) });
}
