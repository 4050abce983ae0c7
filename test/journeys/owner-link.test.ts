// An owner comes back to the web app in a new browser: the operator's link says as whom, signs in at its button, and the desk is there.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { databaseFile } from '#server/hosts/node/keeping/database-file';
import { askForOwnerLink } from '#server/hosts/node/keeping/operator-door';
import { ask, communityInput, startTestServer } from '../hosts/node-host';
import { launchBrowser, openPhone } from '../support/browser';

let browser: Browser;
let folder: string;
let server: Awaited<ReturnType<typeof startTestServer>>;
let communityId: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qunhui-owner-link-'));
  [browser, server] = await Promise.all([launchBrowser(), startTestServer({ DATA_DIR: folder })]);
  const { headers } = await ask(server.origin, '/session/visitor', { body: {} });
  const cookie = headers['set-cookie']?.[0]?.split(';', 1)[0] ?? '';
  const body = { input: communityInput, requestId: 'request-0001' };
  const made = await ask(server.origin, '/api/community.create', { body, headers: { cookie, origin: server.origin } });
  communityId = String((made.json?.['value'] as { communityId?: string } | undefined)?.communityId);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

const newLink = async () => String((await askForOwnerLink(databaseFile(folder), communityId))?.link);

test('the button of the link makes a new browser the owner’s, and the link is over then', async () => {
  const link = await newLink();
  const phone = await openPhone(browser);
  await phone.page.goto(link);
  const button = phone.page.getByRole('button', { name: '登录为「幸福里果蔬」的群主' });
  await button.waitFor();
  await phone.screenshot('owner-link-1-button');
  // Whoever only looks, as a preview does, uses nothing up.
  await phone.page.reload();
  await button.click();
  await phone.page.waitForURL(/\/app\//);
  await phone.page.getByText('群主台').waitFor();
  await phone.screenshot('owner-link-2-desk');
  await phone.page.goto('about:blank');
  await phone.page.goto(link);
  await phone.page.getByText('这个链接已经用过').waitFor();
  await phone.screenshot('owner-link-3-over');
  expect(phone.complaints.filter((text) => !text.includes('400'))).toEqual([]);
});
