// How each refusal around trials comes about, by something that people do at the counter's shop.
import type { RefusalCode } from '#core/refusals';
import type { AppReply } from '#server/app/create-app';
import type { openCounter } from './counter';
import { FIRST_DAY } from './town';
import { useVoucher } from './trying';

type Counter = Awaited<ReturnType<typeof openCounter>>;
type Road = (counter: Counter) => Promise<AppReply>;

const text = '外脆里软,下次还来买';

/** A trial of one day in which Anna has a voucher. */
async function chosen({ anna, publish, communityId }: Counter) {
  const days = { endsOn: FIRST_DAY, parameters: { item: '核桃包', useUntilOn: FIRST_DAY, reportUntilOn: FIRST_DAY } };
  const input = { communityId, campaignId: await publish({ type: 'trial', ...days }) };
  await anna.get('trial.apply', { ...input, text: '豆浆' });
  return input;
}

/** The refusals of applying and reporting. */
export const trialRoads = {
  already_applied: async (counter) => counter.anna.call('trial.apply', { ...(await chosen(counter)), text: '油条' }),
  report_owed: async (counter) => {
    const { anna, owner, communityId, publish, town } = counter;
    await useVoucher(anna, owner, await chosen(counter));
    const next = { communityId, campaignId: await publish({ type: 'trial', parameters: { item: '吐司' } }) };
    town.nextDay();
    return anna.call('trial.apply', { ...next, text: '面包' });
  },
  not_selected: async (counter) => counter.cashier.call('trial.report', { ...(await chosen(counter)), text, stars: 5 }),
  not_redeemed_yet: async (counter) => counter.anna.call('trial.report', { ...(await chosen(counter)), text, stars: 5 }),
  report_given: async (counter) => {
    const input = await chosen(counter);
    await useVoucher(counter.anna, counter.owner, input);
    await counter.anna.get('trial.report', { ...input, text, stars: 5 });
    return counter.anna.call('trial.report', { ...input, text, stars: 1 });
  },
} satisfies Partial<Record<RefusalCode, Road>>;
