// WeChat's content check and storage through the unchanged wx-server-sdk: what goes over the wire, and what each answer comes to.
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { readMediaCheck } from '#server/adapters/content-check-wechat/media-check-event';
import { enterCloudBase } from '../support/cloudbase/enter-cloud-base';
import { aJpeg } from '../support/jpeg';

const cloudBase = await enterCloudBase({ checkSignatures: true });
const { openContent } = await import('#server/hosts/wechat/open-content');
const { contentCheck, pictures } = openContent();

let asked: unknown[] = [];

/** Lets WeChat answer an open interface; the arguments are kept as they came over the wire. */
function answer(name: 'security.msgSecCheck' | 'security.mediaCheckAsync', reply: object): void {
  cloudBase.services = {
    openApi: {
      [name]: (args: unknown) => {
        asked.push(args);
        return reply as never;
      },
    },
  };
}

beforeEach(() => {
  cloudBase.reset();
  asked = [];
});
afterAll(() => cloudBase.stop());

const nickname = { text: '小林', scene: 'profile', personKey: 'wechat:oAnna-1' } as const;

describe('a text', () => {
  test('is checked by the second version, as what it is, for who wrote it', async () => {
    answer('security.msgSecCheck', { errcode: 0, errmsg: 'ok', trace_id: 't', result: { suggest: 'pass', label: 100 }, detail: [] });
    expect(await contentCheck.checkText(nickname)).toEqual({ result: 'pass', label: 'normal', word: null });
    expect(asked).toEqual([{ content: '小林', version: 2, scene: 1, openid: 'oAnna-1' }]);
    await contentCheck.checkText({ ...nickname, scene: 'forum' });
    expect(asked.at(-1)).toMatchObject({ scene: 3 });
  });

  test.each([
    ['review', 20001, 'politics'],
    ['risky', 20003, 'abuse'],
    ['risky', 10001, 'advertising'],
    ['risky', 99999, 'other'],
  ])('that is %s for the reason %i is told so', async (suggest, label, said) => {
    answer('security.msgSecCheck', { errcode: 0, result: { suggest, label }, detail: [{ strategy: 'keyword', keyword: '某词' }] });
    expect(await contentCheck.checkText(nickname)).toEqual({ result: suggest, label: said, word: '某词' });
  });

  test.each([
    [61010, 'somebody who was not here for two hours'],
    [44991, 'too many in a minute'],
    [45009, 'too many in a day'],
  ])('is in review after %i: %s', async (errcode) => {
    answer('security.msgSecCheck', { errcode, errmsg: 'no' });
    expect(await contentCheck.checkText(nickname)).toEqual({ result: 'review', label: 'unchecked', word: null });
  });

  test.each([40129, 43104, -1, -604101])('is not checked after %i: a fault', async (errcode) => {
    answer('security.msgSecCheck', { errcode, errmsg: 'no' });
    await expect(contentCheck.checkText(nickname)).rejects.toMatchObject({ name: 'Fault', code: 'content_check_unavailable' });
  });

  test('is not checked where the answer is none', async () => {
    answer('security.msgSecCheck', { errcode: 0, result: {} });
    await expect(contentCheck.checkText(nickname)).rejects.toMatchObject({ code: 'content_check_unavailable' });
  });

  test('of somebody whom WeChat does not know, or longer than it takes, is in review without asking', async () => {
    answer('security.msgSecCheck', { errcode: 0, result: { suggest: 'pass', label: 100 } });
    expect((await contentCheck.checkText({ ...nickname, personKey: 'visitor:x' })).result).toBe('review');
    expect((await contentCheck.checkText({ ...nickname, text: '长'.repeat(2_501) })).result).toBe('review');
    expect(asked).toEqual([]);
  });

  test('does not wait for ever', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      cloudBase.faults.inject({ action: 'wx.openApi', fault: { kind: 'silence', applied: false } });
      const checking = expect(contentCheck.checkText(nickname)).rejects.toMatchObject({ code: 'content_check_unavailable' });
      await vi.advanceTimersByTimeAsync(4_000);
      await checking;
    } finally {
      vi.useRealTimers();
    }
  });
});

