// The owner's console: how the day goes, how each campaign goes, and the ways to everything that is the owner's.
import { Text, View } from '@tarojs/components';
import { useCallback } from 'react';
import { inConsoleOrder } from '#app/features/analytics/console-order';
import { DayBars } from '#app/features/analytics/day-bars.tsx';
import { FunnelRow, GivenBar } from '#app/features/analytics/funnel.tsx';
import { NeedsCard } from '#app/features/analytics/needs-card.tsx';
import { stageOf } from '#app/features/campaign/campaign-parts';
import { StateTag } from '#app/features/campaign/state-tag.tsx';
import { go } from '#app/features/go';
import { Leaves } from '#app/features/leaves.tsx';
import type { OwnerCampaign } from '#app/features/owner-desk';
import { ownerPages } from '#app/features/owner-pages';
import { OwnerScreen, OwnerSkeleton } from '#app/features/owner-screen.tsx';
import { waysIn } from '#app/features/owner-ways';
import { ResourceView } from '#app/features/resource-view.tsx';
import { desk } from '#app/features/this-desk';
import { phone, useAskNow, useResource } from '#app/features/this-phone';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { useWideWindow } from '#app/platform/wide-window';
import { PrimaryButton } from '#app/ui/buttons.tsx';
import { Card, LinkRow } from '#app/ui/card.tsx';
import { Columns } from '#app/ui/columns.tsx';
import { EmptyState } from '#app/ui/states.tsx';
import { Tag } from '#app/ui/tag.tsx';
import type { ValueOf } from '#core/contract';
import { isStaff } from '#core/rules/community/roles';
import './today-screen.scss';

type Today = ValueOf<'analytics.today'>;

/** So many campaigns stand on the console at a time. */
const CAMPAIGNS_MAX = 20;

/** The day's one sentence: what matters most of what happened. */
function useSentence({ day }: Today): string {
  const says = useOwnersWords().owner.console.sentence;
  if (day.redeemed > 0) return says.redeemed(day.checkedIn, day.redeemed);
  if (day.checkedIn > 0) return says.checkedIn(day.checkedIn);
  return day.entered > 0 ? says.entered(day.entered) : says.quiet;
}

function DayCounts({ today }: { readonly today: Today }) {
  const { owner, formats } = useOwnersWords();
  const names = ['entered', 'joined', 'checkedIn', 'claimed', 'redeemed'] as const;
  return (
    <View className="day-counts" id="day-counts">
      {names.map((name) => (
        <View key={name} id={`count-${name}`} className="day-counts__count">
          <Text className="day-counts__number">{formats.count(today.day[name])}</Text>
          <Text className="day-counts__label">{owner.console.counts[name]}</Text>
        </View>
      ))}
    </View>
  );
}

/** The ways of one place of the console; a desk has them all at its side. */
function useWays(place: 'tiles' | 'seldom') {
  const words = useOwnersWords();
  const isWide = useWideWindow();
  const role = useResource(phone.home).value?.me.role;
  if (isWide || role === undefined || !isStaff(role)) return [];
  return waysIn(place, role).map(({ page, name }) => ({ id: `open-${page}`, label: name(words), open: () => go(ownerPages[page]) }));
}

/** The ways to the owner's other pages, two in a row. */
function Tiles() {
  const ways = useWays('tiles');
  if (ways.length === 0) return null;
  return (
    <View className="ways">
      {ways.map(({ id, label, open }) => (
        <View key={id} id={id} className="ways__way" role="button" hoverClass="card--pressed" onClick={open}>
          <Text>{label}</Text>
          <View className="link-row__arrow" />
        </View>
      ))}
    </View>
  );
}

