// Settings in groups, each with how it stands: the language and the text, how others see me, reminders, my groups, my data, and whose all this is.
import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { type ReactNode, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { No } from '#app/features/call';
import { hasJoined, hasOwn } from '#app/features/campaign/campaign-parts';
import { VerifyButton } from '#app/features/community/verify-button.tsx';
import { Erased, MyDataCard, PrivacyCard } from '#app/features/membership/my-data-card.tsx';
import { ProfileCards } from '#app/features/membership/profile-card.tsx';
import { myData } from '#app/features/membership/this-membership';
import { NoNote } from '#app/features/no-view.tsx';
import { ReminderSettings } from '#app/features/reminder/reminder-settings.tsx';
import { phone, useCommunities, useDeed } from '#app/features/this-phone';
import { instantDayText } from '#app/features/when';
import { WithCommunity } from '#app/features/with-community.tsx';
import { chooseLanguage, currentWords, type Language, languages, useWords } from '#app/i18n/use-words';
import { appVersion } from '#app/platform/app-version';
import { Card } from '#app/ui/card.tsx';
import { Screen } from '#app/ui/screen.tsx';
import { Skeleton } from '#app/ui/states.tsx';
import { Choices } from '#app/ui/tag.tsx';
import { type TextSize, textSizes } from '#app/ui/text-scale';
import { Toggle } from '#app/ui/toggle.tsx';
import { chooseTextSize, useTextSize } from '#app/ui/use-text-size';
import type { ValueOf } from '#core/contract';
import './settings-screen.scss';

type Home = ValueOf<'community.home'>;

function HideMe({ home }: { readonly home: Home }) {
  const say = useWords().member.settings;
  const { busy } = useDeed(phone.hide);
  const [no, setNo] = useState<No | null>(null);
  const show = (hidden: boolean) => phone.home.put((before) => ({ ...before, me: { ...before.me, hidden } }));
  const hide = async (hidden: boolean) => {
    setNo(null);
    // The switch moves at once, and back with the reason when the server says no.
    show(hidden);
    const reply = await phone.hide.run({ communityId: home.community.communityId, hidden });
    if (reply === null || reply.ok) return;
    show(!hidden);
    setNo(reply as No);
  };
  return (
    <Card>
      <Toggle
        id="hide-me"
        label={say.hidden}
        hint={say.hiddenHint}
        on={home.me.hidden}
        busy={busy}
        onChange={(hidden) => void hide(hidden)}
      />
      {no === null ? null : <NoNote no={no} />}
    </Card>
  );
}

/** What belongs together, under its name; at the right how it stands. */
function Group({
  id,
  title,
  state,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly state?: string;
  readonly children: ReactNode;
}) {
  return (
    <>
      <View id={`group-${id}`} className="section-title row row--apart">
        <Text>{title}</Text>
        {state === undefined ? null : <Text className="quiet tabular">{state}</Text>}
      </View>
      {children}
    </>
  );
}

function ChatGroups({ home }: { readonly home: Home }) {
  const words = useWords();
  const say = words.member.settings;
  return (
    <Card>
      {home.me.groups.length === 0 ? <Text className="quiet">{say.noGroup}</Text> : null}
      {home.me.groups.map((group) => (
        <View key={group.groupId} className="row row--apart">
          <Text>{group.label}</Text>
          <Text className="quiet">
            {group.fresh ? say.groupFresh : say.groupOld(instantDayText(words, group.verifiedAt, home.community.zone))}
          </Text>
        </View>
      ))}
      <VerifyButton id="verify-group" />
    </Card>
  );
}

/** Whose this is, and which version of it runs here. */
function About({ home }: { readonly home: Home }) {
  const say = useWords().member.settings;
  return (
    <Card>
      <View className="row row--apart">
        <Text>{say.organiser}</Text>
        <Text className="quiet setting-state">{home.community.organiser}</Text>
      </View>
      <View className="row row--apart">
        <Text>{say.contact}</Text>
        <Text className="quiet setting-state">{home.community.contact}</Text>
      </View>
      <View className="row row--apart">
        <Text>{say.version}</Text>
        <Text className="quiet tabular">{appVersion}</Text>
      </View>
    </Card>
  );
}

/** What a member sets for themselves. */
function Mine({ home }: { readonly home: Home }) {
  const { settings, shared } = useWords().member;
  const { me } = home;
  return (
    <>
      <Group id="seen" title={settings.seen} state={me.hidden ? settings.seenHidden : (me.name ?? shared.someone(me.tag))}>
        <ProfileCards home={home} />
        <HideMe home={home} />
      </Group>
      <ReminderSettings />
    </>
  );
}

function Inside({ home }: { readonly home: Home }) {
  const { settings, privacy } = useWords().member;
  const { erased } = useStore(myData.store);
  const joined = hasJoined(home.me);
  return (
    <>
      {erased && !joined ? <Erased /> : null}
      {joined ? <Mine home={home} /> : null}
      <Group id="groups" title={settings.groups} state={settings.groupCount(home.me.groups.length)}>
        <ChatGroups home={home} />
      </Group>
      <Group id="data" title={privacy.data.title}>
        {hasOwn(home.me) ? <MyDataCard home={home} /> : <PrivacyCard />}
      </Group>
      <Group id="about" title={settings.about}>
        <About home={home} />
      </Group>
    </>
  );
}

function TextSizeCard() {
  const say = useWords().member.settings;
  return (
    <Card title={say.textSize}>
      <Choices
        id="text-size"
        choices={(Object.keys(textSizes) as TextSize[]).map((size) => ({ value: size, text: say.textSizes[size] }))}
        chosen={useTextSize()}
        onChoose={chooseTextSize}
      />
      <Text className="quiet">{say.textSizeHint}</Text>
    </Card>
  );
}

async function speak(language: Language): Promise<void> {
  if (!(await chooseLanguage(language))) void Taro.showToast({ title: currentWords().member.shared.offline, icon: 'none' });
}

export function SettingsScreen() {
  const words = useWords();
  const { communityId, status } = useCommunities();
  // What was gathered, or said of the erasing, is of this visit.
  useEffect(() => myData.clear, []);
  return (
    <Screen title={words.member.settings.title} backLabel={words.member.shared.back}>
      <Card title={words.member.settings.language}>
        <Choices
          id="language"
          choices={languages.map(({ language, name }) => ({ value: language, text: name }))}
          chosen={words.language}
          onChoose={(language) => void speak(language)}
        />
      </Card>
      <TextSizeCard />
      {communityId === null && status === 'ready' ? null : (
        <WithCommunity skeleton={<Skeleton count={3} label={words.member.shared.loading} />}>
          {(home) => <Inside home={home} />}
        </WithCommunity>
      )}
    </Screen>
  );
}
