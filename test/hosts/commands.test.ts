// The commands that print: the contract, and the check of the data.
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { contract } from '#core/contract';
import { policyRuleIds } from '#core/rules/policy/rule-ids';
import { createSqliteStore } from '#server/adapters/store-sqlite/create-sqlite-store';
import { createTown, openShop } from '../support/town';

const root = resolve(__dirname, '..', '..');
const run = (script: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  promisify(execFile)(process.execPath, ['--import', 'tsx', script, ...args], {
    cwd: root,
    env: { PATH: process.env.PATH, ...env },
    maxBuffer: 1e8,
  });

it('prints every action of the contract with who, kind, shapes and refusals', async () => {
  const { stdout } = await run('scripts/actions.ts', ['--json']);
  const printed: { name: string; who: string; input: { type: string }; output: { type: string }; refusals: string[] }[] =
    JSON.parse(stdout);
  expect(printed.map(({ name }) => name)).toEqual(Object.keys(contract));
  for (const { input, output } of printed) expect([input.type, output.type]).toEqual(['object', 'object']);
  expect(printed.find(({ name }) => name === 'coupon.claim')).toMatchObject({
    who: 'member',
    kind: 'change',
    input: { properties: { communityId: { type: 'string' }, campaignId: { type: 'string' } }, additionalProperties: false },
    refusals: expect.arrayContaining(['sold_out', 'not_in_group', 'limit_reached']),
  });
});

it('prints the table that the README carries', async () => {
  const { stdout } = await run('scripts/actions.ts', []);
  expect(stdout.trim().split('\n')).toHaveLength(Object.keys(contract).length + 2);
  const readme = await readFile(join(__dirname, '..', '..', 'README.md'), 'utf8');
  expect(/<!-- actions:[^>]*-->\n([\s\S]*?)\n<!-- \/actions -->/.exec(readme)?.[1]).toBe(stdout.trim());
});

it('prints the table of operation rules that docs/policy.md carries', async () => {
  const { stdout } = await run('scripts/policy.ts', []);
  expect(stdout.trim().split('\n')).toHaveLength(policyRuleIds.length + 2);
  const page = await readFile(join(__dirname, '..', '..', 'docs', 'policy.md'), 'utf8');
  expect(/<!-- policy:[^>]*-->\n([\s\S]*?)\n<!-- \/policy -->/.exec(page)?.[1]).toBe(stdout.trim());
});

it('writes the archive of a community, which reads back line by line and names nobody', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'qunhui-archive-'));
  const store = await createSqliteStore({ path: join(folder, 'qunhui.db') });
  const shop = await openShop(createTown({ store }));
  const { communityId } = shop;
  const anna = await shop.member('anna');
  await anna.get('membership.showName', { communityId, nickname: '小林同学' });
  await anna.get('coupon.claim', { communityId, campaignId: await shop.publish({ type: 'coupon_drop' }) });
  await store.close();
  const out = join(folder, 'archive');
  await run('scripts/archive.ts', ['--data', folder, '--community', communityId, '--out', out]);
  const text = await readFile(join(out, 'archive.jsonl'), 'utf8');
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { record: string; reason: string });
  expect(lines.map(({ record, reason }) => `${record} ${reason}`)).toEqual(['rules draft', 'rules published', 'recipient claim']);
  const table = await readFile(join(out, 'archive.csv'), 'utf8');
  expect(table.trimEnd().split('\r\n')).toHaveLength(lines.length + 1);
  expect(text + table).not.toContain('小林同学');
  await rm(folder, { recursive: true, force: true });
});

it('finds no differences in a store where nothing has happened, and says what it looked at', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'qunhui-check-'));
  await (await createSqliteStore({ path: join(folder, 'qunhui.db') })).close();
  const { stdout } = await run('scripts/check-data.ts', [], { DATA_DIR: folder });
  expect(stdout).toContain('no differences');
  await rm(folder, { recursive: true, force: true });
});

describe('where nothing is', () => {
  const nowhere = join(tmpdir(), 'qunhui-nowhere');

  it.each([
    ['scripts/check-data.ts', [], { DATA_DIR: nowhere }],
    ['scripts/backup.ts', ['--to', join(nowhere, 'backup.jsonl')], { DATA_DIR: nowhere }],
    ['scripts/archive.ts', ['--data', nowhere, '--community', 'tea', '--out', join(nowhere, 'archive')], {}],
    ['scripts/archive.ts', ['--community', 'tea', '--out', join(nowhere, 'archive')], { DATA_DIR: nowhere }],
  ])('%s says so, ends with 1 and makes nothing', async (script, args, env) => {
    await expect(run(script, args, env)).rejects.toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/^.*qunhui-nowhere.qunhui\.db 不存在[^\n]*Nothing was made\.\n$/),
    });
    await expect(stat(nowhere)).rejects.toThrow('ENOENT');
  });

  it('the check looks into an empty folder without leaving anything in it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'qunhui-empty-'));
    await expect(run('scripts/check-data.ts', [], { DATA_DIR: folder })).rejects.toMatchObject({ code: 1, stdout: '' });
    expect(await readdir(folder)).toEqual([]);
    await rm(folder, { recursive: true, force: true });
  });

  it('the archive of a community that does not exist is not written', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'qunhui-archive-'));
    await (await createSqliteStore({ path: join(folder, 'qunhui.db') })).close();
    const written = run('scripts/archive.ts', ['--community', 'tea', '--out', join(folder, 'archive')], { DATA_DIR: folder });
    await expect(written).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('没有社群 tea') });
    expect(await readdir(folder)).toEqual(['qunhui.db']);
    await rm(folder, { recursive: true, force: true });
  });
});
