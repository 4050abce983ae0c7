// Who relies on a campaign, said before its owner ends it: unused coupons, friends who wait, members near a milestone.
import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { phone } from '#app/features/this-phone';
import { useWords } from '#app/i18n/use-words';
import type { Words } from '#app/i18n/words';
import type { ValueOf } from '#core/contract';

type Answer = ValueOf<'promise.holders'>;
type Found = Readonly<Record<'coupons' | 'invites' | 'members', Answer | null>>;

/** What an end would touch, one line each. */
function linesOf({ owner, formats }: Words, { coupons, invites, members }: Found): readonly string[] {
  const says = owner.promises.holders;
  const lines: string[] = [];
  const last = coupons?.holders[coupons.holders.length - 1]?.untilOn ?? null;
  if (coupons !== null && last !== null) {
    const count = formats.coupons(coupons.holders.length);
    lines.push(coupons.cursor === null ? says.coupons(count, formats.day(last)) : says.coupons(`${count}+ `, formats.day(last)));
  }
  if (invites !== null && invites.holders.length > 0) lines.push(says.invites(invites.holders.length));
  const running = members?.holders ?? [];
  if (running.length > 0) lines.push(says.members(running.length));
  const owed = running.flatMap((holder) => holder.owed ?? []);
  const points = owed.reduce((sum, one) => sum + one.points, 0);
  if (owed.length > 0) lines.push(says.owed(owed.length, formats.points(points)));
  return lines.length === 0 ? [says.none] : lines;
}

/** Asks while the sheet is open; what cannot be asked is left out rather than standing in the way. */
export function EndHolders({ communityId, campaignId, open }: { communityId: string; campaignId: string; open: boolean }) {
  const words = useWords();
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    if (!open) return;
    let isWanted = true;
    const ask = async (part: keyof Found) => {
      const reply = await phone.caller.view('promise.holders', { communityId, campaignId, part });
      return reply.ok ? reply.value : null;
    };
    void Promise.all([ask('coupons'), ask('invites'), ask('members')]).then(([coupons, invites, members]) => {
      if (isWanted) setFound({ coupons, invites, members });
    });
    return () => {
      isWanted = false;
    };
  }, [open, communityId, campaignId]);
  const lines = found === null ? [words.owner.promises.holders.asking] : linesOf(words, found);
  return (
    <View id="end-holders">
      {lines.map((line) => (
        <View key={line}>
          <Text className="strong">{line}</Text>
        </View>
      ))}
    </View>
  );
}
