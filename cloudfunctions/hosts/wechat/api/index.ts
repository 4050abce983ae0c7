// The cloud function `api`: every action of the product in one warm function.
import { getOpenData, getWXContext } from 'wx-server-sdk';
import { systemClock } from '#server/adapters/clock-system/system-clock';
import { createJsonLog } from '#server/adapters/log-json/json-log';
import { createPostgresStore } from '#server/adapters/store-postgres/create-postgres-store';
import { createMain } from '#server/hosts/wechat/api/create-main';
import { Fault } from '#server/ports/fault';

/** An instance serves one request at a time: one connection to write, and so the database has room for many instances. */
const LANES = 1;

/** What CloudBase calls. */
export const main = createMain({
  context: getWXContext,
  openCloudId: async (cloudId) => (await getOpenData({ list: [cloudId] })).list[0],
  clock: systemClock,
  log: createJsonLog((line) => console.log(line.trimEnd()), systemClock),
  async openStore() {
    const url = process.env.DATABASE_URL;
    if (url === undefined || url === '') {
      throw new Fault(
        'not_configured',
        'Set the environment variable DATABASE_URL of this cloud function to the address of a PostgreSQL server.',
      );
    }
    return createPostgresStore({ url, lanes: LANES });
  },
});
