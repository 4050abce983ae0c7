// Uploading the mini-program: what is planned, done and said. WeChat's uploader is played.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { uploadCommand } from '../../scripts/deploy/upload-command';
import { AnOwner } from './an-owner';

let owner: AnOwner;
beforeEach(async () => {
  owner = await new AnOwner().settle();
});
afterEach(() => owner.leave());

describe('an upload', () => {
  test('builds, then hands over the version, the description, the robot, the app and the key', async () => {
    const { code, said } = await owner.run(uploadCommand, '--description', '第一版', '--robot', '3');
    expect(code).toBe(0);
    expect(said).toContain('已上传 1.2.3');
    expect(owner.built).toEqual(['weapp']);
    const [call] = owner.calls();
    expect(call?.args).toEqual([
      'upload',
      ...['--appid', 'wx0123456789abcdef', '--project-path', owner.root],
      ...['--private-key-path', `${owner.root}/private.wx0123456789abcdef.key`],
      ...['--upload-version', '1.2.3', '--upload-description', '第一版', '--robot', '3', '--use-project-config'],
    ]);
    // It leaves a folder of its own where it runs.
    expect(call?.folder).not.toContain(owner.root);
  });

  test('as a preview gives a picture to scan', async () => {
    const { code, said } = await owner.run(uploadCommand, '--preview');
    expect(code).toBe(0);
    expect(said).toContain('用微信扫 dist/preview.jpg');
    expect(owner.calls()[0]?.args[0]).toBe('preview');
    expect(owner.calls()[0]?.args.slice(-4)).toEqual([
      '--qrcode-format',
      'image',
      '--qrcode-output-dest',
      `${owner.root}/dist/preview.jpg`,
    ]);
  });

  test('as a dry run prints the same command and what it carries, and starts nothing', async () => {
    const { code, said } = await owner.run(uploadCommand, '--dry-run', '--description', 'two words');
    expect(code).toBe(0);
    expect(owner.built).toEqual([]);
    expect(owner.calls()).toEqual([]);
    await owner.run(uploadCommand, '--description', 'two words');
    const [call] = owner.calls();
    const command = call?.args.map((argument) => (argument.includes(' ') ? `'${argument}'` : argument)).join(' ');
    expect(said).toContain(`$ miniprogram-ci ${command}`);
    expect(said).toContain('dist/weapp：3 个文件');
    expect(said).toContain('packages/owner/index.js  9 B');
  });

  test('says so when WeChat does not take it', async () => {
    owner.programsWill({ say: 'Error: invalid ip', endWith: 1 });
    const { code, said } = await owner.run(uploadCommand, '--lang', 'en');
    expect(code).toBe(1);
    expect(said).toContain('invalid ip');
    expect(said).toContain('Stopped at step 2 of 2');
  });
});

describe('without what it needs it refuses, also as a dry run', () => {
  const refusal = async (...args: string[]) => {
    const dry = await owner.run(uploadCommand, '--dry-run', ...args);
    const real = await owner.run(uploadCommand, ...args);
    expect(real).toEqual(dry);
    expect(owner.calls()).toEqual([]);
    return real;
  };

  test('no app id, or the one for tourists', async () => {
    owner.write('project.config.json', '{"appid":"touristappid"}');
    expect(await refusal()).toMatchObject({ code: 1, said: expect.stringContaining('还没有 AppID') });
  });

  test('no key, or one that is not where it is said to be', async () => {
    owner.settings({});
    expect(await refusal()).toMatchObject({ code: 1, said: expect.stringContaining('还没有代码上传密钥') });
    owner.settings({ uploadKey: 'nowhere.key' });
    expect(await refusal()).toMatchObject({ code: 1, said: expect.stringContaining('没有找到代码上传密钥 nowhere.key') });
  });

  test('a robot that there is not', async () => {
    expect(await refusal('--robot', '31')).toMatchObject({ code: 1, said: expect.stringContaining('31') });
  });

  test("but DevTools' private settings may bring the app id", async () => {
    owner.write('project.config.json', '{"appid":"touristappid"}');
    owner.write('project.private.config.json', '{"appid":"wxfedcba9876543210"}');
    await owner.run(uploadCommand);
    expect(owner.calls()[0]?.args).toContain('wxfedcba9876543210');
  });
});
