// What is said about the community, for its owner to say otherwise.
import { Text, View } from '@tarojs/components';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { CommunityTextField } from '#app/features/community/community-text-field.tsx';
import { type AboutName, isUnsaved } from '#app/features/community/create-about-form';
import { HeldPage } from '#app/features/held-page.tsx';
import { NoNote } from '#app/features/no-view.tsx';
import { OwnerScreen } from '#app/features/owner-screen.tsx';
import { desk } from '#app/features/this-desk';
import { phone } from '#app/features/this-phone';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { PrimaryButton } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/card.tsx';
import { DoneNote } from '#app/ui/states.tsx';
import type { ValueOf } from '#core/contract';

type Community = ValueOf<'community.home'>['community'];

const form = desk.aboutForm;

interface TextProps {
  readonly name: AboutName;
  readonly label: string;
  readonly example: string;
  readonly hint?: string;
}

function AboutText({ name, ...said }: TextProps) {
  const { texts, problems } = useStore(form.store);
  return <CommunityTextField name={name} value={texts[name]} problem={problems[name]} onType={(text) => form.type(name, text)} {...said} />;
}

function AboutBody({ community }: { readonly community: Community }) {
  const { create: says, about } = useOwnersWords().owner;
  const { communityId } = community;
  const isOpen = useStore(form.store, isUnsaved);
  // Begun once for a community: what comes in while somebody types does not take it away.
  useEffect(() => {
    const { value } = phone.home.store.getState();
    if (value?.community.communityId === communityId) form.begin(value.community);
  }, [communityId]);
  return (
    <>
      <Text className="quiet">{about.intro}</Text>
      <Card title={says.aboutTitle}>
        <AboutText name="name" label={says.name} example={says.nameExample} />
        <AboutText name="theme" label={says.theme} example={says.themeExample} />
        <AboutText name="promise" label={says.promise} example={says.promiseExample} hint={says.promiseHint} />
      </Card>
      <Card title={says.organiserTitle}>
        <AboutText name="organiser" label={says.organiser} example={says.organiserExample} hint={says.organiserHint} />
        <AboutText name="contact" label={says.contact} example={says.contactExample} />
      </Card>
      <Card title={about.licencesTitle}>
        <AboutText name="licences" label={about.licences} example={about.licencesExample} hint={about.licencesHint} />
      </Card>
      <HeldPage isOpen={isOpen} />
    </>
  );
}

function SaveAction() {
  const says = useOwnersWords().owner.about;
  const { busy, saved, no } = useStore(form.store);
  return (
    <View className="actions">
      {no === null ? null : <NoNote no={no} />}
      {saved ? <DoneNote id="about-saved" text={says.saved} /> : null}
      <PrimaryButton id="save-about" text={says.save} busy={busy} onTap={() => void form.submit(phone.communities.current())} />
    </View>
  );
}

export function AboutScreen() {
  const says = useOwnersWords().owner.about;
  return (
    <OwnerScreen title={says.title} who="owner" action={<SaveAction />}>
      {(home) => <AboutBody community={home.community} />}
    </OwnerScreen>
  );
}
