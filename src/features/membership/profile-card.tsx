// What I show of myself: a nickname and a picture, with what became of the last wish beside each.
import { Text, View } from '@tarojs/components';
import { useStore } from 'zustand';
import { myProfile } from '#app/features/membership/this-membership';
import { NoNote } from '#app/features/no-view.tsx';
import { useWords } from '#app/i18n/use-words';
import { Avatar } from '#app/ui/avatar.tsx';
import { LinkButton } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/card.tsx';
import { NicknameForm } from '#app/ui/nickname-form.tsx';
import { PictureButton } from '#app/ui/picture-button.tsx';
import { DoneNote, RefusalNote } from '#app/ui/states.tsx';
import type { ValueOf } from '#core/contract';
import './profile-card.scss';

type Home = ValueOf<'community.home'>;

const NAME_LENGTH_MAX = 16;

function NameCard({ home }: { readonly home: Home }) {
  const { settings, privacy } = useWords().member;
  const { busy, name, no } = useStore(myProfile.store);
  const { me, community } = home;
  const { waitingName, refusedName } = me.profile;
  return (
    <Card>
      <NicknameForm
        label={settings.nickname}
        hint={settings.nicknameHint}
        placeholder={settings.namePlaceholder}
        lengthMax={NAME_LENGTH_MAX}
        first={waitingName ?? me.name ?? ''}
        saveText={settings.save}
        busy={busy === 'name'}
        onType={myProfile.dismiss}
        onSave={(typed) => void myProfile.showName(community.communityId, typed)}
      >
        {no?.about === 'name' ? <NoNote no={no.no} /> : null}
        {name === null ? null : <DoneNote id="nickname-saved" text={privacy.shown[name]} />}
        {name === null && waitingName !== null ? (
          <Text id="nickname-waiting" className="quiet">
            {privacy.nameWaiting(waitingName)}
          </Text>
        ) : null}
        {refusedName === null ? null : (
          <RefusalNote code="nickname-not-let-through" reason={privacy.refusedName(privacy.reasons[refusedName])} />
        )}
      </NicknameForm>
    </Card>
  );
}

function PictureCard({ home }: { readonly home: Home }) {
  const { privacy } = useWords().member;
  const say = privacy.picture;
  const { busy, picture, no, isUnreadable } = useStore(myProfile.store);
  const { me, community } = home;
  const { waitingPicture, refusedPicture } = me.profile;
  const has = me.avatar !== null || waitingPicture !== null;
  const show = (source: string | null) => void myProfile.showPicture(community.communityId, source);
  return (
    <Card title={say.label}>
      <View className="picture-card">
        <Avatar name={me.name} tag={me.tag} picture={waitingPicture ?? me.avatar} mine size="large" />
        <Text className="picture-card__hint quiet">{say.hint}</Text>
      </View>
      {no?.about === 'picture' ? <NoNote no={no.no} /> : null}
      {isUnreadable ? <RefusalNote code="picture_unreadable" reason={say.unreadable} /> : null}
      {picture === null ? null : <DoneNote id="picture-saved" text={privacy.shown[picture]} />}
      {picture === null && waitingPicture !== null ? (
        <Text id="picture-waiting" className="quiet">
          {privacy.pictureWaiting}
        </Text>
      ) : null}
      {refusedPicture === null ? null : (
        <RefusalNote code="picture-not-let-through" reason={privacy.refusedPicture(privacy.reasons[refusedPicture])} />
      )}
      <PictureButton id="choose-picture" text={has ? say.change : say.choose} busy={busy === 'picture'} onChoose={show} />
      {has ? <LinkButton id="remove-picture" text={say.remove} busy={busy === 'picture'} onTap={() => show(null)} /> : null}
    </Card>
  );
}

/** Nothing where this installation shows nothing that members write or draw. */
export function ProfileCards({ home }: { readonly home: Home }) {
  if (!home.me.profile.open) return null;
  return (
    <>
      <NameCard home={home} />
      <PictureCard home={home} />
    </>
  );
}
