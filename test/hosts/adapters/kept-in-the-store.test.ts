// What adapters keep in the store: secrets that are made once, and the demo clock's offset.
import { describe, expect, it } from 'vitest';
import { openDemoClock } from '#server/adapters/clock-demo/demo-clock';
import { cryptoDice } from '#server/adapters/dice-crypto/crypto-dice';
import { createJsonLog } from '#server/adapters/log-json/json-log';
import { loadInstallationSecrets } from '#server/adapters/signing/installation-secret';
import { createMemoryStore } from '#server/adapters/store-memory/create-memory-store';

describe('a secret of the installation', () => {
  it('is made once, however many processes ask at the same moment', async () => {
    const store = createMemoryStore();
    const asked = await Promise.all(Array.from({ length: 16 }, () => loadInstallationSecrets(store)));
    expect(new Set(asked.map(({ pepper }) => pepper)).size).toBe(1);
    expect(asked[0]?.pepper).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(asked[0]?.codes).not.toBe(asked[0]?.pepper);
  });

  it('for sessions may come from outside, and is then not written down', async () => {
    const store = createMemoryStore();
    expect((await loadInstallationSecrets(store, 'from outside')).session).toBe('from outside');
    const kept = await store.read(['_system/secret/session']);
    expect(kept.size).toBe(0);
  });
});

describe('the demo clock', () => {
  const base = { at: Date.UTC(2026, 2, 1), now: () => base.at };
  const hour = 3_600_000;

  it('stays moved after a restart, and goes on with the time', async () => {
    const store = createMemoryStore();
    const clock = await openDemoClock(store, base);
    expect(await clock.moveTo(base.at + 24 * hour)).toBe(base.at + 24 * hour);
    const again = await openDemoClock(store, { now: () => base.at + hour });
    expect(again.now()).toBe(base.at + 25 * hour);
  });

  it('never goes back, also when two processes move it', async () => {
    const store = createMemoryStore();
    const [one, other] = [await openDemoClock(store, base), await openDemoClock(store, base)];
    await one.moveTo(base.at + 48 * hour);
    expect(await other.moveTo(base.at + 24 * hour)).toBe(base.at + 48 * hour);
    await expect(one.moveTo(base.at + 47 * hour)).rejects.toThrow(RangeError);
    await expect(one.moveTo(Number.NaN)).rejects.toThrow(RangeError);
    const third = await openDemoClock(store, base);
    await one.moveTo(base.at + 72 * hour);
    expect(await third.refresh()).toBe(base.at + 72 * hour);
  });
});

describe('the log', () => {
  it('writes one line of JSON per event, an error with its stack in it', () => {
    const lines: string[] = [];
    createJsonLog((line) => lines.push(line), { now: () => 0 }).line('error', 'bug', { reference: 'abc' }, new Error('two\nlines'));
    expect(lines).toHaveLength(1);
    expect(lines[0]?.trimEnd()).not.toContain('\n');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ at: '1970-01-01T00:00:00.000Z', level: 'error', event: 'bug', reference: 'abc' });
  });

  it('never throws, whatever it is given and wherever it writes', () => {
    const failing = () => {
      throw new Error('the disk is full');
    };
    expect(() => createJsonLog(failing, { now: () => 0 }).line('notice', 'x', {})).not.toThrow();
    expect(() => createJsonLog(() => undefined, { now: () => Number.NaN }).line('notice', 'x', {})).not.toThrow();
  });
});

it('dice give ids of the asked length from a-z2-7, all different', () => {
  const ids = Array.from({ length: 500 }, () => cryptoDice.id(16));
  expect(new Set(ids).size).toBe(500);
  for (const id of ids) expect(id).toMatch(/^[a-z2-7]{16}$/);
});
