// Acting a real history out: every good row happens, every bad row is named with its file and line.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const root = resolve(__dirname, '..', '..');
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qunhui-history-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const good = {
  'campaign_descriptions.csv':
    'campaign_id,campaign_type,start_date,end_date\n7,Type A,2024-02-20,2024-03-10\n8,Type B,2024-03-01,2024-03-31\n',
  'campaigns.csv': 'campaign_id,household_id\n7,100\n7,101\n7,102\n7,103\n8,100\n8,200\n',
  'coupon_redemptions.csv':
    'household_id,coupon_upc,campaign_id,redemption_date\n100,55,7,2024-02-29\n100,55,7,2024-02-29\n101,56,7,2024-03-10\n200,57,8,2024-03-31\n',
};

async function replay(files: Readonly<Record<string, string>>, ...more: string[]) {
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const args = ['--import', 'tsx', 'scripts/replay.ts', '--data', folder, ...more];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const pieces: string[] = [];
  child.stdout.on('data', (piece: Buffer) => pieces.push(piece.toString('utf8')));
  child.stderr.on('data', (piece: Buffer) => pieces.push(piece.toString('utf8')));
  const [code] = (await once(child, 'close')) as [number];
  return { code, text: pieces.join('') };
}

describe('a replay', () => {
  it('makes every redemption happen once, on its own day, several of one household on one day included', async () => {
    const { code, text } = await replay(good);
    expect(text).toMatch(/^7 +Type A +4 +3 +3 +50\.0 %$/m);
    expect(text).toMatch(/^8 +Type B +2 +1 +1 +50\.0 %$/m);
    expect(text).toContain('All 4 redemptions are there, none twice');
    expect(text).toContain('no differences');
    expect(code).toBe(0);
  });

  it('names each bad row with file and line, goes on with the rest, and says so by its exit code', async () => {
    const { code, text } = await replay({
      'campaign_descriptions.csv': `${good['campaign_descriptions.csv']}9,Type C,2024-02-30,2024-03-10\n10,Type C,2024-05-02,2024-05-01\n7,Type A,2024-02-20,2024-03-10\n`,
      'campaigns.csv': `${good['campaigns.csv']}99,100\n8\n7,100\n`,
      'coupon_redemptions.csv': `${good['coupon_redemptions.csv']}100,55,99,2024-03-01\n100,55,7,2024-03-11\n200,55,7,2024-03-01\n100,55,8\n100,55,8,soon\n`,
    });
    for (const line of [
      'campaign_descriptions.csv:4: start_date "2024-02-30" is not a day',
      'campaign_descriptions.csv:5: campaign 10 ends before it starts',
      'campaign_descriptions.csv:6: campaign 7 is described twice',
      'campaigns.csv:8: campaign 99 is unknown',
      'campaigns.csv:9: household_id is missing',
      'campaigns.csv:10: household 100 received campaign 7 twice',
      'coupon_redemptions.csv:6: campaign 99 is unknown',
      'coupon_redemptions.csv:7: 2024-03-11 lies outside of campaign 7 (2024-02-20 to 2024-03-10)',
      'coupon_redemptions.csv:8: household 200 never received campaign 7',
      'coupon_redemptions.csv:9: redemption_date is missing',
      'coupon_redemptions.csv:10: redemption_date "soon" is not a day',
    ]) {
      expect(text).toContain(line);
    }
    expect(text).toContain('11 bad rows were left out.');
    expect(text).toContain('All 4 redemptions are there, none twice');
    expect(code).toBe(1);
  });

  it('says which column or file is missing', async () => {
    const { code, text } = await replay({ ...good, 'coupon_redemptions.csv': 'household_id,campaign_id\n100,7\n' });
    expect(text).toContain('coupon_redemptions.csv:1: the column redemption_date is missing');
    expect(text).toContain('All 0 redemptions are there');
    expect(code).toBe(1);
    await rm(join(folder, 'campaign_descriptions.csv'));
    const empty = await replay({});
    expect(empty.text).toContain('campaign_descriptions.csv:0: the file is missing or cannot be read');
    expect(empty.code).toBe(1);
  });

  it('keeps its database where it is told to, and never mixes into one that is there', async () => {
    const kept = join(folder, 'kept');
    expect((await replay(good, '--data-dir', kept)).code).toBe(0);
    const again = await replay(good, '--data-dir', kept);
    expect(again.text).toContain('already holds a community');
    expect(again.code).toBe(1);
  });
});
