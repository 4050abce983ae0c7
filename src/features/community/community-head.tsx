// Which community this is, what it promises, and the way to another one.
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { Membership } from '#app/features/community/communities';
import { phone, useCommunities } from '#app/features/this-phone';
import { useWords } from '#app/i18n/use-words';
import { Sheet } from '#app/ui/sheet.tsx';
import { Tag } from '#app/ui/tag.tsx';
import type { ValueOf } from '#core/contract';
import './community-head.scss';

type Home = ValueOf<'community.home'>;

function Choice({
  membership,
  chosen,
  onChoose,
}: {
  readonly membership: Membership;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}) {
  const words = useWords();
  const { community, role } = membership;
  return (
    <View
      id={`community-${community.communityId}`}
      className={`community-choice${chosen ? ' community-choice--on' : ''}`}
      role="button"
      onClick={onChoose}
    >
      <View className="community-choice__words">
        <Text className="community-choice__name">{community.name}</Text>
        <Text className="community-choice__theme">{community.theme}</Text>
      </View>
      <Tag text={words.member.me.role[role]} />
    </View>
  );
}

export function CommunityHead({ home }: { readonly home: Home }) {
  const words = useWords();
  const { list } = useCommunities();
  const [open, setOpen] = useState(false);
  const many = list.length > 1;
  const { community, me } = home;
  return (
    <View className="community-head">
      <View
        id="community-name"
        className={`community-head__name${many ? ' community-head__name--many' : ''}`}
        {...(many ? { role: 'button', 'aria-label': words.member.home.switchTitle, onClick: () => setOpen(true) } : {})}
      >
        <Text className="community-head__title">{community.name}</Text>
        {many ? <View className="community-head__arrow" /> : null}
      </View>
      <Text className="community-head__promise">{community.promise}</Text>
      <View className="community-head__tags">
        <Tag text={words.member.home.members(community.members)} />
        {me.groups.map((group) => (
          <Tag key={group.groupId} text={words.member.home.group(group.label)} tone={group.fresh ? 'green' : 'plain'} />
        ))}
      </View>
      <Sheet open={open} title={words.member.home.switchTitle} onClose={() => setOpen(false)}>
        {list.map((membership) => (
          <Choice
            key={membership.community.communityId}
            membership={membership}
            chosen={membership.community.communityId === community.communityId}
            onChoose={() => {
              setOpen(false);
              phone.communities.look(membership.community.communityId);
              void phone.home.refresh();
            }}
          />
        ))}
      </Sheet>
    </View>
  );
}
