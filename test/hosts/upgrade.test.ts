// Data folders of every format that there was, each written by the program of its day: opened by today's, whole, and lived in.
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ActionName, contract, type InputOf } from '#core/contract';
import type { CampaignDocument, CouponDocument, JournalDocument, MemberDocument } from '#core/tables';
import { DATA_FORMAT } from '#core/tables';
import { communityOf, tableOf } from '#core/values/ids';
import { openDatabase } from '#server/adapters/store-sqlite/libsql-database';
import { readWholeSqlite } from '#server/adapters/store-sqlite/sqlite-whole';
import { checkData } from '#server/app/check-data';
import { StartProblem } from '#server/hosts/node/environment';
import { openStore } from '#server/hosts/node/open-store';
import type { Store, StoredDocument } from '#server/ports/store';
import { createTown, type Resident } from '../support/town';

const OLDER = join(__dirname, 'older-data');
const older = readdirSync(OLDER).sort();

let folder: string;
let path: string;
let opened: Store[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qunhui-upgrade-'));
  path = join(folder, 'qunhui.db');
  opened = [];
});
afterEach(async () => {
  for (const store of opened) await store.close();
  await rm(folder, { recursive: true, force: true });
});

async function unpack(name: string): Promise<string> {
  const bytes = brotliDecompressSync(await readFile(join(OLDER, name)));
  await writeFile(path, bytes);
  return digest(bytes);
}

const digest = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

async function open(words: string[] = []): Promise<Store> {
  const store = await openStore({ dataDir: folder, databaseUrl: null }, { say: (said) => words.push(said) });
  opened.push(store);
  return store;
}

async function documentsIn(file: string): Promise<StoredDocument[]> {
  const whole = readWholeSqlite(file);
  const documents: StoredDocument[] = [];
  for await (const piece of whole.pieces()) if (piece.kind === 'document') documents.push(piece.document);
  await whole.close();
  return documents;
}

const ofTable = <D>(documents: readonly StoredDocument[], table: string): D[] =>
  documents.filter(({ id }) => tableOf(id) === table) as unknown as D[];

/** What must be the same in whatever words it is kept: who has what, and what has been used. */
function truths(documents: readonly StoredDocument[]) {
  return {
    members: ofTable<MemberDocument>(documents, 'member').map(({ memberId, role, points, joinedAt, sequence }) => [
      memberId,
      role,
      points,
      joinedAt,
      sequence,
    ]),
    days: ofTable<MemberDocument>(documents, 'member').map(({ checkins }) =>
      Object.entries(checkins).map(([plan, { streakDays, totalDays, lastOn }]) => [plan, streakDays, totalDays, lastOn]),
    ),
    coupons: ofTable<CouponDocument>(documents, 'coupon').map(({ id, number, redemption }) => [id, number, redemption?.offFen ?? null]),
    campaigns: ofTable<CampaignDocument>(documents, 'campaign').map(({ campaignId, state, title }) => [campaignId, state, title]),
    journal: ofTable<JournalDocument>(documents, 'journal').map(({ id, stamp, digest: of, entries }) => [id, stamp, of, entries]),
  };
}

/** Refusals that say something of the situation and nothing of the data. */
const SITUATIONS = ['ok', 'not_found', 'not_in_group', 'not_answered'];

/** Asks everything that can be asked about a community, or about a campaign of it, as its owner and as a member. */
async function lookAround(owner: Resident, member: Resident, place: { communityId: string; campaignId?: string }): Promise<void> {
  for (const [action, { kind, who, input }] of Object.entries(contract)) {
    if (kind !== 'view' || !v.is(input, place)) continue;
    const person = who === 'owner' || who === 'co_owner' || who === 'clerk' ? owner : member;
    const code = await person.code(action as ActionName, place as InputOf<ActionName>);
    expect(SITUATIONS, `${action} of ${JSON.stringify(place)}`).toContain(code);
  }
}

