// What is on show stays on show: while it is asked for again, and when nothing comes.
import { expect, test } from 'vitest';
import type { No } from '#app/features/call';
import { createPaged } from '#app/features/paged';
import { createResource } from '#app/features/resource';

const offline: No = { ok: false, code: 'offline', data: {} };

test('without network the last good value stays, with when it came and why nothing newer did', async () => {
  const answers = [{ ok: true as const, value: 'monday' }, offline];
  let at = 100;
  const resource = createResource(
    () => Promise.resolve(answers.shift() ?? offline),
    () => at,
  );
  await resource.refresh();
  at = 200;
  await resource.refresh();
  expect(resource.store.getState()).toEqual({ value: 'monday', at: 100, loading: false, no: offline });
});

test('askings that come together share one', async () => {
  let asked = 0;
  const resource = createResource(() => {
    asked += 1;
    return Promise.resolve({ ok: true as const, value: asked });
  });
  await Promise.all([resource.refresh(), resource.refresh()]);
  expect(asked).toBe(1);
});

test('what a change has put is not undone by an answer that was asked for before it: that is asked again', async () => {
  const waiting: ((value: { ok: true; value: string }) => void)[] = [];
  const resource = createResource<string>(() => new Promise((resolve) => waiting.push(resolve)));
  const first = resource.refresh();
  waiting[0]?.({ ok: true, value: 'planned' });
  await first;
  const before = resource.refresh();
  resource.put(() => 'stopped');
  waiting[1]?.({ ok: true, value: 'planned' });
  await before;
  expect(resource.store.getState()).toMatchObject({ value: 'stopped', loading: true });
  waiting[2]?.({ ok: true, value: 'stopped since' });
  await resource.refresh();
  expect(resource.store.getState()).toMatchObject({ value: 'stopped since', loading: false });
  expect(waiting).toHaveLength(3);
});

test('an answer about the community of before is dropped', async () => {
  const waiting: ((value: { ok: true; value: string }) => void)[] = [];
  const resource = createResource<string>(() => new Promise((resolve) => waiting.push(resolve)));
  const first = resource.refresh();
  resource.clear();
  const second = resource.refresh();
  waiting[1]?.({ ok: true, value: 'here' });
  waiting[0]?.({ ok: true, value: 'elsewhere' });
  await Promise.all([first, second]);
  expect(resource.store.getState().value).toBe('here');
});

test('a list grows page by page, and begins again when it is refreshed', async () => {
  const pages = [
    { ok: true as const, items: [1, 2], cursor: 'a', head: 'head' },
    { ok: true as const, items: [3], cursor: null, head: 'head' },
    { ok: true as const, items: [9], cursor: null, head: 'head' },
  ];
  const asked: (string | undefined)[] = [];
  const list = createPaged<number, string>((cursor) => {
    asked.push(cursor);
    return Promise.resolve(pages.shift() ?? offline);
  });
  await list.refresh();
  await list.more();
  await list.more();
  expect(list.store.getState().items).toEqual([1, 2, 3]);
  expect(asked).toEqual([undefined, 'a']);
  await list.refresh();
  expect(list.store.getState().items).toEqual([9]);
});

test('a page that does not come leaves the list as it is', async () => {
  const pages = [{ ok: true as const, items: [1], cursor: 'a', head: null }, offline];
  const list = createPaged<number, null>(() => Promise.resolve(pages.shift() ?? offline));
  await list.refresh();
  await list.more();
  expect(list.store.getState()).toMatchObject({ items: [1], cursor: 'a', no: offline, loading: false });
});
