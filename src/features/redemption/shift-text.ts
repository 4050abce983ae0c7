// The shift as a text to paste, such as into a chat: the same numbers as on the screen.
import type { Shift } from '#app/features/redemption/create-shift';
import type { OwnersWords } from '#app/i18n/words';

/** Lines of a day's shift, each clerk with their campaigns. */
export function shiftText(words: OwnersWords, community: string, { on, clerks }: Shift): string {
  const { owner, formats } = words;
  const { text, empty } = owner.shift;
  const { money } = formats;
  const lines = clerks.flatMap(({ clerk, count, orderFen, offFen, payFen, undone, campaigns }) => [
    text.clerk(owner.shared.person(clerk.name, clerk.tag), count),
    text.sums(money(orderFen), money(offFen), money(payFen)),
    ...campaigns
      .filter((campaign) => campaign.count > 0)
      .map(({ title, count: used, offFen: off }) => text.campaign(title, used, money(off))),
    ...(undone === 0 ? [] : [text.undone(undone)]),
  ]);
  return [text.head(community, formats.day(on)), ...(lines.length === 0 ? [empty] : lines)].join('\n');
}
