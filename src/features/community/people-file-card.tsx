// The list that is on show as a table: gathered page by page with its progress, then handed over.

import { Text } from '@tarojs/components';
import { useState } from 'react';
import { useStore } from 'zustand';
import { GivenBar } from '#app/features/analytics/funnel.tsx';
import { type Among, inOrder, type PeopleOrder } from '#app/features/membership/create-people';
import { peopleTable } from '#app/features/membership/people-file';
import { NoNote } from '#app/features/no-view.tsx';
import { desk } from '#app/features/this-desk';
import { useResource } from '#app/features/this-phone';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { handOverFile } from '#app/platform/hand-over';
import { LinkButton, QuietButton } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/card.tsx';
import { DoneNote, RefusalNote } from '#app/ui/states.tsx';

const { file } = desk.people;

interface PeopleFileProps {
  readonly among: Among;
  readonly order: PeopleOrder;
  readonly zone: string;
}

export function PeopleFile({ among, order, zone }: PeopleFileProps) {
  const words = useOwnersWords();
  const says = words.owner.people.file;
  const tags = useResource(desk.tags).value?.tags ?? [];
  const { of, rows, lookedAt, total, busy, no } = useStore(file.store);
  const [said, setSaid] = useState<{ readonly ok: boolean; readonly text: string } | null>(null);
  const begin = () => {
    setSaid(null);
    void file.begin(among);
  };
  const save = async () => {
    const ok = await handOverFile(says.name, peopleTable(words, inOrder(rows, order), { tags, zone }), 'text/csv');
    setSaid({ ok, text: ok ? says.saved : says.notSaved });
  };
  // What was gathered for other people is no list of these.
  if (of !== JSON.stringify(among)) return <QuietButton id="people-file" text={says.make} onTap={begin} />;
  if (busy) {
    return (
      <Card id="people-file-progress">
        <GivenBar label={says.making(lookedAt, total)} share={lookedAt / Math.max(1, total)} live={false} />
        <LinkButton id="people-file-stop" text={says.stop} onTap={file.clear} />
      </Card>
    );
  }
  if (no !== null) {
    return (
      <Card>
        <NoNote no={no} />
        <QuietButton id="people-file" text={says.make} onTap={begin} />
      </Card>
    );
  }
  return (
    <Card>
      <Text id="people-file-ready">{says.ready(words.formats.people(rows.length))}</Text>
      {said === null ? null : said.ok ? (
        <DoneNote id="people-file-saved" text={said.text} />
      ) : (
        <RefusalNote code="file" reason={said.text} />
      )}
      <QuietButton id="people-file-save" text={says.save} onTap={() => void save()} />
    </Card>
  );
}
