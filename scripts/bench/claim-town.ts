// A community for the claim bench: the real application on the store that is measured, its members, and one drop after the other.
import type { InputOf, ValueOf } from '#core/contract';
import { createHmacCodes } from '#server/adapters/codes-hmac/hmac-codes';
import { createPlaygroundGroupProof } from '#server/adapters/group-proof-playground/playground-group-proof';
import { createSessionIdentity } from '#server/adapters/identity-session/session-identity';
import { type App, createApp } from '#server/app/create-app';
import type { Store } from '#server/ports/store';
import { perSecond } from './measure';

/** The community and its members. */
export interface ClaimTown {
  readonly communityId: string;
  /** Publishes a drop with so many coupons, one per member, and gives its id. */
  publish(stock: number): Promise<string>;
  /** One member's claim through the real action path; throws when it is refused. */
  claim(campaignId: string, member: number): Promise<void>;
  /** One member's claim: whether it was given. */
  tryClaim(campaignId: string, member: number): Promise<boolean>;
  /** What a member's claim is called in the journal. */
  requestOf(campaignId: string, member: number): string;
  memberIdOf(member: number): string;
}

const NOW = Date.UTC(2026, 2, 2, 1);
const GROUP = 'bench-group';
const JOINING_AT_ONCE = 256;

type Draft = InputOf<'campaign.save'>['draft'];

/** Creates the community on a store and lets the members join, through the real actions. */
export async function openClaimTown(store: Store, members: number): Promise<ClaimTown> {
  let thrown = 0;
  const dice = {
    id: (length: number): string => {
      thrown += 1;
      return thrown
        .toString(26)
        .replaceAll(/[0-9]/g, (digit) => 'qrstuvwxyz'.charAt(Number(digit)))
        .padStart(length, 'a');
    },
  };
  const clock = { now: () => NOW };
  const identity = createSessionIdentity({ sessionSecret: 'bench-session', pepper: 'bench-pepper', clock, demo: true });
  const groupProof = createPlaygroundGroupProof('bench-proof', dice);
  const log = {
    line: (_level: string, event: string, _fields: unknown, error?: unknown) => void process.stderr.write(`${event} ${String(error)}\n`),
  };
  const codes = createHmacCodes('bench-codes');
  const app: App = createApp({ store, clock, dice, identity, groupProof, codes, log, actionsPerMinute: Number.POSITIVE_INFINITY });
  const tokens = new Map<string, string>();

  function tokenOf(person: string): string {
    const token = tokens.get(person) ?? identity.issueSession(person, NOW).token;
    tokens.set(person, token);
    return token;
  }

  async function get<Value>(person: string, action: string, input: unknown, requestId: string): Promise<Value> {
    const reply = await app.handle({ action, input, requestId, credentials: { sessionToken: tokenOf(person) } });
    if (!reply.ok) throw new Error(`${action} was answered with ${JSON.stringify(reply)}`);
    return reply.value as Value;
  }

  const { communityId } = await get<ValueOf<'community.create'>>(
    'owner',
    'community.create',
    {
      name: '测速群',
      theme: '测速',
      promise: '每天测一测',
      organiser: '测速店',
      contact: '010-5555 0101',
      zone: 'Asia/Shanghai',
      dayStartsMinutes: 0,
      group: { proof: groupProof.issue(GROUP, 'owner', NOW), label: '测速群' },
    },
    'bench-create',
  );
  const personOf = (member: number): string => `member-${member}`;
  await perSecond(JOINING_AT_ONCE, members, async (member) => {
    const person = personOf(member);
    await get(person, 'community.enter', { communityId, proof: groupProof.issue(GROUP, person, NOW) }, `bench-enter-${member}`);
    await get(person, 'community.join', { communityId }, `bench-join-${member}`);
  });
  const requestOf = (campaignId: string, member: number): string => `claim-${campaignId}-${member}`;
  let drops = 0;

  return {
    communityId,
    requestOf,
    memberIdOf: (member) => identity.memberIdOf(communityId, personOf(member)),
    async publish(stock) {
      drops += 1;
      const { types } = await get<ValueOf<'campaign.types'>>('owner', 'campaign.types', { communityId }, `bench-types-${drops}`);
      const start = types.find((type) => type.code === 'coupon_drop')?.start;
      const parameters = { ...start?.parameters, stock, perMemberMax: 1 };
      const draft = { ...start, type: 'coupon_drop', title: '测速券', parameters } as Draft;
      const saved = await get<ValueOf<'campaign.save'>>('owner', 'campaign.save', { communityId, draft }, `save-drop-${drops}`);
      await get('owner', 'campaign.publish', { communityId, campaignId: saved.campaignId }, `publish-drop-${drops}`);
      return saved.campaignId;
    },
    async claim(campaignId, member) {
      await get(personOf(member), 'coupon.claim', { communityId, campaignId }, requestOf(campaignId, member));
    },
    async tryClaim(campaignId, member) {
      const request = { action: 'coupon.claim', input: { communityId, campaignId }, requestId: requestOf(campaignId, member) };
      return (await app.handle({ ...request, credentials: { sessionToken: tokenOf(personOf(member)) } })).ok;
    },
  };
}
