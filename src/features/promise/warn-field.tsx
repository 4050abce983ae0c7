// When the owner is warned that little is left: a share of what was set aside, chosen from a few.
import { View } from '@tarojs/components';
import { useState } from 'react';
import { NoNote } from '#app/features/no-view.tsx';
import type { OwnerCampaign } from '#app/features/owner-desk';
import { desk } from '#app/features/this-desk';
import { useDeed } from '#app/features/this-phone';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { Card } from '#app/ui/card.tsx';
import { ChoiceField } from '#app/ui/choice-field.tsx';
import { DoneNote } from '#app/ui/states.tsx';
import { Tag } from '#app/ui/tag.tsx';

/** The shares that are offered, in percent; 0 warns only once nothing is left. */
const shares = [0, 10, 20, 30, 50];

/** The setting, and what of the campaign is low at it; nothing where the campaign gives nothing out. */
export function WarnField({ campaign, communityId }: { readonly campaign: OwnerCampaign; readonly communityId: string }) {
  const says = useOwnersWords().owner.promises.low;
  const { busy, no } = useDeed(desk.warnAt);
  const [isSaved, setIsSaved] = useState(false);
  const { card, low, gone, lowAtPercent, couponsReserved, pointsReserved, goodsReserved } = campaign;
  if (couponsReserved + pointsReserved + goodsReserved === 0) return null;
  const choose = async (chosen: string) => {
    if (busy || Number(chosen) === lowAtPercent) return;
    setIsSaved(false);
    const reply = await desk.warnAt.run({ communityId, campaignId: card.campaignId, percent: Number(chosen) });
    if (reply?.ok !== true) return;
    setIsSaved(true);
    void desk.today.refresh();
  };
  // A share that was set elsewhere stands among those that are offered.
  const offered = [...new Set([...shares, lowAtPercent])].sort((one, other) => one - other);
  const choices = offered.map((share) => ({ value: String(share), text: share === 0 ? says.never : says.at(share) }));
  return (
    <Card id="low-warning">
      <ChoiceField
        id="warn-at"
        label={says.title}
        value={String(lowAtPercent)}
        choices={choices}
        onChange={(chosen) => void choose(chosen)}
      />
      {low.map((unit) => (
        <View key={unit} className="row">
          <Tag text={says[gone.includes(unit) ? 'gone' : 'tag'](says.units[unit])} tone="amber" />
        </View>
      ))}
      {isSaved ? <DoneNote id="warn-saved" text={says.saved} /> : null}
      {no === null ? null : <NoNote no={no} />}
    </Card>
  );
}
