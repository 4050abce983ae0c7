// Subscribe messages in WeChat: its own dialog, which it shows inside of a tap only.
import type { SubscribeAnswer } from '#app/platform/subscribe';

/** WeChat's call as it is; absent in old versions and on some computers. */
interface SubscribePlatform {
  requestSubscribeMessage?(options: {
    readonly tmplIds: readonly string[];
    success(result: Readonly<Record<string, unknown>>): void;
    fail(error: { readonly errCode?: number }): void;
  }): void;
}

/** The most templates that WeChat asks for in one dialog. */
const TEMPLATES_MAX = 5;

/** WeChat's error: the person has turned the main switch of all messages off. */
const SWITCHED_OFF = 20004;

/** Whether this WeChat has the dialog. */
export function canSubscribe(): boolean {
  return typeof (wx as unknown as SubscribePlatform).requestSubscribeMessage === 'function';
}

/** `accept`, and its kinds that ring; `reject`, `ban` and `filter` are all a "no" for now. */
function isAccepted(answer: unknown): boolean {
  return typeof answer === 'string' && answer.startsWith('accept');
}

/** Asks for up to five templates. To be called inside of a tap, before anything is waited for: WeChat refuses at any other time. */
export function askToSubscribe(templateIds: readonly string[]): Promise<SubscribeAnswer> {
  const platform = wx as unknown as SubscribePlatform;
  const tmplIds = templateIds.slice(0, TEMPLATES_MAX);
  if (platform.requestSubscribeMessage === undefined || tmplIds.length === 0) return Promise.resolve({ kind: 'impossible' });
  return new Promise((resolve) => {
    platform.requestSubscribeMessage?.({
      tmplIds,
      success: (result) => resolve({ kind: 'answered', accepted: tmplIds.filter((templateId) => isAccepted(result[templateId])) }),
      fail: ({ errCode }) => resolve({ kind: errCode === SWITCHED_OFF ? 'switched_off' : 'impossible' }),
    });
  });
}
