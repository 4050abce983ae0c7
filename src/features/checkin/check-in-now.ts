// The check-in as a screen does it: the server decides, and what is on show follows at once.

import type { No } from '#app/features/call';
import type { CampaignCard } from '#app/features/campaign/campaign-parts';
import { phone } from '#app/features/this-phone';
import type { ValueOf } from '#core/contract';

/** What a check-in answers. */
export type CheckInValue = ValueOf<'checkin.checkIn'>;

/** A card after a check-in, of today or within the grace for the day before. */
export function afterCheckIn(card: CampaignCard, value: CheckInValue, today: string): CampaignCard {
  const isToday = value.on === today;
  return {
    ...card,
    people: isToday && !card.mine.checkedInToday ? card.people + 1 : card.people,
    mine: {
      ...card.mine,
      checkedInToday: card.mine.checkedInToday || isToday,
      streakDays: value.streakDays,
      totalDays: value.totalDays,
      next: value.next,
    },
  };
}

/** Checks in for today, or for the day `on` while its grace lasts; null when it is being done already. */
export async function checkInNow(
  campaignId: string,
  on?: string,
): Promise<{ readonly ok: true; readonly value: CheckInValue } | No | null> {
  const reply = await phone.checkIn.run({ communityId: phone.communities.current(), campaignId, ...(on === undefined ? {} : { on }) });
  if (reply === null) return null;
  if (!reply.ok) {
    // Somebody who checked in on another phone sees the stamp here too.
    if (reply.code === 'already_checked_in') void phone.home.refresh();
    return reply as No;
  }
  const { value } = reply;
  phone.home.put((home) => ({
    ...home,
    me: { ...home.me, points: value.points },
    campaigns: home.campaigns.map((card) => (card.campaignId === campaignId ? afterCheckIn(card, value, home.today) : card)),
  }));
  void phone.home.refresh();
  return reply;
}
