// Deploying the cloud functions: what is planned, what is done, and what is said when something is in the way. Cloud and command line are played.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { functionsCommand } from '../../scripts/deploy/functions-command';
import { AnOwner } from './an-owner';
import { knownEnvId } from './stand-in-cloud';

let owner: AnOwner;
beforeEach(async () => {
  owner = await new AnOwner().settle();
});
afterEach(() => owner.leave());

const runFolders = () => readdirSync(tmpdir()).filter((name) => name.startsWith('qunhui-deploy-'));

describe('a dry run', () => {
  test('prints the questions, the commands, the files with their sizes and the requests, in order', async () => {
    const { code, said } = await owner.run(functionsCommand, '--dry-run', '--lang', 'en');
    expect(code).toBe(0);
    const order = [
      'DescribeEnvs',
      'GetFunction',
      'DescribeResourcePermission',
      '[1/5] Build the cloud functions',
      '[2/5] Write the settings',
      '"runtime": "Nodejs20.19"',
      '[3/5] Create the cloud function api',
      `$ tcb fn deploy api --envId ${knownEnvId} --region ap-shanghai --deployMode zip --yes`,
      'dist/cloudfunctions/api: 2 files, 31 B',
      'index.js  29 B',
      '[4/5] Create the cloud function timer',
      '[5/5] Set who may call',
      'ModifyResourcePermission',
      '\\"timer\\":{\\"invoke\\":false}',
    ];
    const places = order.map((text) => said.indexOf(text));
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(places).not.toContain(-1);
  });

  test('sends nothing, builds nothing, runs nothing and writes nothing', async () => {
    const before = [readdirSync(owner.root, { recursive: true }), runFolders()];
    await owner.run(functionsCommand, '--dry-run');
    expect(owner.cloud.seen).toEqual([]);
    expect(owner.built).toEqual([]);
    expect(owner.calls()).toEqual([]);
    expect([readdirSync(owner.root, { recursive: true }), runFolders()]).toEqual(before);
  });

  test('covers the values of variables', async () => {
    owner.environment['QUNHUI_FUNCTION_SHOP_TOKEN'] = 'a secret of the shop';
    const { said } = await owner.run(functionsCommand, '--dry-run');
    expect(said).toContain('SHOP_TOKEN');
    expect(said).not.toContain('a secret of the shop');
  });

  test('needs no login, and says where something is not built yet', async () => {
    delete owner.environment['TENCENTCLOUD_SECRETID'];
    owner.remove('dist');
    const { code, said } = await owner.run(functionsCommand, '--dry-run');
    expect(code).toBe(0);
    expect(said).toContain('dist/cloudfunctions/api：还没有构建');
  });
});

describe('a first run', () => {
  test('builds, deploys both functions with their settings, and shuts the timer off from phones', async () => {
    owner.settings({ envId: knownEnvId, templates: { checkin_open: 'a-template-id-of-forty-three-characters-xyz' } });
    const { code, said } = await owner.run(functionsCommand);
    expect(said).toContain('核对无误');
    expect(code).toBe(0);
    expect(owner.built).toEqual(['cloudfunctions']);
    expect(owner.calls().map(({ args }) => args.slice(0, 5))).toEqual([
      ['fn', 'deploy', 'api', '--envId', knownEnvId],
      ['fn', 'deploy', 'timer', '--envId', knownEnvId],
    ]);
    const [api, timer] = owner.calls()[0]?.settings?.functions ?? [];
    expect(api).toMatchObject({ name: 'api', handler: 'index.main', timeout: 20, memorySize: 256, installDependency: false, triggers: [] });
    expect(api).toMatchObject({ envVariables: { REMINDER_TEMPLATE_CHECKIN_OPEN: 'a-template-id-of-forty-three-characters-xyz' } });
    expect(timer).toMatchObject({ triggers: [{ name: 'minute', type: 'timer', config: '0 * * * * * *' }] });
    expect(JSON.parse(owner.cloud.rule)).toEqual({ '*': { invoke: 'auth != null' }, timer: { invoke: false } });
  });

  test('does in the same order exactly what the dry run had printed', async () => {
    const dry = await owner.run(functionsCommand, '--dry-run');
    const real = await owner.run(functionsCommand);
    const titles = (said: string) => said.split('\n').flatMap((line) => /^\[\d+\/\d+\] (.*)/.exec(line)?.[1] ?? []);
    expect(titles(real.said)).toEqual(titles(dry.said));
    const commands = owner.calls().map(({ name, args }) => `$ ${[name, ...args].join(' ')}`);
    for (const command of commands) expect(dry.said).toContain(command);
    for (const action of owner.cloud.changes()) expect(dry.said).toContain(action);
  });

  test('hands the command line its keys in a file that nobody else reads, and takes it away', async () => {
    await owner.run(functionsCommand);
    const [call] = owner.calls();
    expect(JSON.parse(call?.login ?? '{}')).toMatchObject({ credential: { secretId: 'AKIDknown' } });
    expect(call?.args.join(' ')).not.toContain('known-secret');
    expect(existsSync(call?.folder ?? '')).toBe(false);
  });

  test('leaves the rules of other functions as they are', async () => {
    owner.cloud.rule = JSON.stringify({ '*': { invoke: true }, others: { invoke: false } });
    await owner.run(functionsCommand);
    expect(JSON.parse(owner.cloud.rule)).toEqual({ '*': { invoke: true }, others: { invoke: false }, timer: { invoke: false } });
  });
});

