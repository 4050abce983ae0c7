// The segments: each rule in words with a live count and the people whom it finds, who lead to their stories, and a form for one more.
import { Text, View } from '@tarojs/components';
import { useCallback, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { go } from '#app/features/go';
import { ConditionFields } from '#app/features/membership/condition-fields.tsx';
import type { Condition, SegmentRow } from '#app/features/membership/create-segments';
import { TagsCard } from '#app/features/membership/tags-card.tsx';
import { NoNote } from '#app/features/no-view.tsx';
import { ownerPages } from '#app/features/owner-pages';
import { OwnerScreen, OwnerSkeleton } from '#app/features/owner-screen.tsx';
import { ResourceView } from '#app/features/resource-view.tsx';
import { desk } from '#app/features/this-desk';
import { useAskNow, useDeed, useResource } from '#app/features/this-phone';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { Avatar } from '#app/ui/avatar.tsx';
import { LinkButton, PrimaryButton } from '#app/ui/buttons.tsx';
import { Card, CardWays } from '#app/ui/card.tsx';
import { ConfirmSheet } from '#app/ui/confirm-sheet.tsx';
import { Field } from '#app/ui/field.tsx';
import { PlainList } from '#app/ui/plain-list.tsx';
import type { ValueOf } from '#core/contract';

const { segments } = desk;

type Segment = ValueOf<'membership.segments'>['segments'][number];

/** How many of the people are listed; the number says how many there are. */
const ROWS = 50;

function useCondition(): (condition: Condition) => string {
  const words = useOwnersWords();
  const says = words.owner.segments;
  const { value } = useResource(desk.tags);
  return (condition) => {
    if ('tier' in condition) return says.say[condition.kind](words.tiers[condition.tier]);
    if ('tagId' in condition) {
      const tag = value?.tags.find(({ tagId }) => tagId === condition.tagId);
      return says.say[condition.kind](tag?.name ?? words.owner.tags.gone);
    }
    return says.say[condition.kind](words.formats.count(condition.amount));
  };
}

function Person({ row }: { readonly row: SegmentRow }) {
  const words = useOwnersWords();
  const { person, tier, points } = row;
  return (
    <View
      className="plain-list__row"
      id={`segment-person-${person.memberId}`}
      role="button"
      hoverClass="card--pressed"
      onClick={() => go(ownerPages.person, { m: person.memberId })}
    >
      <Avatar name={person.name} tag={person.tag} picture={person.avatar} />
      <View className="plain-list__words">
        <Text className="plain-list__name">{words.owner.shared.person(person.name, person.tag)}</Text>
        <Text className="quiet tabular">{[words.tiers[tier], words.formats.points(points)].join(' · ')}</Text>
      </View>
      <View className="link-row__arrow" />
    </View>
  );
}

/** How many are in, growing while the count goes on, and the first of them. */
function Counted({ conditions }: { readonly conditions: readonly Condition[] }) {
  const words = useOwnersWords();
  const says = words.owner.segments;
  const { of, rows, lookedAt, total, busy, no } = useStore(segments.counted.store);
  if (of !== JSON.stringify(conditions)) return null;
  return (
    <>
      <Text id="segment-count">{says.count(words.formats.people(rows.length))}</Text>
      {busy ? <Text className="quiet tabular">{says.looked(lookedAt, total)}</Text> : null}
      {no === null ? null : <NoNote no={no} />}
      <PlainList id="segment-people">
        {rows.slice(0, ROWS).map((row) => (
          <Person key={row.person.memberId} row={row} />
        ))}
      </PlainList>
      {rows.length > ROWS ? <Text className="quiet">{says.more(ROWS)}</Text> : null}
    </>
  );
}

/** Asks before a segment is removed, and removes it. */
function Removing({
  segment,
  communityId,
  onClose,
}: {
  readonly segment: Segment | null;
  readonly communityId: string;
  readonly onClose: () => void;
}) {
  const { owner } = useOwnersWords();
  const says = owner.segments.removing;
  const { busy, no } = useDeed(segments.remove);
  const close = () => {
    segments.remove.dismiss();
    onClose();
  };
  const remove = async () => {
    if (segment === null) return;
    const reply = await segments.remove.run({ communityId, segmentId: segment.segmentId });
    if (reply?.ok !== true) return;
    close();
    await segments.saved.refresh();
  };
  return (
    <ConfirmSheet
      id="remove-segment"
      open={segment !== null}
      title={segment === null ? '' : says.title(segment.name)}
      effects={says.effects}
      confirmText={says.confirm}
      cancelText={owner.shared.cancel}
      busy={busy}
      onConfirm={() => void remove()}
      onClose={close}
    >
      {no === null ? null : <NoNote no={no} />}
    </ConfirmSheet>
  );
}

function Saved({ segment, onRemove }: { readonly segment: Segment; readonly onRemove: () => void }) {
  const says = useOwnersWords().owner.segments;
  const say = useCondition();
  const { segmentId, name, conditions } = segment;
  const tags = useResource(desk.tags).value?.tags;
  const hasGone = conditions.some((one) => 'tagId' in one && tags?.every(({ tagId }) => tagId !== one.tagId) === true);
  return (
    <Card id={`segment-${segmentId}`} title={name}>
      {conditions.map((condition) => (
        <Text key={JSON.stringify(condition)}>{say(condition)}</Text>
      ))}
      {hasGone ? <Text className="field__notice">{says.hasGone}</Text> : null}
      <Counted conditions={conditions} />
      <CardWays>
        <LinkButton id={`count-${segmentId}`} text={says.who} onTap={() => void segments.counted.begin(conditions)} />
        <LinkButton id={`remove-${segmentId}`} text={says.remove} onTap={onRemove} />
      </CardWays>
    </Card>
  );
}

function NewSegment({ communityId }: { readonly communityId: string }) {
  const says = useOwnersWords().owner.segments;
  const say = useCondition();
  const tags = useResource(desk.tags);
  const saving = useDeed(segments.save);
  const [name, setName] = useState('');
  const [conditions, setConditions] = useState<readonly Condition[]>([]);
  useEffect(() => {
    if (conditions.length > 0) void segments.counted.begin([...conditions]);
  }, [conditions]);
  const save = async () => {
    const reply = await segments.save.run({ communityId, name: name.trim(), conditions: [...conditions] });
    if (reply?.ok !== true) return;
    setName('');
    setConditions([]);
    await segments.saved.refresh();
  };
  return (
    <Card title={says.make}>
      {conditions.map((condition, index) => (
        <View key={JSON.stringify(condition)} className="row">
          <Text>{say(condition)}</Text>
          <LinkButton
            id={`drop-condition-${String(index)}`}
            text={says.drop}
            onTap={() => setConditions(conditions.filter((_one, place) => place !== index))}
          />
        </View>
      ))}
      {conditions.length === 0 ? null : <Counted conditions={conditions} />}
      {conditions.length < 6 ? (
        <ConditionFields tags={tags.value?.tags ?? []} onAdd={(condition) => setConditions([...conditions, condition])} />
      ) : null}
      {conditions.length === 0 ? null : (
        <>
          <Field id="segment-name" label={says.name} hint={says.nameHint} value={name} lengthMax={12} onChange={setName} />
          {saving.no === null ? null : <NoNote no={saving.no} />}
          {name.trim() === '' ? null : <PrimaryButton id="save-segment" text={says.save} busy={saving.busy} onTap={() => void save()} />}
        </>
      )}
    </Card>
  );
}

function SegmentList({ communityId }: { readonly communityId: string }) {
  const says = useOwnersWords().owner.segments;
  const state = useResource(segments.saved);
  const [asked, setAsked] = useState<Segment | null>(null);
  const ask = useCallback(() => {
    void segments.saved.refresh();
    void desk.tags.refresh();
  }, []);
  useAskNow(ask);
  return (
    <ResourceView state={state} skeleton={<OwnerSkeleton />} onRetry={ask}>
      {({ segments: saved }) => (
        <>
          {saved.length === 0 ? <Text className="quiet">{says.empty}</Text> : null}
          {saved.map((segment) => (
            <Saved key={segment.segmentId} segment={segment} onRemove={() => setAsked(segment)} />
          ))}
          <Removing segment={asked} communityId={communityId} onClose={() => setAsked(null)} />
          <NewSegment communityId={communityId} />
          <TagsCard communityId={communityId} />
        </>
      )}
    </ResourceView>
  );
}

export function SegmentsScreen() {
  const says = useOwnersWords().owner.segments;
  return (
    <OwnerScreen title={says.title} who="co_owner" intro={says.intro}>
      {({ community }) => <SegmentList communityId={community.communityId} />}
    </OwnerScreen>
  );
}
