// The services beside the database, through the unchanged wx-server-sdk: functions, files, open interfaces, CloudIDs.
import { afterAll, beforeEach, expect, test } from 'vitest';
import { enterCloudBase } from '../support/cloudbase/enter-cloud-base';
import { openWxCloud } from './wx-cloud';

const cloudBase = await enterCloudBase({ checkSignatures: true });
const cloud = openWxCloud();

beforeEach(() => cloudBase.reset());
afterAll(() => cloudBase.stop());

const actions = () => cloudBase.requests.map(({ action }) => action);

test('another function is called with its data and answers', async () => {
  cloudBase.services = { functions: { greet: (data) => ({ greeted: data }) } };
  expect(await cloud.callFunction({ name: 'greet', data: { name: '小群' } })).toMatchObject({ result: { greeted: { name: '小群' } } });
  expect(actions()).toEqual(['functions.invokeFunction']);
});

test('a function that fails is an error for who called it', async () => {
  cloudBase.services = {
    functions: {
      broken: () => {
        throw new Error('no bread today');
      },
    },
  };
  await expect(cloud.callFunction({ name: 'broken' })).rejects.toThrow(/no bread today/);
});

test('a file comes back as it was uploaded, until it is deleted', async () => {
  const fileContent = Buffer.from('群惠 picture \u0000\u0001');
  const { fileID } = await cloud.uploadFile({ cloudPath: 'posters/一.png', fileContent });
  expect(fileID).toBe(cloudBase.files.idOf('posters/一.png'));
  expect(cloudBase.files.stored.get('posters/一.png')).toEqual(fileContent);
  expect((await cloud.downloadFile({ fileID })).fileContent).toEqual(fileContent);
  expect(await cloud.getTempFileURL({ fileList: [fileID] })).toMatchObject({ fileList: [{ status: 0 }] });
  expect(await cloud.deleteFile({ fileList: [fileID] })).toMatchObject({ fileList: [{ status: 0 }] });
  await expect(cloud.downloadFile({ fileID })).rejects.toThrow();
});

test('an open interface gets its arguments under the names of the wire and answers in those of JavaScript', async () => {
  const asked: unknown[] = [];
  cloudBase.services = {
    openApi: {
      'security.msgSecCheck': (args) => {
        asked.push(args);
        return { trace_id: 't1', result: { suggest: 'pass' } };
      },
    },
  };
  const answer = await cloud.openapi.security.msgSecCheck({ content: '你好', openid: 'o1', scene: 2, version: 2 });
  expect(asked).toEqual([{ content: '你好', openid: 'o1', scene: 2, version: 2 }]);
  expect(answer).toMatchObject({ errCode: 0, traceId: 't1', result: { suggest: 'pass' } });
  expect(actions()).toEqual(['wx.openApi']);
});

test('argument names are turned into those of the wire at every depth, also those that are data', async () => {
  const asked: unknown[] = [];
  cloudBase.services = {
    openApi: {
      'subscribeMessage.send': (args) => {
        asked.push(args);
        return {};
      },
    },
  };
  await cloud.openapi.subscribeMessage.send({ templateId: 't', data: { thingOne: { value: 'x' } } });
  expect(asked).toEqual([{ template_id: 't', data: { thing_one: { value: 'x' } } }]);
});

test('a refusal of WeChat arrives with its own code', async () => {
  cloudBase.services = { openApi: { 'subscribeMessage.send': () => ({ errcode: 43101, errmsg: 'user refuse to accept the msg' }) } };
  await expect(cloud.openapi.subscribeMessage.send({ touser: 'o1' })).rejects.toMatchObject({ errCode: 43101 });
});

test('a picture arrives as bytes with its kind', async () => {
  const buffer = Buffer.from([137, 80, 78, 71, 0, 255]);
  cloudBase.services = { openApi: { 'wxacode.getUnlimited': () => ({ contentType: 'image/png', buffer }) } };
  const answer = await cloud.openapi.wxacode.getUnlimited({ scene: 'a=1' });
  expect(answer['contentType']).toBe('image/png');
  expect(Buffer.from(answer['buffer'] as Uint8Array)).toEqual(buffer);
});

test('a file among the arguments arrives with its name but without its kind', async () => {
  const asked: unknown[] = [];
  cloudBase.services = {
    openApi: {
      'security.imgSecCheck': (args) => {
        asked.push(args);
        return {};
      },
    },
  };
  await cloud.openapi.security.imgSecCheck({ media: { contentType: 'image/png', value: Buffer.from('png') } });
  expect(asked).toEqual([{ media: { fileName: 'media.png', bytes: Buffer.from('png') } }]);
});

test('the gateway can refuse an open interface', async () => {
  cloudBase.faults.inject({ action: 'wx.openApi', fault: { kind: 'error', code: 'EXCEED_RATELIMIT', message: 'too fast' } });
  await expect(cloud.openapi.subscribeMessage.send({})).rejects.toMatchObject({ errMsg: expect.stringContaining('too fast') });
});

test('the older way to an open interface works too', async () => {
  cloudBase.services = { openApi: { 'customerServiceMessage.send': (args) => ({ echo: args }) } };
  const { result } = await cloud.callOpenAPI({ api: 'customerServiceMessage.send', data: { touser: 'o1' } });
  expect(result).toMatchObject({ errcode: 0, echo: { touser: 'o1' } });
});

test('a CloudID is exchanged for what it stands for', async () => {
  cloudBase.services = { openData: (cloudID) => ({ cloudID, data: { opengid: `group of ${cloudID}` } }) };
  const { list } = await cloud.getOpenData({ list: ['c1', 'c2'] });
  expect(list).toEqual(['c1', 'c2'].map((cloudID) => ({ cloudID, data: { opengid: `group of ${cloudID}` } })));
});

test('the caller is whom the environment names', () => {
  process.env['WX_OPENID'] = 'o-member';
  expect(cloud.getWXContext()).toMatchObject({ OPENID: 'o-member', ENV: cloudBase.environmentId });
});
