// What a card, a poster or an invite carries when it opens the app.

/** Where a person comes from and goes to. */
export interface Entry {
  readonly communityId: string;
  readonly campaignId: string | null;
  readonly inviteToken: string | null;
}

/** The query of an opened path; values may be missing, and are never trusted. */
export type EntryQuery = Readonly<Record<string, string | undefined>>;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const SCENE = /^([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+)$/;

/** A mini-code carries 32 characters in `scene`: ours the community and an invite's token, which only the server can read. */
function sceneOf(query: EntryQuery): EntryQuery {
  const [, c, t] = SCENE.exec(decoded(query.scene ?? '')) ?? [];
  return c === undefined ? {} : { c, t };
}

/** Reads an entry: `c` names the community, `id` the campaign, `t` the invite; null when nobody's community is named. */
export function readEntry(query: EntryQuery): Entry | null {
  const all = { ...sceneOf(query), ...query };
  if (all.c === undefined || all.c === '') return null;
  return { communityId: all.c, campaignId: all.id ?? null, inviteToken: all.t ?? null };
}

/** The path of a campaign's page, as cards carry it. */
export function campaignPath(communityId: string, campaignId: string): string {
  return `/packages/member/campaign/index?${campaignQuery(communityId, campaignId)}`;
}

/** The query of a campaign's page. */
export function campaignQuery(communityId: string, campaignId: string): string {
  return `c=${encodeURIComponent(communityId)}&id=${encodeURIComponent(campaignId)}`;
}

/** The path that leads into a community, for cards that are about no single campaign. */
export function communityPath(communityId: string): string {
  return `/packages/member/campaign/index?c=${encodeURIComponent(communityId)}`;
}