describe('older data', () => {
  it.each(older)('%s is upgraded, holds every truth that it held, and is lived in', async (name) => {
    const before = await unpack(name);
    const words: string[] = [];
    await (await open(words)).close();
    expect(words.join('\n')).toMatch(/格式 1 升级到 [\s\S]*qunhui\.format-1\.db/);
    const kept = join(folder, 'qunhui.format-1.db');
    expect(digest(await readFile(kept))).toBe(before);
    const was = await documentsIn(kept);
    expect(truths(await documentsIn(path))).toEqual(truths(was));
    expect((await readdir(folder)).sort()).toEqual(['qunhui.db', 'qunhui.format-1.db']);
    const unchanged: string[] = [];
    const store = await open(unchanged);
    expect(unchanged).toEqual([]);
    const town = createTown({ store });
    const campaigns = ofTable<CampaignDocument>(was, 'campaign');
    const communityId = communityOf(was.find(({ id }) => tableOf(id) === 'community')?.id ?? '');
    town.goTo(Math.max(...ofTable<JournalDocument>(was, 'journal').map(({ at }) => at)) + 60_000);
    const checkedIn = ofTable<MemberDocument>(was, 'member').find(({ checkins }) => Object.keys(checkins).length > 0);
    const names = Array.from({ length: 40 }, (_, index) => `person-${index}`);
    const member = names.map((name) => town.person(name)).find((person) => person.memberIdIn(communityId) === checkedIn?.memberId);
    if (member === undefined) throw new Error('nobody has checked in');
    const owner = town.person('owner');
    await lookAround(owner, member, { communityId });
    const oneOfEach = new Map(campaigns.map(({ type, campaignId }) => [type, campaignId]));
    for (const campaignId of oneOfEach.values()) await lookAround(owner, member, { communityId, campaignId });
    town.nextDay();
    const plan = campaigns.find(({ type }) => type === 'checkin_plan')?.campaignId ?? '';
    expect(await member.code('checkin.checkIn', { communityId, campaignId: plan })).toBe('ok');
    const replies: string[] = [];
    for (const { campaignId, type, state } of campaigns) {
      if (type === 'coupon_drop' && state === 'live') replies.push(await member.code('coupon.claim', { communityId, campaignId }));
    }
    expect(replies).not.toContain('internal');
    await town.runTimer();
    expect(await checkData(store)).toMatchObject({ communities: 1, differences: [] });
  });

  it('is left as it is by whoever only wants to look at it, with the words for what to do', async () => {
    const before = await unpack(older[0] ?? '');
    const refused = openStore({ dataDir: folder, databaseUrl: null });
    await expect(refused).rejects.toThrow(/旧的数据格式[\s\S]*older format/);
    expect(digest(await readFile(path))).toBe(before);
  });

  it('whose journal does not hold together is not upgraded, and nothing of it changes', async () => {
    await unpack(older[0] ?? '');
    const database = openDatabase(path);
    database.execute(
      "DELETE FROM documents WHERE id IN (SELECT id FROM documents WHERE id LIKE '%/journal/%' ORDER BY length(body) DESC LIMIT 3)",
    );
    database.close();
    const before = digest(await readFile(path));
    await expect(open()).rejects.toThrow(StartProblem);
    await expect(open()).rejects.toThrow(/没有升级，数据没有改动/);
    expect(digest(await readFile(path))).toBe(before);
    expect(await readdir(folder)).toEqual(['qunhui.db']);
  });
});

it('data of a newer format is refused in words, and not a byte of it changes', async () => {
  await (await open()).close();
  opened = [];
  const database = openDatabase(path);
  database.execute(`PRAGMA user_version = ${DATA_FORMAT + 1}`);
  database.close();
  const before = digest(await readFile(path));
  await expect(open()).rejects.toThrow(/更新版本的程序写的[\s\S]*newer version of this server/);
  expect(digest(await readFile(path))).toBe(before);
  expect(await readdir(folder)).toEqual(['qunhui.db']);
});
