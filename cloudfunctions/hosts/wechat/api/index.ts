// The cloud function `api`: every action of the product in one warm function.
import { getOpenData, getWXContext } from 'wx-server-sdk';
import { systemClock } from '#server/adapters/clock-system/system-clock';
import { createJsonLog } from '#server/adapters/log-json/json-log';
import { createMain } from '#server/hosts/wechat/api/create-main';
import { openMessenger } from '#server/hosts/wechat/open-messenger';
import { openStore } from '#server/hosts/wechat/open-store';

const log = createJsonLog((line) => console.log(line.trimEnd()), systemClock);

/** What CloudBase calls. */
export const main = createMain({
  context: getWXContext,
  openCloudId: async (cloudId) => (await getOpenData({ list: [cloudId] })).list[0],
  messenger: openMessenger(log),
  clock: systemClock,
  log,
  openStore,
});