describe('a second run', () => {
  test('has nothing to do', async () => {
    await owner.run(functionsCommand);
    const { code, said } = await owner.run(functionsCommand);
    expect(code).toBe(0);
    expect(said).toContain('已经是这一版');
    expect(owner.calls()).toHaveLength(2);
  });

  test('goes on where the first one stopped', async () => {
    owner.cloud.refusals.set('ModifyResourcePermission', 'InternalError');
    const first = await owner.run(functionsCommand);
    expect(first.code).toBe(1);
    expect(first.said).toContain('停在第 4 步（共 4 步）：设置云函数权限');
    owner.cloud.refusals.clear();
    const second = await owner.run(functionsCommand);
    expect(second.code).toBe(0);
    expect(second.said).toContain('[1/1] 设置云函数权限');
    expect(owner.calls()).toHaveLength(2);
  });

  test('deploys again only what was built anew', async () => {
    await owner.run(functionsCommand);
    owner.write('dist/cloudfunctions/api/index.js', 'exports.main = async () => 41;');
    expect((await owner.run(functionsCommand)).code).toBe(0);
    expect(owner.calls().map(({ args }) => args[2])).toEqual(['api', 'timer', 'api']);
  });

  test('replaces a timer whose hours have changed', async () => {
    await owner.run(functionsCommand);
    owner.write('dist/cloudfunctions/timer/config.json', JSON.stringify({ triggers: [{ name: 'minute', config: '0 */5 * * * * *' }] }));
    expect((await owner.run(functionsCommand)).code).toBe(0);
    expect(owner.cloud.functions.get('timer')?.timers).toEqual({ minute: '0 */5 * * * * *' });
  });

  test('keeps what was set by hand in the console', async () => {
    await owner.run(functionsCommand);
    const api = owner.cloud.functions.get('api');
    if (api) api.variables['SHOP_TOKEN'] = 'by hand';
    owner.settings({ envId: knownEnvId, variables: { WECHAT_ENV_VERSION: 'trial' } });
    expect((await owner.run(functionsCommand)).code).toBe(0);
    expect(owner.cloud.functions.get('api')?.variables).toMatchObject({ SHOP_TOKEN: 'by hand', WECHAT_ENV_VERSION: 'trial' });
  });
});

test('a variable that is empty in the settings is taken away', async () => {
  owner.settings({ envId: knownEnvId, variables: { WECHAT_ENV_VERSION: 'trial' } });
  await owner.run(functionsCommand);
  expect(owner.cloud.functions.get('api')?.variables).toMatchObject({ WECHAT_ENV_VERSION: 'trial' });
  owner.settings({ envId: knownEnvId, variables: { WECHAT_ENV_VERSION: '' } });
  expect((await owner.run(functionsCommand)).code).toBe(0);
  expect(owner.cloud.functions.get('api')?.variables).not.toHaveProperty('WECHAT_ENV_VERSION');
});

