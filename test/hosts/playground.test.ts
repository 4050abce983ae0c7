// The playground: cards in its chats, proofs for those in the group, a clock that only goes forward.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, communityInput, signIn, startTestServer } from './node-host';

let server: Awaited<ReturnType<typeof startTestServer>>;

beforeAll(async () => {
  server = await startTestServer({ DEMO: '1' });
});

afterAll(() => server.stop());

const post = (path: string, body: unknown) => ask(server.origin, `/playground/${path}`, { body });
const get = (path: string) => ask(server.origin, path, { method: 'GET' });
const state = async () =>
  (await get('/playground/state')).json as unknown as {
    now: number;
    people: { persona: string; inGroup: boolean }[];
    messages: { id: string }[];
  };
const card = { title: '周末水果券', path: '/packages/member/campaign/index?c=c1&id=k1', picture: null };

describe('the chat', () => {
  it('keeps the cards that its people send, with their pictures', async () => {
    const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
    const sent = await post('send', { from: 'owner', to: null, card: { ...card, picture: `data:image/png;base64,${pixel}` } });
    expect(sent.json).toEqual({ ok: true });
    const message = (await state()).messages.at(-1);
    expect(message).toMatchObject({ from: 'owner', to: null, card: { title: card.title, path: card.path, hasPicture: true } });
    const picture = await get(`/playground/picture/${message?.id}`);
    expect([picture.status, picture.headers['content-type']]).toEqual([200, 'image/png']);
    expect((await get('/playground/picture/nothing')).status).toBe(404);
  });

  it('takes private cards from anybody, group cards only from those who are in the group', async () => {
    expect((await post('send', { from: 'member', to: 'newcomer', card })).json).toEqual({ ok: true });
    expect((await post('send', { from: 'newcomer', to: null, card })).json).toMatchObject({ ok: false, code: 'not_in_group' });
  });

  it('takes words, trimmed, from those who may speak there', async () => {
    expect((await post('send', { from: 'member', to: null, text: ' 早上好 ' })).json).toEqual({ ok: true });
    expect((await state()).messages.at(-1)).toMatchObject({ from: 'member', to: null, text: '早上好', card: null, event: null });
    expect((await post('send', { from: 'newcomer', to: 'member', text: '在吗' })).json).toEqual({ ok: true });
    expect((await post('send', { from: 'newcomer', to: null, text: '在吗' })).json).toMatchObject({ ok: false, code: 'not_in_group' });
  });

  it('takes no other addresses, pictures or people than its own', async () => {
    for (const wrong of [
      { from: 'root', to: null, card },
      { from: 'owner', to: null, card: { ...card, path: 'https://evil.example' } },
      { from: 'owner', to: null, card: { ...card, path: 'javascript:alert(1)' } },
      { from: 'owner', to: null, card: { ...card, picture: 'data:image/svg+xml;base64,AAAA' } },
      { from: 'owner', to: null, card: { ...card, title: '' } },
      { from: 'owner', to: null, text: '   ' },
      { from: 'owner', to: null, text: '长'.repeat(501) },
      { from: 'owner', to: null, text: '两样', card },
      {},
      null,
    ]) {
      expect([(await post('send', wrong)).status, (await post('send', wrong)).json?.code]).toEqual([400, 'invalid_input']);
    }
  });

  it('keeps the newest sixty', async () => {
    for (let count = 0; count < 65; count += 1) await post('send', { from: 'owner', to: null, card: { ...card, title: `第 ${count} 张` } });
    const { messages } = await state();
    expect(messages).toHaveLength(60);
    expect(messages.at(-1)).toMatchObject({ card: { title: '第 64 张' } });
  });
});

describe('a group proof', () => {
  const create = async (persona: string, proof: unknown, requestId: string) => {
    const input = { ...communityInput, group: { proof, label: '果蔬群' } };
    return (
      await ask(server.origin, '/api/community.create', { body: { input, requestId }, headers: await signIn(server.origin, persona) })
    ).json;
  };

  it('is given to those in the group, is bound to the person, and none to the newcomer until she is brought in', async () => {
    const { proof } = (await post('proof', { persona: 'owner' })).json as unknown as { proof: string };
    expect(await create('member', proof, 'request-0001')).toMatchObject({ ok: false, code: 'group_proof_invalid' });
    expect(await create('owner', proof, 'request-0002')).toMatchObject({ ok: true });

    expect((await post('proof', { persona: 'newcomer' })).json).toEqual({ ok: true, proof: null });
    expect((await post('group', { persona: 'newcomer' })).json).toEqual({ ok: true });
    expect((await state()).people.find(({ persona }) => persona === 'newcomer')?.inGroup).toBe(true);
    expect((await state()).messages.at(-1)).toMatchObject({ from: 'newcomer', to: null, text: null, event: 'joined' });
    expect((await post('proof', { persona: 'newcomer' })).json?.proof).toEqual(expect.any(String));
  });
});

describe('the clock', () => {
  it('goes a day forward, then to five minutes before midnight in the demo’s zone, and never back', async () => {
    const before = (await state()).now;
    const next = (await post('clock', { to: 'next_day' })).json as unknown as { now: number };
    expect(next.now - before).toBeGreaterThanOrEqual(24 * 3_600_000);
    const late = (await post('clock', { to: 'before_midnight' })).json as unknown as { now: number };
    expect(new Date(late.now + 8 * 3_600_000).toISOString()).toMatch(/T23:55:00/);
    expect(late.now).toBeGreaterThan(next.now);
    expect((await post('clock', { to: 'yesterday' })).status).toBe(400);
    expect((await state()).now).toBeGreaterThanOrEqual(late.now);
  });

  it('moves the application’s own day', async () => {
    const headers = await signIn(server.origin, 'neighbour');
    const made = await ask(server.origin, '/api/community.create', { body: { input: communityInput, requestId: 'request-0001' }, headers });
    const { communityId } = (made.json as unknown as { value: { communityId: string } }).value;
    const todayOf = async () => {
      const home = await ask(server.origin, '/api/community.home', { body: { input: { communityId } }, headers });
      const { value } = home.json as unknown as { value: { today: string } };
      return value.today;
    };
    const before = await todayOf();
    await post('clock', { to: 'next_day' });
    expect((await todayOf()) > before).toBe(true);
  });
});

describe('the page', () => {
  it('is served with its script and style, all from our own origin', async () => {
    const page = await get('/');
    expect(page.text).toContain('/playground/page.js');
    expect(page.text).not.toMatch(/<script(?![^>]*src)/);
    expect((await get('/playground/page.js')).text.length).toBeGreaterThan(2_000);
    expect((await get('/playground/page.css')).headers['content-type']).toContain('text/css');
  });
});
