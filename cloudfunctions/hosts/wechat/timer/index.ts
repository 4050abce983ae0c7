// The cloud function `timer`: what no person's tap starts, and what WeChat has to tell.
import { getWXContext } from 'wx-server-sdk';
import { SECOND_MS } from '#core/values/instant';
import { systemClock } from '#server/adapters/clock-system/system-clock';
import { createHmacCodes } from '#server/adapters/codes-hmac/hmac-codes';
import { cryptoDice } from '#server/adapters/dice-crypto/crypto-dice';
import { createJsonLog } from '#server/adapters/log-json/json-log';
import { loadInstallationSecrets } from '#server/adapters/signing/installation-secret';
import { openContent } from '#server/hosts/wechat/open-content';
import { openMessenger } from '#server/hosts/wechat/open-messenger';
import { openStore, watchSignatures } from '#server/hosts/wechat/open-store';
import { createTimerMain } from '#server/hosts/wechat/timer/create-timer-main';
import { pushHandlers } from '#server/hosts/wechat/timer/push-events';

/** The function is given a minute; what was begun last has to end within it too. */
const BUDGET_MS = 40 * SECOND_MS;

const log = createJsonLog((line) => console.log(line.trimEnd()), systemClock);

const messenger = openMessenger(log);
const { pictures } = openContent();

/** What CloudBase calls. */
export const main = createTimerMain({
  context: getWXContext,
  clock: systemClock,
  dice: cryptoDice,
  log,
  handlers: pushHandlers,
  budgetMs: BUDGET_MS,
  async open(forget) {
    const opened = await openStore();
    const store = watchSignatures(opened, forget);
    const secrets = await loadInstallationSecrets(store);
    return { store, sweepStore: () => opened.sweep(), codes: createHmacCodes(secrets.codes), dice: cryptoDice, messenger, pictures, log };
  },
});
