// What an owner is told before going live: everything that is there, and how to get each thing that is not.
import { spawnSync } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkCommand } from '../../scripts/deploy/check-command';
import { AnOwner } from './an-owner';
import { knownEnvId } from './stand-in-cloud';

const uploadKey = 'private.wx0123456789abcdef.key';
const template = 'abcdefghijklmnopqrstuvwxyz0123456789abcdefg';

let owner: AnOwner;
beforeEach(async () => {
  owner = await new AnOwner().settle();
});
afterEach(() => owner.leave());

/** The lines of one kind: ✗ blocks, ! lacks, □ by hand. */
const linesOf = (said: string, sign: string) => said.split('\n').filter((line) => line.startsWith(sign));

test('with everything in place nothing blocks, and what only a person can see is listed', async () => {
  owner.settings({
    envId: knownEnvId,
    uploadKey,
    templates: { coupon_expiring: template, checkin_open: template, standing_fading: template },
  });
  const { code, said } = await owner.run(checkCommand);
  expect(said).toContain('没有缺什么');
  expect(code).toBe(0);
  expect(linesOf(said, '✗')).toEqual([]);
  expect(linesOf(said, '!')).toEqual([]);
  expect(linesOf(said, '□').join()).toContain('subscribeMessage.send');
  expect(owner.cloud.seen).toEqual([]);
});

test('reminders without a template are missing, and block nothing', async () => {
  const { code, said } = await owner.run(checkCommand);
  expect(code).toBe(0);
  expect(linesOf(said, '!')).toHaveLength(3);
  expect(said).toContain('优惠券名称、优惠内容、到期时间、适用门店');
});

describe('each missing thing blocks, with the way to get it', () => {
  const missing: readonly (readonly [string, (one: AnOwner) => void, string, string])[] = [
    ['the app id', (one) => one.write('project.config.json', '{"appid":"touristappid"}'), '还没有小程序 AppID', 'mp.weixin.qq.com'],
    ['an app id in its form', (one) => one.write('project.config.json', '{"appid":"wx12"}'), '不像微信的 AppID', 'mp.weixin.qq.com'],
    ['the environment', (one) => one.settings({ uploadKey }), '还没有云环境', '开通'],
    ['the login', (one) => delete one.environment['TENCENTCLOUD_SECRETKEY'], '还没有登录腾讯云', 'npx tcb login'],
    ['the upload key', (one) => one.settings({ envId: knownEnvId }), '还没有代码上传密钥', '小程序代码上传'],
    ['the file of the upload key', (one) => one.remove(uploadKey), '没有找到代码上传密钥', '小程序代码上传'],
    ['a key in that file', (one) => one.write(uploadKey, 'hello'), '不是代码上传密钥', '小程序代码上传'],
    ['the built mini-program', (one) => one.remove('dist/weapp'), 'dist/weapp 还没有构建', 'npm run build -- weapp'],
    ['the built api', (one) => one.remove('dist/cloudfunctions/api'), 'api 还没有构建', 'npm run build -- cloudfunctions'],
    ['the built timer', (one) => one.remove('dist/cloudfunctions/timer'), 'timer 还没有构建', 'npm run build -- cloudfunctions'],
    [
      'a template id in its form',
      (one) => one.settings({ envId: knownEnvId, uploadKey, templates: { checkin_open: 'x' } }),
      '「打卡提醒」的设置不对',
      '公共模板库',
    ],
    ['a package within the limit', (one) => one.write('dist/weapp/large.js', ' '.repeat(2_200_000)), '包超过微信的 2 MB', 'sizes'],
  ];

  test.each(missing)('%s', async (_, takeAway, says, how) => {
    takeAway(owner);
    const { code, said } = await owner.run(checkCommand);
    expect(code).toBe(1);
    const lines = said.split('\n');
    const at = lines.findIndex((line) => line.startsWith('✗') && line.includes(says));
    expect(lines[at + 1]).toContain(how);
    expect(linesOf(said, '✗')).toHaveLength(1);
  });

  test('an upload key that git keeps', async () => {
    spawnSync('git', ['init', '-q'], { cwd: owner.root });
    expect((await owner.run(checkCommand)).code).toBe(0);
    spawnSync('git', ['add', uploadKey], { cwd: owner.root });
    expect(await owner.run(checkCommand)).toMatchObject({ code: 1, said: expect.stringContaining('git rm --cached') });
  });
});

test('everything is also said in English', async () => {
  owner.settings({});
  const { said } = await owner.run(checkCommand, '--lang', 'en');
  expect(said).toContain('No cloud environment yet');
  const words = said.split('\n').filter((line) => line.startsWith('✗'));
  for (const line of words) expect(line).not.toMatch(/\p{Script=Han}/u);
});
