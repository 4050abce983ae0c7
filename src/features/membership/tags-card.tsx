// All tags of the community: which segments name each, and deleting one that is not wanted any more.
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { NoNote } from '#app/features/no-view.tsx';
import { desk } from '#app/features/this-desk';
import { useDeed, useResource } from '#app/features/this-phone';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { LinkButton } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/card.tsx';
import { ConfirmSheet } from '#app/ui/confirm-sheet.tsx';
import { DoneNote } from '#app/ui/states.tsx';
import type { ValueOf } from '#core/contract';

type Tag = ValueOf<'membership.tags'>['tags'][number];

/** The names of the saved segments that name a tag, as one piece of text; empty where none does. */
function useNamedIn(): (tag: Tag) => string {
  const says = useOwnersWords().owner.tags.all;
  const { value } = useResource(desk.segments.saved);
  return ({ tagId }) => {
    const naming = (value?.segments ?? []).filter(({ conditions }) => conditions.some((one) => 'tagId' in one && one.tagId === tagId));
    return naming.map(({ name }) => says.quoted(name)).join(says.between);
  };
}

interface RemovingProps {
  readonly tag: Tag | null;
  readonly communityId: string;
  readonly onDone: (text: string) => void;
  readonly onClose: () => void;
}

function Removing({ tag, communityId, onDone, onClose }: RemovingProps) {
  const { owner } = useOwnersWords();
  const says = owner.tags.all;
  const { busy, no } = useDeed(desk.removeTag);
  const namedIn = useNamedIn();
  const segments = tag === null ? '' : namedIn(tag);
  const run = async () => {
    if (tag === null) return;
    const reply = await desk.removeTag.run({ communityId, tagId: tag.tagId });
    if (reply?.ok === true) onDone(says.removed(tag.name));
  };
  return (
    <ConfirmSheet
      id="remove-tag"
      open={tag !== null}
      title={tag === null ? '' : says.removeTitle(tag.name)}
      effects={[says.fromAll, ...(segments === '' ? [] : [says.emptied(segments)]), says.forGood]}
      confirmText={says.confirm}
      cancelText={owner.shared.cancel}
      busy={busy}
      onConfirm={() => void run()}
      onClose={onClose}
    >
      {no === null ? null : <NoNote no={no} />}
    </ConfirmSheet>
  );
}

/** The card; nothing until the tags have come. */
export function TagsCard({ communityId }: { readonly communityId: string }) {
  const says = useOwnersWords().owner.tags.all;
  const { value } = useResource(desk.tags);
  const namedIn = useNamedIn();
  const [asked, setAsked] = useState<Tag | null>(null);
  const [done, setDone] = useState<string | null>(null);
  if (value === null) return null;
  const close = () => {
    setAsked(null);
    desk.removeTag.dismiss();
  };
  return (
    <Card id="all-tags" title={says.title}>
      {done === null ? null : <DoneNote id="remove-tag-done" text={done} />}
      {value.tags.length === 0 ? <Text className="quiet">{says.empty}</Text> : null}
      {value.tags.map((tag) => (
        <View key={tag.tagId} className="row row--apart">
          <View className="plain-list__words">
            <Text>{tag.name}</Text>
            {namedIn(tag) === '' ? null : <Text className="quiet">{says.in(namedIn(tag))}</Text>}
          </View>
          <LinkButton
            id={`remove-tag-${tag.tagId}`}
            text={says.remove}
            onTap={() => {
              setDone(null);
              setAsked(tag);
            }}
          />
        </View>
      ))}
      <Removing
        tag={asked}
        communityId={communityId}
        onClose={close}
        onDone={(text) => {
          close();
          setDone(text);
          void desk.tags.refresh();
        }}
      />
    </Card>
  );
}