function CampaignLine({ campaign, today }: { readonly campaign: OwnerCampaign; readonly today: string }) {
  const { owner, formats, campaignTypes } = useOwnersWords();
  const { card, couponsReserved, couponsIssued, pointsReserved, pointsIssued, goodsReserved, goodsIssued, gone } = campaign;
  const says = owner.console;
  const stage = stageOf(card, today);
  // What has ended has nothing left to run out.
  const low = card.state === 'ended' ? [] : campaign.low;
  const open = () => go(card.state === 'draft' ? ownerPages.editor : ownerPages.manage, { id: card.campaignId });
  return (
    <Card id={`campaign-${card.campaignId}`} title={card.title} aside={<StateTag card={card} today={today} />} onTap={open}>
      <Text className="quiet">{`${campaignTypes[card.type].name} · ${formats.span(card.startsOn, card.endsOn)}`}</Text>
      {card.groupLabel === null && low.length === 0 ? null : (
        <View className="row">
          {card.groupLabel === null ? null : <Tag text={owner.shared.onlyGroup(card.groupLabel)} tone="blue" />}
          {low.map((unit) => (
            <Tag key={unit} text={owner.promises.low[gone.includes(unit) ? 'gone' : 'tag'](owner.promises.low.units[unit])} tone="amber" />
          ))}
        </View>
      )}
      {stage === 'draft' ? <Text className="link-words">{says.editDraft}</Text> : null}
      {stage === 'scheduled' ? <Text>{owner.shared.starts(formats.day(card.startsOn))}</Text> : null}
      {stage === 'draft' || stage === 'scheduled' ? null : <FunnelRow campaign={campaign} />}
      {couponsReserved === 0 ? null : (
        <GivenBar
          label={says.couponsIssued(couponsIssued, couponsReserved)}
          share={couponsIssued / couponsReserved}
          live={card.state === 'live'}
        />
      )}
      {pointsReserved === 0 ? null : (
        <GivenBar
          label={says.pointsIssued(formats.count(pointsIssued), formats.count(pointsReserved))}
          share={pointsIssued / pointsReserved}
          live={card.state === 'live'}
        />
      )}
      {goodsReserved === 0 ? null : (
        <GivenBar
          label={says.goodsIssued(formats.count(goodsIssued), formats.count(goodsReserved))}
          share={goodsIssued / goodsReserved}
          live={card.state === 'live'}
        />
      )}
    </Card>
  );
}

/** What is seldom opened. */
function SeldomWays() {
  const says = useOwnersWords().owner.console;
  return (
    <View className="link-card">
      <LinkRow id="open-campaigns" label={says.campaignsLink} onTap={() => go(ownerPages.campaigns)} />
      {useWays('seldom').map(({ id, label, open }) => (
        <LinkRow key={id} id={id} label={label} onTap={open} />
      ))}
      <LinkRow id="open-create" label={says.createLink} onTap={() => go(ownerPages.create)} />
    </View>
  );
}

function TodayInside({ today }: { readonly today: Today }) {
  const { owner, formats } = useOwnersWords();
  const says = owner.console;
  const sentence = useSentence(today);
  const { value: finished } = useResource(desk.days);
  return (
    <Columns above={<NeedsCard today={today} />} below={<SeldomWays />}>
      <Card>
        <Text className="quiet">{`${says.today(formats.day(today.today), formats.weekday(today.today))} · ${says.members(today.members)}`}</Text>
        <Text className="day-sentence" id="day-sentence">
          {sentence}
        </Text>
        <DayCounts today={today} />
      </Card>
      <Tiles />
      <DayBars days={finished?.days ?? []} />
      <Text className="section-title">{says.campaigns}</Text>
      {today.campaigns.length === 0 ? <EmptyState id="no-campaigns" text={says.noCampaigns} /> : null}
      <Leaves items={inConsoleOrder(today.campaigns)} rowsMax={CAMPAIGNS_MAX}>
        {(campaign) => <CampaignLine key={campaign.card.campaignId} campaign={campaign} today={today.today} />}
      </Leaves>
    </Columns>
  );
}

function TodayBody() {
  const state = useResource(desk.today);
  const ask = useCallback(() => {
    void desk.today.refresh();
    void desk.days.refresh();
    void desk.needs.refresh();
    void desk.orders.shelves.ordered.refresh();
  }, []);
  useAskNow(ask);
  return (
    <ResourceView state={state} skeleton={<OwnerSkeleton />} onRetry={ask}>
      {(today) => <TodayInside today={today} />}
    </ResourceView>
  );
}

export function TodayScreen() {
  const says = useOwnersWords().owner.console;
  return (
    <OwnerScreen
      title={says.title}
      who="co_owner"
      action={<PrimaryButton id="new-campaign" text={says.newCampaign} onTap={() => go(ownerPages.choose)} />}
    >
      {() => <TodayBody />}
    </OwnerScreen>
  );
}
