// The meter itself is right: what it lets pass is within the limits.
import { expect, test } from 'vitest';
import { measureScreen, mostPerSecond, SetDataMeter } from '../support/mini-program-meter';

function sent(data: Record<string, unknown>): SetDataMeter {
  const meter = new SetDataMeter();
  const receiver = { setData: () => undefined };
  meter.watch(receiver, 'page', () => 'pages/home/index');
  (receiver.setData as (data: object) => void)(data);
  return meter;
}

test('bytes are those of UTF-8, and what JSON would lose is named', () => {
  const [call] = sent({ 'root.cn.[0]': { v: '群', st: undefined } }).calls;
  expect(call).toMatchObject({ bytes: Buffer.byteLength('{"root.cn.[0]":{"v":"群"}}'), paths: ['root.cn.[0]'], lost: ['root.cn.[0].st'] });
});

test('the most calls in one second are found wherever that second begins', () => {
  const at = (...times: number[]) =>
    times.map((time) => ({ route: '', target: 'page', json: '', bytes: 0, at: time, paths: [], lost: [] }));
  expect(mostPerSecond([])).toBe(0);
  expect(mostPerSecond(at(0, 900, 1_000, 1_100, 1_899, 2_500))).toBe(4);
  expect(mostPerSecond(at(0, 1_000, 2_000))).toBe(1);
});

test('between two things that a person does lies the time that a person needs', () => {
  const meter = new SetDataMeter();
  const receiver = { setData: () => undefined };
  meter.watch(receiver, 'page', () => 'pages/home/index');
  for (let tap = 0; tap < 20; tap += 1) {
    meter.personActs();
    (receiver.setData as (data: object) => void)({});
  }
  expect(mostPerSecond(meter.calls)).toBeLessThanOrEqual(5);
});

test('nodes, depth and children are counted from the page down', () => {
  const page = document.createElement('div');
  page.innerHTML = '<p>text</p><p><b><i></i></b></p><p></p>';
  expect(measureScreen(page)).toEqual({ nodes: 6, depth: 4, children: 3 });
});
