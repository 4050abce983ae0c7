// The tags of one member in a sheet: on and off, and a new one named on the spot.
import { Text } from '@tarojs/components';
import { useEffect, useState } from 'react';
import type { MemberRow } from '#app/features/membership/create-people';
import { NoNote } from '#app/features/no-view.tsx';
import { desk } from '#app/features/this-desk';
import { useDeed, useResource } from '#app/features/this-phone';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { LinkButton, PrimaryButton } from '#app/ui/buttons.tsx';
import { Field } from '#app/ui/field.tsx';
import { Sheet } from '#app/ui/sheet.tsx';
import { Toggle } from '#app/ui/toggle.tsx';

export interface MemberTagsProps {
  readonly row: Pick<MemberRow, 'person' | 'tags'> | null;
  readonly communityId: string;
  readonly onDone: (text: string) => void;
  readonly onClose: () => void;
}

export function MemberTags({ row, communityId, onDone, onClose }: MemberTagsProps) {
  const { owner } = useOwnersWords();
  const says = owner.tags;
  const { value } = useResource(desk.tags);
  const saving = useDeed(desk.tag);
  const naming = useDeed(desk.saveTag);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [name, setName] = useState('');
  useEffect(() => setChosen(row?.tags ?? []), [row]);
  const called = row === null ? '' : owner.shared.person(row.person.name, row.person.tag);
  const tags = value?.tags ?? [];
  const add = async () => {
    const reply = await desk.saveTag.run({ communityId, name: name.trim() });
    if (reply?.ok !== true) return;
    setName('');
    setChosen([...chosen.filter((tagId) => tagId !== reply.value.tagId), reply.value.tagId]);
    await desk.tags.refresh();
  };
  const save = async () => {
    if (row === null) return;
    const reply = await desk.tag.run({ communityId, memberId: row.person.memberId, tags: [...chosen] });
    if (reply?.ok === true) onDone(says.saved(called));
  };
  return (
    <Sheet open={row !== null} title={says.title(called)} onClose={onClose}>
      <Text className="quiet">{tags.length === 0 ? says.none : says.explanation}</Text>
      {tags.map((tag) => (
        <Toggle
          key={tag.tagId}
          id={`tag-${tag.tagId}`}
          label={tag.name}
          on={chosen.includes(tag.tagId)}
          onChange={(on) => setChosen(on ? [...chosen, tag.tagId] : chosen.filter((other) => other !== tag.tagId))}
        />
      ))}
      <Field id="new-tag" label={says.newName} hint={says.newHint} value={name} lengthMax={8} onChange={setName} />
      {name.trim() === '' ? null : <LinkButton id="add-tag" text={says.add} onTap={() => void add()} />}
      {naming.no === null ? null : <NoNote no={naming.no} />}
      {saving.no === null ? null : <NoNote no={saving.no} />}
      <PrimaryButton id="save-tags" text={says.save} busy={saving.busy} onTap={() => void save()} />
    </Sheet>
  );
}