const picture = { communityId: 'c1', pictureId: 'p1', contentType: 'image/jpeg', bytes: aJpeg() } as const;

describe('a picture', () => {
  test('is a file of the cloud, shown by its own id, until it is removed; removing it twice is no fault', async () => {
    const address = await pictures.keep(picture);
    expect(pictures.show(address)).toBe(cloudBase.files.idOf('pictures/c1/p1.jpg'));
    expect(cloudBase.files.stored.get('pictures/c1/p1.jpg')).toEqual(Buffer.from(aJpeg()));
    expect(await pictures.keep(picture)).toBe(address);
    await pictures.remove(address);
    expect(cloudBase.files.stored.size).toBe(0);
    await pictures.remove(address);
  });

  test('is checked where WeChat can fetch it, and its answer comes later', async () => {
    answer('security.mediaCheckAsync', { errcode: 0, errmsg: 'ok', trace_id: '60f96f1d-3845297a-1976a3ae' });
    const address = await pictures.keep(picture);
    const verdict = await contentCheck.checkPicture({ address, personKey: 'wechat:oAnna-1' });
    expect(verdict).toEqual({ pending: '60f96f1d-3845297a-1976a3ae' });
    expect(asked).toEqual([{ media_url: expect.stringMatching(/^https?:\/\//), media_type: 2, version: 2, scene: 1, openid: 'oAnna-1' }]);
    const [{ media_url: url }] = asked as [{ media_url: string }];
    expect(new Uint8Array(await (await fetch(url)).arrayBuffer())).toEqual(aJpeg());
  });

  test('is left to a person where WeChat cannot say, and not checked where it fails', async () => {
    const address = await pictures.keep(picture);
    answer('security.mediaCheckAsync', { errcode: 45009, errmsg: 'no' });
    expect(await contentCheck.checkPicture({ address, personKey: 'wechat:oAnna-1' })).toBe('review');
    expect(await contentCheck.checkPicture({ address, personKey: 'visitor:x' })).toBe('review');
    answer('security.mediaCheckAsync', { errcode: 40003, errmsg: 'no' });
    const checking = contentCheck.checkPicture({ address, personKey: 'wechat:oAnna-1' });
    await expect(checking).rejects.toMatchObject({ code: 'content_check_unavailable' });
  });

  test('cannot be kept while the storage does not answer', async () => {
    cloudBase.faults.inject({ action: 'storage.getUploadMetadata', fault: { kind: 'status', status: 500 }, times: 10 });
    await expect(pictures.keep(picture)).rejects.toMatchObject({ name: 'Fault', code: 'pictures_unavailable' });
  });
});

describe("a push of the check's answer", () => {
  const push = {
    ToUserName: 'gh_9df7d78a1234',
    FromUserName: 'oAnna-1',
    CreateTime: 1_626_959_646,
    MsgType: 'event',
    Event: 'wxa_media_check',
    appid: 'wx8f16a5e77871234',
    trace_id: 't1',
    version: 2,
    errcode: 0,
    errmsg: 'ok',
    result: { suggest: 'risky', label: 20002 },
    detail: [{ strategy: 'content_model', errcode: 0, suggest: 'risky', label: 20002, prob: 90 }],
  };

  test('names its trace and what came of it', () => {
    expect(readMediaCheck(push)).toEqual({ traceId: 't1', result: 'risky' });
  });

  test('leaves to a person what WeChat could not fetch', () => {
    expect(readMediaCheck({ ...push, errcode: -1008, result: undefined })).toEqual({ traceId: 't1', result: 'review' });
  });

  test.each([
    ['another event', { ...push, Event: 'wxa_punish_event' }],
    ['no trace', { ...push, trace_id: '' }],
    ['no answer', { ...push, result: { suggest: 'perhaps' } }],
    ['nothing', null],
  ])('that is %s is none', (_what, message) => expect(readMediaCheck(message)).toBeNull());
});
