// Coming in through the application: by one tap, with answers, with the owner's yes; taken back, turned down, asked again, and gone for good.
import { describe, expect, test } from 'vitest';
import { DAY_MS } from '#core/values/instant';
import { checkData } from '#server/app/check-data';
import { openInvites } from '../support/invites';
import { createTown, openShop, type Resident, type Shop } from '../support/town';
import { createWholeStore } from '../support/whole-store';

const where = '住在哪个小区？';
const who = '怎么称呼？';

function doorOf(shop: Shop) {
  const { owner, communityId, town } = shop;
  const here = { communityId };
  const set = (approval: boolean, questions: readonly string[] = []) =>
    owner.get('community.setJoining', { ...here, approval, questions: [...questions] });
  const ask = (person: Resident, ...answers: readonly (readonly [question: string, text: string])[]) =>
    person.call('community.join', { ...here, answers: answers.map(([question, text]) => ({ question, text })) });
  const waiting = async () => (await owner.get('community.applicants', here)).applicants;
  const meOf = async (person: Resident) => (await person.get('community.home', here)).me;
  /** What the owner says to somebody who waits. */
  async function admission(person: Resident, refusal: { reason: 'answers' | 'other'; text: string } | null) {
    const memberId = person.memberIdIn(communityId);
    const askedAt = (await waiting()).find((one) => one.person.memberId === memberId)?.askedAt ?? 0;
    return { ...here, memberId, askedAt, refusal };
  }
  const admit = async (person: Resident, refusal: Parameters<typeof admission>[1] = null) =>
    owner.call('community.admit', await admission(person, refusal));
  const sound = async () => expect((await checkData(town.store)).differences).toEqual([]);
  return { here, set, ask, waiting, meOf, admission, admit, sound };
}

async function openDoor(given = createTown()) {
  const shop = await openShop(given);
  return { ...shop, ...doorOf(shop), newcomer: shop.town.person('newcomer') };
}

describe('without approval', () => {
  test('one tap makes a member, as ever', async () => {
    const { newcomer, ask, meOf, owner, here, sound } = await openDoor();
    expect(await ask(newcomer)).toMatchObject({ ok: true, value: { joinedAt: expect.any(Number) } });
    expect(await meOf(newcomer)).toMatchObject({ role: 'member' });
    expect((await owner.get('community.home', here)).community.joining).toBeUndefined();
    await sound();
  });

  test('answering is enough, and the owner reads the answers on the page of the member', async () => {
    const { newcomer, ask, set, meOf, owner, here, communityId, sound, waiting } = await openDoor();
    await set(false, [where, who]);
    expect((await newcomer.get('community.home', here)).community.joining).toEqual({ approval: false, questions: [where, who] });
    expect(await ask(newcomer)).toMatchObject({ code: 'answers_needed', data: { questions: [where, who] } });
    expect(await ask(newcomer, [where, '三号楼'])).toMatchObject({ code: 'answers_needed' });
    expect(await ask(newcomer, [where, '三号楼'], [who, '加微信领红包抽奖'])).toMatchObject({
      code: 'content_refused',
      data: { path: 'answers.1.text' },
    });
    expect(await ask(newcomer, [where, '三号楼'], [who, '老林'])).toMatchObject({ ok: true });
    expect(await meOf(newcomer)).toMatchObject({ role: 'member' });
    expect(await waiting()).toEqual([]);
    const { who: read } = await owner.get('membership.story', { ...here, memberId: newcomer.memberIdIn(communityId), part: 'who' });
    expect(read?.answers).toEqual([
      { question: where, text: '三号楼' },
      { question: who, text: '老林' },
    ]);
    await sound();
  });

  test('questions that were changed meanwhile are asked anew, and nothing is kept', async () => {
    const { newcomer, ask, set, meOf } = await openDoor();
    await set(false, [where]);
    await set(false, [who]);
    expect(await ask(newcomer, [where, '三号楼'])).toMatchObject({ code: 'answers_needed', data: { questions: [who] } });
    expect(await meOf(newcomer)).toMatchObject({ role: 'visitor' });
  });
});

