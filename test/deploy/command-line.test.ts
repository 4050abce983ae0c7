// CloudBase's real command line against the played cloud: that it takes our settings, our login and our options, and how it fails.
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { functionsCommand } from '../../scripts/deploy/functions-command';
import { signTc3 } from '../../scripts/deploy/tc3-signature';
import { AnOwner } from './an-owner';
import { knownEnvId } from './stand-in-cloud';

/** Loaded into the command line: what it sends to Tencent Cloud goes to the stand-in, and nothing else goes anywhere. */
const detour = `
const http = require('node:http');
const https = require('node:https');
const standIn = new URL(process.env.STAND_IN);
https.request = (...args) => {
  const given = args.find((argument) => typeof argument === 'object' && !(argument instanceof URL)) ?? {};
  const named = args.find((argument) => typeof argument === 'string' || argument instanceof URL);
  const meant = named ? new URL(named) : given;
  const host = meant.hostname ?? meant.host;
  const isCloud = host.endsWith('.tencentcloudapi.com');
  const headers = { ...given.headers, 'x-meant-host': host };
  const callback = args.find((argument) => typeof argument === 'function');
  return http.request({ method: given.method, host: '127.0.0.1', port: isCloud ? standIn.port : 1, path: '/', headers }, callback);
};
https.get = (...args) => { const request = https.request(...args); request.end(); return request; };
globalThis.fetch = () => Promise.reject(new Error('no way out'));
`;

let owner: AnOwner;
beforeEach(async () => {
  owner = await new AnOwner().settle();
  owner.write('detour.cjs', detour);
  const program = resolve(__dirname, '..', '..', 'node_modules/@cloudbase/cli/bin/tcb');
  owner.programs = { ...owner.programs, tcb: [process.execPath, '--require', join(owner.root, 'detour.cjs'), program] };
});
afterEach(() => owner.leave());

describe("CloudBase's command line", () => {
  test('creates the functions as the plan wants them, then updates the one that was built anew', async () => {
    const first = await owner.run(functionsCommand, '--lang', 'en');
    expect(first.said).toContain('the cloud confirms it');
    expect(first.code).toBe(0);
    const created = owner.cloud.seen.filter(({ action }) => action === 'CreateFunction').map(({ parameters }) => parameters);
    expect(created).toMatchObject([
      {
        FunctionName: 'api',
        Namespace: knownEnvId,
        Runtime: 'Nodejs20.19',
        Timeout: 20,
        MemorySize: 256,
        InstallDependency: 'FALSE',
        Handler: 'index.main',
      },
      { FunctionName: 'timer', Timeout: 60 },
    ]);
    expect(owner.cloud.functions.get('timer')?.timers).toEqual({ minute: '0 * * * * * *' });
    expect(owner.cloud.functions.get('api')?.codeLength).toBeGreaterThan(100);

    owner.write('dist/cloudfunctions/timer/index.js', 'exports.main = async () => 3;');
    const second = await owner.run(functionsCommand, '--lang', 'en');
    expect(second.said).toContain('the cloud confirms it');
    expect(second.code).toBe(0);
    const updated = owner.cloud.seen.filter(({ action }) => action === 'UpdateFunctionCode').map(({ parameters }) => parameters);
    expect(updated.map(({ FunctionName }) => FunctionName)).toEqual(['timer']);
  }, 60_000);

  test('says that a deployment failed and ends with 0; we end with 1', async () => {
    owner.cloud.refusals.set('CreateFunction', 'LimitExceeded');
    const { code, said } = await owner.run(functionsCommand);
    expect(code).toBe(1);
    expect(said).toMatch(/程序 tcb 说：✖/);
    expect(said).not.toContain('以 1 结束');
  }, 60_000);
});

test('requests are signed as the documentation of Tencent Cloud signs its example', () => {
  const keys = { secretId: 'AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE', secretKey: 'Gu5t9xGARNpq86cd98joQYCN3EXAMPLE' };
  const authorization = signTc3(keys, {
    service: 'cvm',
    host: 'cvm.tencentcloudapi.com',
    contentType: 'application/json; charset=utf-8',
    body: '{"Limit": 1, "Filters": [{"Values": ["\\u672a\\u547d\\u540d"], "Name": "instance-name"}]}',
    atSeconds: 1_551_113_065,
  });
  expect(authorization).toBe(
    'TC3-HMAC-SHA256 Credential=AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE/2019-02-25/cvm/tc3_request, SignedHeaders=content-type;host, Signature=72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168',
  );
});
