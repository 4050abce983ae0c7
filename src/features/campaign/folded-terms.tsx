// Complete terms, folded: the first lines are there, the rest one tap away, and nothing is kept from whoever listens.
import { useState } from 'react';
import { useWords } from '#app/i18n/use-words';
import { TermsList } from '#app/ui/terms-list.tsx';

export interface FoldedTermsProps {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly string[];
}

export function FoldedTerms({ id, title, lines }: FoldedTermsProps) {
  const { daily } = useWords().member;
  const [open, setOpen] = useState(false);
  return (
    <TermsList
      id={id}
      title={title}
      lines={lines}
      fold={{
        open,
        aside: daily.termsLines(lines.length),
        text: open ? daily.termsClose : daily.termsOpen,
        onTurn: () => setOpen(!open),
      }}
    />
  );
}