describe('with approval', () => {
  test('a newcomer waits, may look, is told so wherever members may, and is a member once the owner says yes', async () => {
    const { newcomer, ask, set, meOf, owner, here, admit, sound, waiting, communityId } = await openDoor();
    await newcomer.get('community.enter', { ...here, proof: newcomer.proof() });
    await set(true, [where]);
    const { members } = (await owner.get('community.home', here)).community;
    expect(await ask(newcomer, [where, '三号楼'])).toMatchObject({ ok: true, value: { joinedAt: null } });
    const { wish } = await meOf(newcomer);
    expect(wish).toMatchObject({ state: 'waiting' });
    expect(await newcomer.call('coupon.wallet', here)).toMatchObject({ code: 'join_waiting', data: { askedAt: wish?.askedAt } });
    expect(await ask(newcomer, [where, '三号楼'])).toMatchObject({ code: 'already_waiting' });
    expect((await owner.get('analytics.needs', here)).applicants).toBe(1);
    expect(await waiting()).toMatchObject([
      {
        person: { name: null, memberId: newcomer.memberIdIn(communityId) },
        answers: [{ question: where, text: '三号楼' }],
        came: 'direct',
        through: null,
      },
    ]);
    expect((await waiting())[0]?.groupLabel).not.toBeNull();
    expect((await owner.get('community.home', here)).community.members).toBe(members);
    expect(await admit(newcomer)).toMatchObject({ ok: true, value: { joinedNow: true } });
    expect(await meOf(newcomer)).toMatchObject({ role: 'member' });
    expect((await meOf(newcomer)).wish).toBeUndefined();
    expect((await owner.get('community.home', here)).community.members).toBe(members + 1);
    expect([await waiting(), (await owner.get('analytics.needs', here)).applicants]).toEqual([[], 0]);
    expect((await newcomer.get('community.mine', {})).communities).toHaveLength(1);
    await sound();
  });

  test('two taps of the owner let somebody in once; who has taken it back, or has asked anew, is not let in by an old look', async () => {
    const { newcomer, ask, set, owner, here, admission, sound, town, waiting } = await openDoor();
    await set(true);
    await ask(newcomer);
    const seen = await admission(newcomer, null);
    await newcomer.get('community.withdraw', here);
    expect(await owner.code('community.admit', seen)).toBe('nothing_waiting');
    expect(await newcomer.code('community.withdraw', here)).toBe('nothing_waiting');
    expect(await newcomer.code('coupon.wallet', here)).toBe('join_required');
    town.wait(1_000);
    await ask(newcomer);
    expect(await owner.code('community.admit', seen)).toBe('nothing_waiting');
    const now = await admission(newcomer, null);
    const replies = await Promise.all([1, 2].map(() => owner.code('community.admit', now)));
    expect([...replies].sort()).toEqual(['already_joined', 'ok']);
    expect(await waiting()).toEqual([]);
    await sound();
  });

  test('who is turned down reads why, waits a day, and may ask again', async () => {
    const { newcomer, ask, set, meOf, here, admit, sound, town } = await openDoor();
    await set(true, [where]);
    await ask(newcomer, [where, '不告诉你']);
    expect(await admit(newcomer, { reason: 'other', text: '加微信领红包抽奖' })).toMatchObject({ code: 'content_refused' });
    expect(await admit(newcomer, { reason: 'other', text: '' })).toMatchObject({ code: 'invalid_input' });
    expect(await admit(newcomer, { reason: 'answers', text: '请写楼号' })).toMatchObject({ ok: true, value: { joinedNow: false } });
    const againAt = town.now() + DAY_MS;
    const why = { reason: 'answers', text: '请写楼号', againAt };
    expect((await meOf(newcomer)).wish).toMatchObject({ state: 'refused', ...why });
    expect(await newcomer.call('coupon.wallet', here)).toEqual({ ok: false, code: 'join_refused', data: why });
    town.wait(DAY_MS - 1);
    expect(await ask(newcomer, [where, '三号楼'])).toEqual({ ok: false, code: 'refused_lately', data: why });
    town.wait(1);
    expect(await ask(newcomer, [where, '三号楼'])).toMatchObject({ ok: true });
    expect(await admit(newcomer)).toMatchObject({ ok: true });
    await sound();
  });

  test('who waits when the owner opens the door comes in with one tap, or by the owner’s yes', async () => {
    const { newcomer, ask, set, meOf, admit, sound, town, owner, here } = await openDoor();
    const other = town.person('other');
    await set(true, [where]);
    await ask(newcomer, [where, '三号楼']);
    await ask(other, [where, '五号楼']);
    await set(false, [where]);
    expect((await meOf(newcomer)).wish).toMatchObject({ state: 'waiting' });
    expect(await ask(newcomer)).toMatchObject({ ok: true, value: { joinedAt: expect.any(Number) } });
    expect(await admit(newcomer)).toMatchObject({ code: 'already_joined' });
    expect(await admit(other)).toMatchObject({ ok: true });
    expect((await owner.get('analytics.needs', here)).applicants).toBe(0);
    await sound();
  });

  test('an applicant who is put out waits no more, and leaves no answer behind', async () => {
    const whole = createWholeStore();
    const { newcomer, ask, set, owner, here, communityId, sound, waiting } = await openDoor(createTown({ store: whole.store }));
    await set(true, [where]);
    await ask(newcomer, [where, '满屋子广告']);
    const memberId = newcomer.memberIdIn(communityId);
    await owner.get('community.block', { ...here, memberId, reason: 'advertising', text: '' });
    expect(await waiting()).toEqual([]);
    expect(JSON.stringify([...(await whole.content()).values()])).not.toContain('满屋子广告');
    expect(await ask(newcomer, [where, '三号楼'])).toMatchObject({ code: 'blocked' });
    await owner.get('community.unblock', { ...here, memberId });
    expect(await ask(newcomer, [where, '三号楼'])).toMatchObject({ ok: true });
    await sound();
  });
});

