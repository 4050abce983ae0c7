// An operator's link over HTTP: its page, and the exchange of its ticket for the owner's session.
import type { Hono } from 'hono';
import * as v from 'valibot';
import { systemClock } from '#server/adapters/clock-system/system-clock';
import { giveCookie, isSameOrigin } from '#server/hosts/node/browser-session';
import { OWNER_LINK_PATH, readTicket, useTicket } from '#server/hosts/node/owner-link';
import { ownerLinkPage } from '#server/hosts/node/owner-link-page';
import { readJson } from '#server/hosts/node/read-json';
import { addressOf, deny, denyForeign } from '#server/hosts/node/respond';
import type { SessionParts } from '#server/hosts/node/session-routes';
import { browserBounds, createVisitorLimit } from '#server/hosts/node/visitor-limit';

const asked = v.strictObject({ ticket: v.pipe(v.string(), v.maxLength(200)), signsIn: v.boolean() });

/** Adds the page and the exchange. What a link leads to is said as often as it is asked for; it signs in once. */
export function addOwnerLinks(http: Hono, { store, identity, publicUrl, log }: SessionParts): void {
  const limit = createVisitorLimit(browserBounds);
  http.get(OWNER_LINK_PATH, (context) => context.html(ownerLinkPage));
  http.post('/session/owner', async (context) => {
    if (!isSameOrigin(context, publicUrl)) return denyForeign(context);
    const json = await readJson(context);
    if ('denial' in json) return deny(context, json.denial);
    const now = systemClock.now();
    const seconds = limit(addressOf(context, publicUrl), now);
    if (seconds !== null) return deny(context, { code: 'slow_down', data: { seconds } });
    const { success, output } = v.safeParse(asked, json.body);
    const owner = success ? await (output.signsIn ? useTicket : readTicket)(store, output.ticket, now) : null;
    if (!success || owner === null) return deny(context, { code: 'invalid_input', data: { path: 'ticket', problem: 'opens_nothing' } });
    const answer = { ok: true, community: owner.communityName };
    if (!output.signsIn) return context.json(answer);
    log.line('notice', 'owner_link_used', { community: owner.communityId, member: owner.ownerId });
    giveCookie(context, identity.issueSession(owner.personKey, now), now, publicUrl);
    return context.json(answer);
  });
}
