// Making the database's collection and indexes: what is planned, done and said. The cloud is played.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CLOUDBASE_COLLECTION, cloudBaseIndexes } from '#server/adapters/store-cloudbase/stored-document';
import { indexesCommand } from '../../scripts/deploy/indexes-command';
import { AnOwner } from './an-owner';
import { knownEnvId } from './stand-in-cloud';

let owner: AnOwner;
beforeEach(async () => {
  owner = await new AnOwner().settle();
});
afterEach(() => owner.leave());

const collection = () => owner.cloud.collections.get(CLOUDBASE_COLLECTION);

describe('a dry run', () => {
  test('prints the questions and one request per collection and index, and sends none', async () => {
    const { code, said } = await owner.run(indexesCommand, '--dry-run', '--lang', 'en');
    expect(code).toBe(0);
    expect(said).toContain('DescribeTables');
    expect(said.match(/ {2}CreateTable$/gm)).toHaveLength(1);
    expect(said.match(/ {2}UpdateTable$/gm)).toHaveLength(cloudBaseIndexes.length);
    expect(said).toContain('"AclTag":"ADMINONLY"');
    expect(owner.cloud.seen).toEqual([]);
  });

  test('refuses without an environment', async () => {
    owner.settings({});
    expect(await owner.run(indexesCommand, '--dry-run')).toMatchObject({ code: 1, said: expect.stringContaining('还没有云环境') });
  });
});

describe('a run', () => {
  test('makes a collection that nobody but the functions reaches, with every index that the store declares', async () => {
    const { code, said } = await owner.run(indexesCommand);
    expect(said).toContain('核对无误');
    expect(code).toBe(0);
    expect(collection()?.access).toBe('ADMINONLY');
    expect(collection()?.indexes).toEqual(
      cloudBaseIndexes.map(({ name, unique, keys }) => ({
        Name: name,
        Unique: unique,
        Keys: keys.map((key) => ({ Name: key.name, Direction: key.direction })),
      })),
    );
  });

  test('sends what the dry run had printed', async () => {
    const dry = await owner.run(indexesCommand, '--dry-run');
    await owner.run(indexesCommand);
    for (const { action, parameters } of owner.cloud.seen) {
      if (!/^(Create|Update|Modify)/.test(action)) continue;
      const printed = JSON.stringify(parameters)
        .replaceAll('tnt-stand-in', '<DescribeEnvs: Databases[0].InstanceId>')
        .replaceAll('bucket-stand-in', '<DescribeEnvs: Storages[0].Bucket>');
      expect(dry.said).toContain(printed);
    }
    expect(owner.cloud.changes()).toHaveLength(2 + cloudBaseIndexes.length);
  });

  test('says what is there already and does nothing twice', async () => {
    await owner.run(indexesCommand);
    const changes = owner.cloud.changes().length;
    const { code, said } = await owner.run(indexesCommand);
    expect(code).toBe(0);
    expect(said).toContain(`集合 ${CLOUDBASE_COLLECTION} 已经存在`);
    for (const { name } of cloudBaseIndexes) expect(said).toContain(`索引 ${CLOUDBASE_COLLECTION}.${name} 已经存在`);
    expect(said).toContain('都已就绪');
    expect(owner.cloud.changes()).toHaveLength(changes);
  });

  test('shuts off a collection that phones could reach, such as one made by hand', async () => {
    owner.cloud.collections.set(CLOUDBASE_COLLECTION, { access: 'PRIVATE', indexes: [] });
    const { code, said } = await owner.run(indexesCommand);
    expect(code).toBe(0);
    expect(said).toContain('从 PRIVATE 改为仅管理端可读写');
    expect(collection()?.access).toBe('ADMINONLY');
  });

  test('lets everybody see the files and nobody but the functions write them, unless a rule of her own says otherwise', async () => {
    await owner.run(indexesCommand);
    expect(owner.cloud.files).toBe('ADMINWRITE');
    owner.cloud.files = 'CUSTOM';
    const { code, said } = await owner.run(indexesCommand);
    expect(code).toBe(0);
    expect(said).toContain('云存储用的是自定义安全规则');
    expect(owner.cloud.files).toBe('CUSTOM');
  });

  test('goes on where it stopped', async () => {
    owner.cloud.refusals.set('UpdateTable', 'LimitExceeded');
    const first = await owner.run(indexesCommand);
    expect(first.code).toBe(1);
    expect(first.said).toContain('额度或频率用完了');
    expect(first.said).toContain(`前面 1 步已经完成`);
    owner.cloud.refusals.clear();
    const second = await owner.run(indexesCommand);
    expect(second.code).toBe(0);
    expect(owner.cloud.changes().filter((action) => action === 'CreateTable')).toHaveLength(1);
  });

  test('drops no index that differs from the declaration: it says how it differs', async () => {
    const [declared] = cloudBaseIndexes;
    const other = { Name: declared?.name ?? '', Unique: false, Keys: [{ Name: 'owner', Direction: '-1' }] };
    owner.cloud.collections.set(CLOUDBASE_COLLECTION, { access: 'ADMINONLY', indexes: [other] });
    const { code, said } = await owner.run(indexesCommand);
    expect(code).toBe(1);
    expect(said).toContain('owner↓');
    expect(owner.cloud.changes()).toEqual([]);
  });

  test('says that an account may not', async () => {
    owner.cloud.refusals.set('DescribeTables', 'UnauthorizedOperation');
    expect(await owner.run(indexesCommand)).toMatchObject({ code: 1, said: expect.stringContaining('QcloudTCBFullAccess') });
  });

  test('asks in the region that the settings name', async () => {
    owner.settings({ envId: knownEnvId, region: 'ap-guangzhou' });
    await owner.run(indexesCommand);
    expect(new Set(owner.cloud.seen.map(({ region }) => region))).toEqual(new Set(['ap-guangzhou']));
  });
});
