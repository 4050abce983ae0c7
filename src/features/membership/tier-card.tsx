// My tier on the page about me: what is missing for the next step; why I stand here, what the next one opens, and when this one fades.
import { Text, View } from '@tarojs/components';
import { useCallback, useState } from 'react';
import { ReminderOffer } from '#app/features/reminder/reminder-offer.tsx';
import { phone, useAskNow, useResource } from '#app/features/this-phone';
import { useWords } from '#app/i18n/use-words';
import { LinkButton } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/card.tsx';
import { Tag } from '#app/ui/tag.tsx';
import type { ValueOf } from '#core/contract';
import { isAtLeast, type TierCode } from '#core/rules/membership/tier-code';
import './tier-card.scss';

type Standing = ValueOf<'membership.standing'>;
type Criterion = Standing['why']['criteria'][number];

function CriterionRow({ criterion }: { readonly criterion: Criterion }) {
  const says = useWords().member.tier;
  const { code, need, withinDays, have, met } = criterion;
  const percent = Math.min(100, Math.round((have / need) * 100));
  return (
    <View className="criterion">
      <View className="criterion__words">
        <Text className="criterion__text">{says.criteria[code](need, withinDays)}</Text>
        <Text className={`criterion__state${met ? ' criterion__state--met' : ''}`}>{met ? says.met : says.missing[code](need - have)}</Text>
      </View>
      <View className="criterion__line">
        <View className="criterion__fill" style={{ width: `${percent}%` }} />
      </View>
      <Text className="quiet tabular">{says.progress(have, need)}</Text>
    </View>
  );
}

/** What the next tier opens: the campaigns of now that ask for it, and what every such tier brings. */
function Gives({ tier }: { readonly tier: TierCode }) {
  const words = useWords();
  const says = words.member.tier;
  const campaigns = useResource(phone.home).value?.campaigns ?? [];
  const opened = campaigns.filter(({ locked }) => {
    const need = locked?.code === 'tier_too_low' ? (locked.data as { readonly need?: TierCode }).need : undefined;
    return need !== undefined && isAtLeast(tier, need);
  });
  return (
    <View className="tier-card__part" id="tier-gives">
      <Text className="tier-card__heading">{says.gives(words.tiers[tier])}</Text>
      {opened.map(({ campaignId, title }) => (
        <Text key={campaignId}>{says.opens(title)}</Text>
      ))}
      <Text className="quiet">{says.givesAll}</Text>
    </View>
  );
}

/** Until when the tier stays, and what happens then. */
function Fades({ standing }: { readonly standing: Standing }) {
  const words = useWords();
  const says = words.member.tier;
  const { tier, keptUntilOn, isFading } = standing;
  const day = keptUntilOn === null ? null : words.formats.day(keptUntilOn);
  const text = day === null ? says.never : isFading ? says.fading(words.tiers[tier], day) : says.kept(day);
  return (
    <View className="tier-card__part" id="tier-fades">
      <Text className="tier-card__heading">{says.fades}</Text>
      <Text className="quiet">{text}</Text>
      {day === null ? null : <Text className="quiet">{says.oneStep}</Text>}
    </View>
  );
}

function Reasons({ standing }: { readonly standing: Standing }) {
  const words = useWords();
  const says = words.member.tier;
  const { why, next, influence, sinceOn } = standing;
  return (
    <>
      <View className="tier-card__part" id="tier-why">
        <Text className="tier-card__heading">{says.why(words.tiers[why.tier])}</Text>
        {why.criteria.length === 0 ? <Text className="quiet">{says.whyFirst}</Text> : null}
        {why.criteria.length === 0 || sinceOn === null ? null : <Text className="quiet">{says.since(words.formats.fullDay(sinceOn))}</Text>}
        {why.criteria.map((criterion) => (
          <CriterionRow key={criterion.code} criterion={criterion} />
        ))}
      </View>
      {next === null ? null : (
        <>
          <View className="tier-card__part" id="tier-next">
            <Text className="tier-card__heading">{says.next(words.tiers[next.tier])}</Text>
            {next.criteria.map((criterion) => (
              <CriterionRow key={criterion.code} criterion={criterion} />
            ))}
          </View>
          <Gives tier={next.tier} />
        </>
      )}
      <Fades standing={standing} />
      <View className="tier-card__part">
        <Text className="tier-card__heading">{`${says.influence} ${influence.total}`}</Text>
        <Text className="quiet">{says.influenceOf(influence.helped, influence.invited)}</Text>
      </View>
    </>
  );
}

/** What is missing for the next tier, in one sentence with its numbers. */
function NextStep({ next }: { readonly next: Standing['next'] }) {
  const words = useWords();
  const says = words.member.tier;
  if (next === null) return <Text>{says.top}</Text>;
  const open = next.criteria.filter(({ met }) => !met).map(({ code, need, have }) => says.open[code](need - have));
  return <Text>{says.nextStep(words.tiers[next.tier], open.join(says.and))}</Text>;
}

/** The card; nothing stands there until the standing has come, and an old one stays while there is no network. */
export function TierCard() {
  const words = useWords();
  const says = words.member.tier;
  const { value } = useResource(phone.standing);
  const ask = useCallback(() => void phone.standing.refresh(), []);
  useAskNow(ask);
  const [open, setOpen] = useState(false);
  if (value === null) return null;
  const { tier, keptUntilOn, isFading, points, next } = value;
  const day = keptUntilOn === null ? null : words.formats.day(keptUntilOn);
  return (
    <Card id="my-tier" title={says.title} aside={<Tag text={words.tiers[tier]} tone={tier === 'core_fan' ? 'seal' : 'green'} />}>
      {day !== null && isFading ? <Text>{says.fading(words.tiers[tier], day)}</Text> : <NextStep next={next} />}
      {points.expiring === null ? null : (
        <Text className="quiet" id="points-expiring">
          {says.expiring(words.formats.points(points.expiring.points), words.formats.fullDay(points.expiring.on))}
        </Text>
      )}
      {isFading || points.expiring !== null ? <ReminderOffer id="remind-standing" asked={{ kind: 'standing_fading' }} /> : null}
      {open ? <Reasons standing={value} /> : <LinkButton id="open-tier" text={says.whyAndNext} onTap={() => setOpen(true)} />}
    </Card>
  );
}
