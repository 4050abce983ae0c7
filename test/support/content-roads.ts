// How each refusal around content comes about, by something that people do at the counter's shop.
import type { RefusalCode } from '#core/refusals';
import type { AppReply } from '#server/app/create-app';
import type { openCounter } from './counter';

type Road = (counter: Awaited<ReturnType<typeof openCounter>>) => Promise<AppReply>;

/** The refusals of answering, writing and reporting. */
export const contentRoads = {
  already_answered: async ({ anna, publish, communityId }) => {
    const input = { communityId, campaignId: await publish({ type: 'quiz' }), chosen: [1] };
    await anna.get('content.answer', input);
    return anna.call('content.answer', input);
  },
  not_answered: async ({ anna, publish, communityId }) => {
    return anna.call('content.results', { communityId, campaignId: await publish({ type: 'poll' }) });
  },
  choices_off: async ({ anna, publish, communityId }) => {
    return anna.call('content.answer', { communityId, campaignId: await publish({ type: 'poll' }), chosen: [1, 2] });
  },
  asked_all: async ({ anna, publish, communityId }) => {
    const campaignId = await publish({ type: 'question', parameters: { questionsMax: 1 } });
    await anna.get('content.post', { communityId, campaignId, text: '怎么存放?' });
    return anna.call('content.post', { communityId, campaignId, text: '还有呢?' });
  },
  own_entry: async ({ anna, publish, communityId }) => {
    const input = { communityId, campaignId: await publish({ type: 'topic' }) };
    const { slot } = await anna.get('content.post', { ...input, text: '豆浆' });
    return anna.call('content.report', { ...input, memberId: anna.memberIdIn(communityId), slot, reason: 'other' });
  },
  already_accepted: async ({ anna, cashier, publish, communityId }) => {
    const input = { communityId, campaignId: await publish({ type: 'question' }) };
    const { slot } = await anna.get('content.post', { ...input, text: '怎么存放?' });
    const question = { memberId: anna.memberIdIn(communityId), slot };
    await cashier.get('content.post', { ...input, question, text: '放阴凉处' });
    const accepted = { ...input, slot, helperId: cashier.memberIdIn(communityId) };
    await anna.get('content.accept', accepted);
    return anna.call('content.accept', accepted);
  },
  already_reported: async ({ anna, cashier, publish, communityId }) => {
    const input = { communityId, campaignId: await publish({ type: 'topic' }) };
    const { slot } = await anna.get('content.post', { ...input, text: '豆浆' });
    const reported = { ...input, memberId: anna.memberIdIn(communityId), slot, reason: 'other' } as const;
    await cashier.get('content.report', reported);
    return cashier.call('content.report', reported);
  },
} satisfies Partial<Record<RefusalCode, Road>>;
