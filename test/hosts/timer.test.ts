// The timer's hosts: who may fire it in the cloud, what WeChat may tell it, and that a server runs one at a time and stops with it.
import { describe, expect, it } from 'vitest';
import { createHmacCodes } from '#server/adapters/codes-hmac/hmac-codes';
import { createLogMessenger } from '#server/adapters/messenger-log/log-messenger';
import { createMemoryStore } from '#server/adapters/store-memory/create-memory-store';
import type { JobParts } from '#server/app/run-jobs';
import { startTimer } from '#server/hosts/node/start-timer';
import { watchSignatures } from '#server/hosts/wechat/open-store';
import { createTimerMain, type TimerParts } from '#server/hosts/wechat/timer/create-timer-main';
import { Fault } from '#server/ports/fault';
import type { Store } from '#server/ports/store';
import { loadedDice } from '../support/town';
import { createHeardLog } from './node-host';

const now = Date.UTC(2026, 2, 2, 4);
const clock = { now: () => now };

function partsOver(store: Store = createMemoryStore()): JobParts & { readonly log: ReturnType<typeof createHeardLog> } {
  const log = createHeardLog();
  return { store, codes: createHmacCodes('test-codes'), dice: loadedDice(), messenger: createLogMessenger(log), log };
}

/** A function in whose context stands SOURCE; `heard` is what its handlers were given. */
function openFunction(SOURCE: unknown, given: Partial<TimerParts> = {}) {
  const parts = partsOver();
  const heard: unknown[] = [];
  const handlers = { wxa_media_check: async (message: unknown) => void heard.push(message) };
  const main = createTimerMain({
    context: () => ({ SOURCE }),
    open: async () => parts,
    handlers,
    clock,
    dice: parts.dice,
    log: parts.log,
    budgetMs: 1_000,
    ...given,
  });
  return { main, heard, parts };
}

const timerEvent = { Type: 'Timer', TriggerName: 'minutes', Time: '2026-03-02T04:00:00Z', Message: '' };
const push = { MsgType: 'event', Event: 'wxa_media_check', FromUserName: 'oMember', trace_id: 'trace-1' };

describe('the cloud function of the timer', () => {
  it('runs the jobs when the platform fires it, whatever the event says', async () => {
    for (const event of [timerEvent, undefined, {}, { MsgType: 7 }]) {
      const { main } = openFunction('wx_trigger');
      expect(await main(event)).toEqual({ communities: 0, done: 0, failed: 0, cut: false });
    }
  });

  it.each([
    'wx_client',
    'wx_devtools',
    'wx_http',
    'wx_crawler',
    'wx_client,scf',
    'wx_trigger,scf',
    'wx_client,wx_trigger',
    'scf',
    '',
    undefined,
    7,
  ])('does nothing for %s, even with the event of a timer', async (source) => {
    const { main, parts } = openFunction(source);
    expect(await main({ ...timerEvent, SOURCE: 'wx_trigger' })).toEqual({ denied: 'not_a_timer' });
    expect(parts.log.lines).toMatchObject([{ event: 'not_a_timer' }]);
  });

  it('hands what WeChat pushes to the handler of its event, and acknowledges what has none', async () => {
    for (const source of ['wx_trigger', undefined, '', 'wx_unknown']) {
      const { main, heard } = openFunction(source);
      expect(await main(push)).toBe('success');
      expect(heard).toEqual([push]);
      expect(await main({ ...push, Event: 'wxa_something_new' })).toBe('success');
      expect(await main({ ...push, Event: 'constructor' })).toBe('success');
      expect(heard).toEqual([push]);
    }
  });

  it.each(['wx_client', 'wx_devtools', 'wx_http', 'wx_client,scf', 'wx_unknown,wx_client', 'scf'])(
    'takes no push from %s: the event proves nothing',
    async (source) => {
      const { main, heard } = openFunction(source);
      expect(await main(push)).toEqual({ denied: 'not_a_timer' });
      expect(heard).toEqual([]);
    },
  );

  it('does not say success to a push that could not be handled, so that WeChat sends it again', async () => {
    const handlers = { wxa_media_check: async () => Promise.reject(new Fault('store_unavailable', 'not now')) };
    const { main, parts } = openFunction('wx_trigger', { handlers });
    expect(await main(push)).toEqual({ failed: expect.stringMatching(/^[a-z2-7]{8}$/) });
    expect(parts.log.lines).toMatchObject([{ level: 'warning', event: 'push_failed' }]);
  });

  it('opens everything anew when a signature was refused: the credentials of a warm instance run out', async () => {
    let opened = 0;
    const expired: Store = {
      ...createMemoryStore(),
      list: () =>
        Promise.reject(new Fault('store_unavailable', 'no', { cause: new Error('SIGN_PARAM_INVALID the signature has expired') })),
    };
    const open: TimerParts['open'] = async (forget) => {
      opened += 1;
      return partsOver(watchSignatures(opened === 1 ? expired : createMemoryStore(), forget));
    };
    const { main } = openFunction('wx_trigger', { open });
    expect(await main(timerEvent)).toHaveProperty('failed');
    expect(await main(timerEvent)).toHaveProperty('communities');
    expect(await main(timerEvent)).toHaveProperty('communities');
    expect(opened).toBe(2);
  });
});

describe('the timer of a server', () => {
  it('fires at once, never twice at the same time, and has ended when it has stopped', async () => {
    let running = 0;
    let runs = 0;
    let most = 0;
    const store = createMemoryStore();
    const slow: Store = {
      ...store,
      async list(...asked) {
        running += 1;
        runs += 1;
        most = Math.max(most, running);
        await new Promise(setImmediate);
        running -= 1;
        return store.list(...asked);
      },
    };
    const timer = startTimer(partsOver(slow), clock.now, 60_000);
    await Promise.all([timer.fire(), timer.fire(), timer.fire()]);
    expect(most).toBe(1);
    const before = runs;
    void timer.fire();
    await timer.stop();
    expect(running).toBe(0);
    await timer.fire();
    expect(runs).toBe(before);
  });

  it('goes on after a run that failed', async () => {
    const store = createMemoryStore();
    let failures = 1;
    const parts = partsOver({
      ...store,
      list: (...asked) => {
        failures -= 1;
        return failures >= 0 ? Promise.reject(new Fault('store_unavailable', 'not now')) : store.list(...asked);
      },
    });
    const timer = startTimer(parts, clock.now, 60_000);
    await timer.fire();
    await timer.fire();
    await timer.stop();
    expect(parts.log.lines).toMatchObject([{ event: 'timer_failed' }]);
    expect((await store.read(['_system/agenda'])).size).toBe(1);
  });
});
