// My tier on the page about me: where I stand, why, what is missing for the next step, and until when it is kept.
import { Text, View } from '@tarojs/components';
import { useCallback, useState } from 'react';
import { ReminderOffer } from '#app/features/reminder/reminder-offer.tsx';
import { phone, useAskNow, useResource } from '#app/features/this-phone';
import { useWords } from '#app/i18n/use-words';
import { LinkButton } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/card.tsx';
import { Tag } from '#app/ui/tag.tsx';
import type { ValueOf } from '#core/contract';
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

function Reasons({ standing }: { readonly standing: Standing }) {
  const words = useWords();
  const says = words.member.tier;
  const { why, next, influence } = standing;
  return (
    <>
      <View className="tier-card__part" id="tier-why">
        <Text className="tier-card__heading">{says.why(words.tiers[why.tier])}</Text>
        {why.criteria.length === 0 ? <Text className="quiet">{says.whyFirst}</Text> : null}
        {why.criteria.map((criterion) => (
          <CriterionRow key={criterion.code} criterion={criterion} />
        ))}
      </View>
      <View className="tier-card__part" id="tier-next">
        <Text className="tier-card__heading">{next === null ? says.top : says.next(words.tiers[next.tier])}</Text>
        {next?.criteria.map((criterion) => (
          <CriterionRow key={criterion.code} criterion={criterion} />
        ))}
      </View>
      <View className="tier-card__part">
        <Text className="tier-card__heading">{`${says.influence} ${influence.total}`}</Text>
        <Text className="quiet">{says.influenceOf(influence.helped, influence.invited)}</Text>
      </View>
    </>
  );
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
  const { tier, keptUntilOn, isFading, points } = value;
  const day = keptUntilOn === null ? null : words.formats.day(keptUntilOn);
  return (
    <Card id="my-tier" title={says.title} aside={<Tag text={words.tiers[tier]} tone={tier === 'core_fan' ? 'seal' : 'green'} />}>
      {day === null ? null : <Text className="quiet">{isFading ? says.fading(words.tiers[tier], day) : says.kept(day)}</Text>}
      {points.expiring === null ? null : (
        <Text className="quiet" id="points-expiring">
          {says.expiring(words.formats.points(points.expiring.points), words.formats.fullDay(points.expiring.on))}
        </Text>
      )}
      {keptUntilOn === null && points.expiring === null ? null : <ReminderOffer id="remind-standing" asked={{ kind: 'standing_fading' }} />}
      {open ? <Reasons standing={value} /> : <LinkButton id="open-tier" text={says.whyAndNext} onTap={() => setOpen(true)} />}
    </Card>
  );
}
