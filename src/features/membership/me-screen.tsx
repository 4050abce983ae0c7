// The tab about me: who I am here, what I have, and the ways to everything that is mine.
import { Text, View } from '@tarojs/components';
import { useCallback } from 'react';
import { hasJoined, hasOwn } from '#app/features/campaign/campaign-parts';
import { askHomeAndWallet } from '#app/features/community/ask-home';
import { NoCommunity } from '#app/features/community/no-community.tsx';
import { WayIn } from '#app/features/community/way-in.tsx';
import { go, pages } from '#app/features/go';
import { TierCard } from '#app/features/membership/tier-card.tsx';
import { ownerPages } from '#app/features/owner-pages';
import { ResourceView } from '#app/features/resource-view.tsx';
import { useTabWords } from '#app/features/tab-words';
import { phone, useAsk, useCommunities, usePaged, useResource } from '#app/features/this-phone';
import { instantDayText } from '#app/features/when';
import { useWords } from '#app/i18n/use-words';
import { Avatar } from '#app/ui/avatar.tsx';
import { Card, LinkRow } from '#app/ui/card.tsx';
import { Screen } from '#app/ui/screen.tsx';
import { Skeleton } from '#app/ui/states.tsx';
import { Tag } from '#app/ui/tag.tsx';
import type { ValueOf } from '#core/contract';
import { isStaff, runsTheDesk } from '#core/rules/community/roles';
import './me-screen.scss';

function MyNumber({
  id,
  value,
  label,
  onTap,
}: {
  readonly id: string;
  readonly value: string;
  readonly label: string;
  readonly onTap: () => void;
}) {
  return (
    <View id={id} className="my-number" role="button" hoverClass="card--pressed" onClick={onTap}>
      <Text className="my-number__value">{value}</Text>
      <View className="my-number__foot">
        <Text className="my-number__label">{label}</Text>
        <View className="link-row__arrow my-number__arrow" />
      </View>
    </View>
  );
}

function MeBody({ home }: { readonly home: ValueOf<'community.home'> }) {
  const words = useWords();
  const wallet = usePaged(phone.wallet);
  const { me, community } = home;
  const joined = hasJoined(me);
  // Not known yet is not none.
  const usable = wallet.at === null ? '–' : String(wallet.items.filter((ticket) => ticket.state === 'usable').length);
  const plan = home.campaigns.find((card) => card.type === 'checkin_plan' && card.state !== 'draft');
  const invite = home.campaigns.find((card) => card.type === 'invite_reward' && card.state === 'live');
  const openCalendar = () => go(pages.calendar, plan === undefined ? {} : { id: plan.campaignId });
  return (
    <>
      <View className="my-head">
        <Avatar name={me.name} tag={me.tag} picture={me.avatar} mine size="large" />
        <View className="my-head__words">
          <Text className="my-head__name" id="my-name">
            {me.name ?? words.member.shared.someone(me.tag)}
          </Text>
          <Text className="quiet">{community.name}</Text>
          {me.joinedAt === null ? null : (
            <Text className="quiet">{words.member.me.joinedOn(instantDayText(words, me.joinedAt, community.zone))}</Text>
          )}
        </View>
        <Tag text={words.member.me.role[me.role]} tone={isStaff(me.role) ? 'blue' : 'plain'} />
      </View>
      {joined ? null : <WayIn home={home} />}
      {hasOwn(me) ? (
        <View className="my-numbers">
          <MyNumber
            id="open-statement"
            value={words.formats.count(me.points)}
            label={words.member.me.points}
            onTap={() => go(pages.statement)}
          />
          <MyNumber id="open-wallet" value={usable} label={words.member.me.tickets} onTap={() => go(pages.wallet)} />
          <MyNumber id="open-calendar" value={String(plan?.mine.streakDays ?? 0)} label={words.member.me.streak} onTap={openCalendar} />
        </View>
      ) : null}
      {joined ? <TierCard /> : null}
      {isStaff(me.role) ? (
        <Card list>
          {runsTheDesk(me.role) ? <LinkRow id="open-owner" label={words.member.me.owner} onTap={() => go(ownerPages.today)} /> : null}
          <LinkRow id="open-counter" label={words.member.me.counter} onTap={() => go(ownerPages.counter)} />
        </Card>
      ) : null}
      <Card list>
        {hasOwn(me) ? (
          <>
            <LinkRow
              id="open-invites"
              label={words.member.me.invites}
              {...(invite === undefined ? {} : { value: words.member.invites.progress(invite.mine.invited, invite.mine.invitedMax) })}
              onTap={() => go(pages.invites)}
            />
            <LinkRow id="open-complaints" label={words.member.promise.complain.mine} onTap={() => go(pages.complaints)} />
          </>
        ) : null}
        <LinkRow id="open-settings" label={words.member.me.settings} onTap={() => go(pages.settings)} />
      </Card>
    </>
  );
}

export function MeScreen() {
  const words = useWords();
  useTabWords();
  const { communityId } = useCommunities();
  const home = useResource(phone.home);
  const ask = useCallback(() => void askHomeAndWallet(), []);
  useAsk(ask);
  return (
    <Screen title={words.member.me.title} tab>
      {communityId === null ? (
        <>
          <NoCommunity onRetry={ask} />
          <Card list>
            <LinkRow id="open-settings" label={words.member.me.settings} onTap={() => go(pages.settings)} />
          </Card>
        </>
      ) : (
        <ResourceView state={home} skeleton={<Skeleton count={4} label={words.member.shared.loading} />} onRetry={ask}>
          {(value) => <MeBody home={value} />}
        </ResourceView>
      )}
    </Screen>
  );
}
