// The complete terms of a campaign, folded: the first lines are there, the rest one tap away, and nothing is kept from whoever listens.
import { useState } from 'react';
import { useWords } from '#app/i18n/use-words';
import { TermsList } from '#app/ui/terms-list.tsx';

export function FoldedTerms({ lines }: { readonly lines: readonly string[] }) {
  const { campaign, daily } = useWords().member;
  const [open, setOpen] = useState(false);
  return (
    <TermsList
      id="terms"
      title={campaign.terms}
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