test('an invite goes on: joining counts at the yes, and pays at the first own action after it', async () => {
  const invites = await openInvites();
  const { anna, town, cardOf, open, threads, coupons, tap, owner, here } = { ...invites, ...doorOf(invites) };
  const { set, ask, waiting, admit } = doorOf(invites);
  await set(true);
  const friend = town.person('friend');
  await open(friend, await cardOf(anna));
  await ask(friend);
  expect(await waiting()).toMatchObject([{ came: 'invite', through: { memberId: anna.memberIdIn(here.communityId) } }]);
  expect(await threads(anna)).toMatchObject([{ state: 'opened', joinedAt: null }]);
  town.wait(1_000);
  await admit(friend);
  expect(await threads(anna)).toMatchObject([{ state: 'joined', joinedAt: town.now() }]);
  await friend.get('checkin.checkIn', tap);
  expect(await coupons(anna)).toHaveLength(1);
  expect(town.lines).toEqual([]);
  expect(await owner.code('community.admit', { ...here, memberId: friend.memberIdIn(here.communityId), askedAt: 0, refusal: null })).toBe(
    'already_joined',
  );
  expect((await checkData(town.store)).differences).toEqual([]);
});

describe('what newcomers answered', () => {
  const secret = '三号楼四零二';

  test.each([
    ['is taken back', async (newcomer: Resident, { here }: { here: { communityId: string } }) => newcomer.get('community.withdraw', here)],
    [
      'is turned down',
      async (newcomer: Resident, { admit }: { admit: (person: Resident, why: { reason: 'answers'; text: string }) => Promise<unknown> }) =>
        admit(newcomer, { reason: 'answers', text: '' }),
    ],
  ] as const)('goes where their wish %s', async (_what, act) => {
    const whole = createWholeStore();
    const door = await openDoor(createTown({ store: whole.store }));
    await door.set(true, [where]);
    await door.ask(door.newcomer, [where, secret]);
    expect(JSON.stringify([...(await whole.content()).values()])).toContain(secret);
    await act(door.newcomer, door);
    expect(JSON.stringify([...(await whole.content()).values()])).not.toContain(secret);
    expect((await door.newcomer.get('community.mine', {})).communities).toEqual([]);
    await door.sound();
  });

  test('is in no journal, travels with the export, and goes with its member', async () => {
    const whole = createWholeStore();
    const { newcomer, ask, set, here, sound } = await openDoor(createTown({ store: whole.store }));
    await set(false, [where]);
    await ask(newcomer, [where, secret]);
    const journals = [...(await whole.content())].filter(([id]) => id.includes('/journal/'));
    expect(JSON.stringify(journals)).not.toContain(secret);
    const texts = await newcomer.get('membership.export', { ...here, cursor: 'texts' });
    expect(texts.documents).toMatchObject([{ text: secret }]);
    const { documents } = await newcomer.get('membership.export', here);
    expect(documents).toContainEqual(expect.objectContaining({ questions: [where] }));
    await newcomer.get('membership.erase', here);
    expect(JSON.stringify([...(await whole.content()).values()])).not.toContain(secret);
    await sound();
  });
});

