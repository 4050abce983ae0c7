// Asking a document database what we assume of it: the stand-in answers as assumed, and a stand-in that answers otherwise is told apart.
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { CLOUDBASE_COLLECTION } from '#server/adapters/store-cloudbase/stored-document';
import { probeQuestions } from '../../scripts/deploy/probe-questions';
import { enterCloudBase } from '../support/cloudbase/enter-cloud-base';
import { AnOwner } from './an-owner';

let nowMs = Date.UTC(2026, 10, 24);
const cloudBase = await enterCloudBase({ collections: [CLOUDBASE_COLLECTION], clock: () => nowMs });
const { openCloudBaseDatabase } = await import('#server/adapters/store-cloudbase/cloudbase-database');
const { probeCommand } = await import('../../scripts/deploy/probe-command');

let owner: AnOwner;
beforeEach(async () => {
  cloudBase.reset();
  owner = await new AnOwner().settle();
  owner.openDatabase = () => openCloudBaseDatabase({ timeoutMs: 5_000 });
  owner.pause = async (milliseconds) => {
    nowMs += milliseconds;
  };
});
afterEach(() => owner.leave());
afterAll(() => cloudBase.stop());

test('the stand-in answers every question as we assume', async () => {
  const { code, said } = await owner.run(probeCommand);
  expect(said).toContain('都和假设一样');
  expect(code).toBe(0);
  expect(said.match(/^✓/gm)).toHaveLength(probeQuestions.filter(({ assumes }) => !assumes.en.startsWith('nothing')).length);
});

test('it leaves only tokens behind, and no open transaction', async () => {
  await owner.run(probeCommand);
  expect(cloudBase.openTransactions).toBe(0);
  nowMs += 11 * 60_000;
  await openCloudBaseDatabase({ timeoutMs: 5_000 }).removeTokens(nowMs - 10 * 60_000);
  expect(await openCloudBaseDatabase({ timeoutMs: 5_000 }).count({ _id: { from: '' } })).toBe(0);
});

test('an answer that we do not know is shown in its own words, with the place to change', async () => {
  cloudBase.faults.inject({
    action: 'database.insertDocument',
    occurrence: 4,
    fault: { kind: 'error', code: 'SOMETHING_NEW', message: 'duplicated, said in other words' },
  });
  const { code, said } = await owner.run(probeCommand, '--lang', 'en');
  expect(code).toBe(1);
  expect(said).toContain('duplicated, said in other words');
  expect(said).toContain('cloudbase-failure.ts (`EXISTS`)');
});

test('a dry run lists the questions and asks none', async () => {
  cloudBase.clearLog();
  const { code, said } = await owner.run(probeCommand, '--dry-run');
  expect(code).toBe(0);
  for (const { asks } of probeQuestions) expect(said).toContain(asks.zh);
  expect(cloudBase.requests).toEqual([]);
  expect(owner.cloud.seen).toEqual([]);
});
