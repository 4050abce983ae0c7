// The cloud function `api`: every action of the product in one warm function.
import { getOpenData, getWXContext, openapi } from 'wx-server-sdk';
import { systemClock } from '#server/adapters/clock-system/system-clock';
import { createJsonLog } from '#server/adapters/log-json/json-log';
import { createWechatMiniCode, environmentVersion } from '#server/adapters/mini-code-wechat/wechat-mini-code';
import { createMain } from '#server/hosts/wechat/api/create-main';
import { openContent } from '#server/hosts/wechat/open-content';
import { openMessenger } from '#server/hosts/wechat/open-messenger';
import { openStore } from '#server/hosts/wechat/open-store';

const log = createJsonLog((line) => console.log(line.trimEnd()), systemClock);

/** What CloudBase calls. */
export const main = createMain({
  context: getWXContext,
  openCloudId: async (cloudId) => (await getOpenData({ list: [cloudId] })).list[0],
  messenger: openMessenger(log),
  ...openContent(),
  foundingOpen: process.env.QUNHUI_OPEN_FOUNDING === '1',
  miniCode: createWechatMiniCode({
    getUnlimited: (options) => openapi.wxacode.getUnlimited(options),
    version: environmentVersion(process.env.WECHAT_ENV_VERSION),
  }),
  clock: systemClock,
  log,
  openStore,
});