test('a co-owner says how people come in, and yes or no to who waits; a clerk and a member do not', async () => {
  const { newcomer, ask, admission, meOf, waiting, here, appoint, member, clerk, town, sound } = await openDoor();
  const [ben, cashier, anna] = [await member('ben'), await clerk('cashier'), await member('anna')];
  await appoint(ben, 'co_owner');
  const way = { ...here, approval: true, questions: [where] };
  for (const below of [cashier, anna]) {
    expect(await below.code('community.setJoining', way)).toBe('co_owner_only');
    expect(await below.code('community.applicants', here)).toBe('co_owner_only');
  }
  expect(await ben.code('community.setJoining', way)).toBe('ok');
  const other = town.person('another newcomer');
  for (const person of [newcomer, other]) await ask(person, [where, '三号楼']);
  const { applicants } = await ben.get('community.applicants', here);
  expect(applicants.map(({ answers }) => answers[0]?.text)).toEqual(['三号楼', '三号楼']);
  const yes = await admission(newcomer, null);
  expect(await cashier.code('community.admit', yes)).toBe('co_owner_only');
  expect(await ben.code('community.admit', yes)).toBe('ok');
  expect(await ben.code('community.admit', await admission(other, { reason: 'answers', text: '' }))).toBe('ok');
  expect([(await meOf(newcomer)).role, (await meOf(other)).wish]).toMatchObject(['member', { state: 'refused', reason: 'answers' }]);
  expect(await waiting()).toEqual([]);
  await sound();
});

describe('what the owner asks', () => {
  test('is checked as everything that others read, and asked once', async () => {
    const { owner, here } = await openDoor();
    const set = (questions: readonly string[]) =>
      owner.code('community.setJoining', { ...here, approval: false, questions: [...questions] });
    expect(await set(['加微信领红包抽奖吗？'])).toBe('content_refused');
    expect(await set([where, where])).toBe('invalid_input');
    expect(await set([where, who, '几口人？', '哪里来？'])).toBe('invalid_input');
    expect(await set([where])).toBe('ok');
  });

  test('is nothing where the installation takes no words of members; approval goes on', async () => {
    const { owner, here, newcomer, ask, meOf } = await openDoor(createTown({ userContent: false }));
    const set = (approval: boolean, questions: string[]) => owner.code('community.setJoining', { ...here, approval, questions });
    expect(await set(true, [where])).toBe('user_content_off');
    expect(await set(true, [])).toBe('ok');
    expect(await ask(newcomer)).toMatchObject({ ok: true, value: { joinedAt: null } });
    expect((await meOf(newcomer)).wish).toMatchObject({ state: 'waiting' });
    expect(await ask(newcomer, [where, '三号楼'])).toMatchObject({ code: 'user_content_off' });
  });
});
