// A small shop for journeys that begin after the owner's work is done: its community, clerk and campaigns, made by the real actions.
import type { InputOf } from '#core/contract';
import { addDays, type Day } from '#core/values/day';
import { communityInput } from '../../hosts/node-host';
import type { Stage, Voice } from './start-stage';

type Draft = InputOf<'campaign.save'>['draft'];

/** What the owner calls the group. */
export const GROUP = '幸福里果蔬群';

/** The shop. */
export interface Shop {
  readonly communityId: string;
  readonly groupId: string;
  readonly owner: Voice;
  /** The day on which the shop was opened. */
  readonly today: Day;
  /** Saves and publishes a campaign, and posts its card into the group. */
  publish(type: Draft['type'], title: string, choices?: Partial<Draft>): Promise<string>;
  /** Has a persona come through the group's card, again after some days. */
  enter(persona: string): Promise<Voice>;
  /** Makes a persona a member who has come through the group's card. */
  join(persona: string, nickname?: string): Promise<Voice>;
  /** Makes a member a clerk. */
  appoint(persona: string): Promise<void>;
}

async function proofOf(stage: Stage, persona: string): Promise<string> {
  const { proof } = await stage.playground('proof', { persona });
  if (typeof proof !== 'string') throw new Error(`${persona} is not in the group`);
  return proof;
}

/** Opens the shop. */
export async function openShop(stage: Stage): Promise<Shop> {
  const owner = await stage.voice('owner');
  const today = await stage.today();
  const { communityId } = await owner.get('community.create', {
    ...communityInput,
    contact: '店内服务台，每天 7:00–20:00',
    group: { proof: await proofOf(stage, 'owner'), label: GROUP },
  });
  const { groups } = await owner.get('community.groups', { communityId });
  const groupId = groups[0]?.groupId ?? '';
  const memberIds = new Map<string, string>();

  async function enter(persona: string): Promise<Voice> {
    const voice = await stage.voice(persona);
    await voice.get('community.enter', { communityId, proof: await proofOf(stage, persona) });
    return voice;
  }

  return {
    communityId,
    groupId,
    owner,
    today,
    enter,
    async publish(type, title, choices = {}) {
      const { types } = await owner.get('campaign.types', { communityId });
      const start = types.find(({ code }) => code === type)?.start;
      if (start === undefined) throw new Error(`no type ${type}`);
      // A plan is as long as its milestones need.
      const days = { startsOn: today, endsOn: addDays(today, type === 'checkin_plan' ? 29 : 13) };
      const windows: Readonly<Record<string, Draft['parameters']>> = {
        coupon_drop: { useFromOn: today, useUntilOn: addDays(today, 20) },
        invite_reward: { useUntilOn: addDays(today, 20) },
      };
      const parameters = { ...start.parameters, ...windows[type], ...choices.parameters };
      const draft: Draft = { ...start, title, ...days, ...choices, parameters };
      const { campaignId } = await owner.get('campaign.save', { communityId, draft });
      await owner.get('campaign.publish', { communityId, campaignId });
      const { card } = await owner.get('campaign.post', { communityId, campaignId });
      await stage.playground('send', { from: 'owner', to: null, card: { ...card, picture: null } });
      return campaignId;
    },
    async join(persona, nickname) {
      const voice = await enter(persona);
      const { memberId } = await voice.get('community.join', { communityId });
      memberIds.set(persona, memberId);
      if (nickname !== undefined) await voice.get('membership.showName', { communityId, nickname });
      return voice;
    },
    async appoint(persona) {
      await owner.get('community.appoint', { communityId, memberId: memberIds.get(persona) ?? '', role: 'clerk' });
    },
  };
}
