// Requests must be as the SDK makes them, and must arrive here: whatever else happens is not passed over.
import { expect, test } from 'vitest';
import wxServerSdk from '../../node_modules/wx-server-sdk/package.json';
import packageDescription from '../../package.json';
import { enterCloudBase } from '../support/cloudbase/enter-cloud-base';
import { startCloudBase } from '../support/cloudbase/start-cloud-base';
import { openWxCloud } from './wx-cloud';

const cloud = openWxCloud();

test('what the SDK sends arrives at the stand-in, signed, and the environment is as it was when the stand-in has stopped', async () => {
  const before = { ...process.env };
  const cloudBase = await enterCloudBase({ collections: ['goods'], checkSignatures: true });
  await cloud
    .database()
    .collection('goods')
    .add({ data: { _id: 'g1' } });
  expect(cloudBase.requests).toMatchObject([{ number: 1, action: 'database.insertDocument', collection: 'goods', transactionId: null }]);
  expect(cloudBase.requests[0]?.body).toMatchObject({ envName: cloudBase.environmentId, wxCloudApiToken: 'stand-in-api-token' });
  expect(cloudBase.requests[0]?.headers).toMatchObject({ 'x-sdk-version': 'wx-server-sdk/4.0.2', 'user-agent': 'tcb-node-sdk/3.17.2' });
  await cloudBase.stop();
  expect(process.env).toEqual(before);
});

test('a signature made with another key is a complaint', async () => {
  const cloudBase = await enterCloudBase({ collections: ['goods'], checkSignatures: true });
  process.env['TENCENTCLOUD_SECRETKEY'] = 'another key';
  await expect(cloud.database().collection('goods').count()).rejects.toThrow(/right key/);
  expect(cloudBase.complaints).toHaveLength(1);
  await expect(cloudBase.stop()).rejects.toThrow(/did not understand/);
});

test('a request without a signature, of an unknown action or to an unknown place is a complaint', async () => {
  const cloudBase = await startCloudBase();
  const post = async (path: string, headers: Record<string, string>, body: object) => {
    const response = await fetch(`${cloudBase.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    return response.json();
  };
  const authorization = `TC3-HMAC-SHA256 Credential=id/2026-11-22/tcb/tc3_request, SignedParams=action, SignedHeaders=content-type;host, Signature=${'0'.repeat(64)}`;
  const complaint = { code: 'STAND_IN_COMPLAINT' };
  expect(await post('/admin?env=e', {}, { action: 'database.getDocument' })).toMatchObject(complaint);
  expect(await post('/admin?env=e', { authorization }, { action: 'database.queryDocument' })).toMatchObject(complaint);
  expect(await post('/web?env=e', { authorization }, { action: 'database.getDocument' })).toMatchObject(complaint);
  expect(cloudBase.complaints).toHaveLength(3);
  await expect(cloudBase.stop()).rejects.toThrow(/queryDocument/);
});

test('a function or an open interface that nothing answers for is a complaint', async () => {
  const cloudBase = await enterCloudBase();
  await expect(cloud.callFunction({ name: 'nobody' })).rejects.toThrow();
  await expect(cloud.openapi.subscribeMessage.send({})).rejects.toThrow(/subscribeMessage.send/);
  expect(cloudBase.complaints).toHaveLength(2);
  cloudBase.reset();
  await cloudBase.stop();
});

test('the database client is exactly the one that wx-server-sdk carries', () => {
  expect(packageDescription.dependencies['@cloudbase/node-sdk']).toBe(wxServerSdk.dependencies['@cloudbase/node-sdk']);
  expect(packageDescription.dependencies['wx-server-sdk']).toBe(wxServerSdk.version);
});
