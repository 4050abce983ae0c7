// What members do in trials, on the phone's own caller.
import { newRequestId } from '#app/features/call';
import { createDeed } from '#app/features/deed';
import { phone } from '#app/features/this-phone';
import type { InputOf } from '#core/contract';

const { caller } = phone;

export const trialDeeds = {
  apply: createDeed((input: InputOf<'trial.apply'>, id: string) => caller.change('trial.apply', input, id), newRequestId),
  report: createDeed((input: InputOf<'trial.report'>, id: string) => caller.change('trial.report', input, id), newRequestId),
  read: createDeed((input: InputOf<'trial.read'>, id: string) => caller.change('trial.read', input, id), newRequestId),
};
