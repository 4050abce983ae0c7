// A community for the claim bench: the real application on the store that is measured, its members, and one drop after the other.
import type { InputOf, ValueOf } from '#core/contract';
import { createHmacCodes } from '#server/adapters/codes-hmac/hmac-codes';
import { createKeywordContentCheck } from '#server/adapters/content-check-keywords/keyword-content-check';
import { createPlaygroundGroupProof } from '#server/adapters/group-proof-playground/playground-group-proof';
import { createSessionIdentity } from '#server/adapters/identity-session/session-identity';
import { createJsonLog } from '#server/adapters/log-json/json-log';
import { createLogMessenger } from '#server/adapters/messenger-log/log-messenger';
import { noMiniCode } from '#server/adapters/mini-code-none/no-mini-code';
import { createDocumentPictures } from '#server/adapters/pictures-documents/document-pictures';
import { createKeyedFingerprint } from '#server/adapters/signing/keyed-fingerprint';
import { type AppReply, createApp } from '#server/app/create-app';
import type { Dice } from '#server/ports/dice';
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

/** Dice that give the same ids in every run. */
function countingDice(): Dice {
  let thrown = 0;
  return {
    id(length) {
      thrown += 1;
      return thrown
        .toString(26)
        .replaceAll(/[0-9]/g, (digit) => 'qrstuvwxyz'.charAt(Number(digit)))
        .padStart(length, 'a');
    },
  };
}

/** The application on a store, and people with sessions who ask it things. */
function openApp(store: Store) {
  const dice = countingDice();
  const clock = { now: () => NOW };
  const identity = createSessionIdentity({ sessionSecret: 'bench-session', pepper: 'bench-pepper', clock, demo: true });
  const groupProof = createPlaygroundGroupProof('bench-proof', dice);
  const log = createJsonLog((line) => process.stderr.write(line), clock);
  const codes = createHmacCodes('bench-codes');
  const app = createApp({
    store,
    clock,
    dice,
    identity,
    groupProof,
    codes,
    messenger: createLogMessenger(log),
    miniCode: noMiniCode,
    contentCheck: createKeywordContentCheck(),
    pictures: createDocumentPictures(store),
    fingerprint: createKeyedFingerprint('bench-journal'),
    log,
    actionsPerMinute: Number.POSITIVE_INFINITY,
  });
  const tokens = new Map<string, string>();

  function ask(person: string, action: string, input: unknown, requestId: string): Promise<AppReply> {
    const sessionToken = tokens.get(person) ?? identity.issueSession(person, NOW).token;
    tokens.set(person, sessionToken);
    return app.handle({ action, input, requestId, credentials: { sessionToken } });
  }

  return {
    ask,
    async get<Value>(person: string, action: string, input: unknown, requestId: string): Promise<Value> {
      const reply = await ask(person, action, input, requestId);
      if (!reply.ok) throw new Error(`${action} was answered with ${JSON.stringify(reply)}`);
      return reply.value as Value;
    },
    proofOf: (person: string): string => groupProof.issue(GROUP, person, NOW),
    memberIdIn: (communityId: string, person: string): string => identity.memberIdOf(communityId, person),
  };
}

/** Creates the community on a store and lets the members join, through the real actions. */
export async function openClaimTown(store: Store, members: number): Promise<ClaimTown> {
  const { ask, get, proofOf, memberIdIn } = openApp(store);
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
      group: { proof: proofOf('owner'), label: '测速群' },
    },
    'bench-create',
  );
  const personOf = (member: number): string => `member-${member}`;
  await perSecond(JOINING_AT_ONCE, members, async (member) => {
    const person = personOf(member);
    await get(person, 'community.enter', { communityId, proof: proofOf(person) }, `bench-enter-${member}`);
    await get(person, 'community.join', { communityId }, `bench-join-${member}`);
  });
  const requestOf = (campaignId: string, member: number): string => `claim-${campaignId}-${member}`;
  let drops = 0;

  return {
    communityId,
    requestOf,
    memberIdOf: (member) => memberIdIn(communityId, personOf(member)),
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
      return (await ask(personOf(member), 'coupon.claim', { communityId, campaignId }, requestOf(campaignId, member))).ok;
    },
  };
}