describe('what is in the way is said in words', () => {
  test('no environment yet', async () => {
    owner.settings({});
    expect(await owner.run(functionsCommand)).toMatchObject({ code: 1, said: expect.stringContaining('还没有云环境') });
    expect(await owner.run(functionsCommand, '--dry-run')).toMatchObject({ code: 1, said: expect.stringContaining('还没有云环境') });
  });

  test('nobody is logged in', async () => {
    delete owner.environment['TENCENTCLOUD_SECRETID'];
    expect(await owner.run(functionsCommand)).toMatchObject({ code: 1, said: expect.stringContaining('npx tcb login') });
    expect(owner.cloud.seen).toEqual([]);
    expect(owner.built).toEqual([]);
  });

  test('wrong keys', async () => {
    owner.environment['TENCENTCLOUD_SECRETKEY'] = 'wrong';
    expect(await owner.run(functionsCommand)).toMatchObject({ code: 1, said: expect.stringContaining('不认这个登录') });
  });

  test('an environment of somebody else, and one that is not paid for', async () => {
    owner.settings({ envId: 'another-env' });
    expect(await owner.run(functionsCommand)).toMatchObject({ code: 1, said: expect.stringContaining('没有云环境 another-env') });
    owner.settings({ envId: knownEnvId });
    owner.cloud.status = 'ISOLATE';
    expect(await owner.run(functionsCommand)).toMatchObject({ code: 1, said: expect.stringContaining('ISOLATE') });
  });

  test('a cloud that cannot be reached', async () => {
    await owner.cloud.stop();
    expect(await owner.run(functionsCommand)).toMatchObject({ code: 1, said: expect.stringContaining('连不上腾讯云') });
    await owner.cloud.start();
  });

  test('a command line that is not there', async () => {
    owner.programs = { ...owner.programs, tcb: [join(owner.root, 'nowhere')] };
    const { code, said } = await owner.run(functionsCommand);
    expect(code).toBe(1);
    expect(said).toContain('程序 tcb 没能启动');
    expect(said).toContain('停在第 2 步');
  });

  test('a command line that ends with a code', async () => {
    owner.programsWill({ endWith: 7 });
    expect(await owner.run(functionsCommand)).toMatchObject({ code: 1, said: expect.stringContaining('程序 tcb 以 7 结束') });
  });

  test('a command line that complains and ends with 0 all the same, as the real one does', async () => {
    owner.programsWill({ say: '✖ [api] 函数部署失败', endWith: 0 });
    expect(await owner.run(functionsCommand)).toMatchObject({
      code: 1,
      said: expect.stringContaining('程序 tcb 说：✖ [api] 函数部署失败'),
    });
  });

  test('a command line that says nothing is wrong while the cloud has nothing', async () => {
    owner.programsWill({ endWith: 0 });
    const { code, said } = await owner.run(functionsCommand);
    expect(code).toBe(1);
    expect(said).toContain('云端看起来还缺');
    expect(said).toContain('创建云函数 api');
  });

  test('Ctrl-C: the program is ended, and no keys are left behind', async () => {
    owner.programsWill({ say: 'uploading', neverEnd: true });
    owner.hear = (line) => {
      if (line.includes('uploading')) owner.stop.abort();
    };
    const { code, said } = await owner.run(functionsCommand);
    expect(code).toBe(1);
    expect(said).toContain('已中断');
    expect(existsSync(owner.calls()[0]?.folder ?? '')).toBe(false);
    expect(owner.calls()).toHaveLength(1);
  });

  test('a function of another runtime', async () => {
    await owner.run(functionsCommand);
    const api = owner.cloud.functions.get('api');
    if (api) owner.cloud.functions.set('api', { ...api, runtime: 'Nodejs8.9' });
    expect(await owner.run(functionsCommand)).toMatchObject({ code: 1, said: expect.stringContaining('是用 Nodejs8.9 创建的') });
  });

  test('rules that cannot be read are not replaced', async () => {
    owner.cloud.rule = '{ not json';
    expect(await owner.run(functionsCommand)).toMatchObject({ code: 1, said: expect.stringContaining('{ not json') });
    expect(owner.cloud.rule).toBe('{ not json');
  });

  test('settings that are no JSON, or hold what nobody knows', async () => {
    owner.write('qunhui.config.json', '{');
    expect(await owner.run(functionsCommand)).toMatchObject({ code: 1, said: expect.stringContaining('不是合法的 JSON') });
    owner.settings({ envID: 'x' });
    expect(await owner.run(functionsCommand)).toMatchObject({ code: 1, said: expect.stringContaining('envID') });
  });

  test('a variable that the command line would change on the way', async () => {
    owner.settings({ envId: knownEnvId, variables: { TABLE: '{"a":1}' } });
    expect(await owner.run(functionsCommand)).toMatchObject({ code: 1, said: expect.stringContaining('TABLE') });
  });

  test('an option that does not exist', async () => {
    expect(await owner.run(functionsCommand, '--fast')).toMatchObject({
      code: 1,
      said: expect.stringContaining('用法：npm run deploy:functions'),
    });
  });
});

describe("the command line's own login", () => {
  const loginPath = () => join(owner.home, '.config/.cloudbase/auth.json');
  const logIn = (credential: object) => {
    mkdirSync(dirname(loginPath()), { recursive: true });
    writeFileSync(loginPath(), JSON.stringify({ credential }));
  };

  beforeEach(() => {
    delete owner.environment['TENCENTCLOUD_SECRETID'];
  });

  test('is used when the environment brings no keys', async () => {
    logIn({ tmpSecretId: 'AKIDknown', tmpSecretKey: 'known-secret', tmpExpired: `${Date.UTC(2026, 10, 25)}` });
    expect((await owner.run(functionsCommand)).code).toBe(0);
    expect(JSON.parse(owner.calls()[0]?.login ?? '{}')).toMatchObject({ credential: { tmpSecretId: 'AKIDknown' } });
  });

  test('is renewed first when it has run out, and it is said when that fails', async () => {
    logIn({ tmpSecretId: 'AKIDknown', tmpSecretKey: 'known-secret', tmpExpired: `${Date.UTC(2026, 10, 23)}` });
    expect(await owner.run(functionsCommand)).toMatchObject({ code: 1, said: expect.stringContaining('登录已经到期') });
    expect(owner.calls().map(({ args }) => args)).toEqual([['env', 'list']]);
  });
});
