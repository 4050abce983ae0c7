// The built mini-program in the hand of somebody of the town: what it asks the cloud function is answered by the real application.
import { resolve } from 'node:path';
import { vi } from 'vitest';
import { MiniProgram } from './mini-program';
import type { CloudCall } from './mini-program-wx';
import type { Resident } from './town';

/** Where `npm run build -- weapp` puts the mini-program. */
export const builtFolder = resolve(__dirname, '..', '..', 'dist/weapp');

/** What the app puts into a call of the cloud function. */
export interface Envelope {
  readonly action: string;
  readonly input: unknown;
  readonly requestId?: string;
}

export const envelopeOf = (call: CloudCall) => call.data as Envelope;

/**
 * Takes the mini-program into a resident's hand.
 * @param hold lets every answer wait until it resolves, as a slow network does
 */
export function inHand(resident: Resident, hold: Promise<void> = Promise.resolve()): MiniProgram {
  return new MiniProgram(builtFolder, {
    answer: async (call) => {
      const { action, input, requestId } = envelopeOf(call);
      await hold;
      return resident.send(action, input, requestId);
    },
    groupCloudId: () => resident.proof(),
  });
}

/** Other programs may keep the machine busy; what never comes is told after this long. */
const PATIENCE_MS = 20_000;

/** Waits until something holds on the screen. */
export function eventually<Result>(check: () => Result): Promise<Result> {
  return vi.waitFor(check, { timeout: PATIENCE_MS });
}

/** Waits until the app has drawn the element with an id. */
export function drawn(program: MiniProgram, id: string): Promise<Element> {
  return eventually(() => {
    const element = program.find(id);
    if (!element) throw new Error(`no #${id} on ${program.route}: ${program.screen.textContent}`);
    return element;
  });
}

/** Waits until so many elements fit a selector. */
export function drawnTimes(program: MiniProgram, selector: string, times: number): Promise<readonly Element[]> {
  return eventually(() => {
    const elements = Array.from(program.screen.querySelectorAll(selector));
    if (elements.length !== times) throw new Error(`${elements.length} times ${selector} on ${program.route}`);
    return elements;
  });
}

/** Waits until the app no longer shows the element with an id. */
export function gone(program: MiniProgram, id: string): Promise<void> {
  return eventually(() => {
    if (program.find(id)) throw new Error(`#${id} is still on ${program.route}`);
  });
}

/** Taps what has an id, as soon as it is there. */
export async function tapOn(program: MiniProgram, id: string): Promise<void> {
  program.tap(await drawn(program, id));
}

/** Writes into a field, as a keyboard does: the field's whole text at once. */
export async function typeInto(program: MiniProgram, id: string, value: string): Promise<void> {
  const field = await drawn(program, id);
  program.happen(field.querySelector('wx-input, input') ?? field, 'input', { value });
}

/** What the phone has asked of an action. */
export function callsOf(program: MiniProgram, action: string): CloudCall[] {
  return program.wx.cloudCalls.filter((call) => envelopeOf(call).action === action);
}
