// What is written and not sent yet: it stands there again when its page is left and opened anew, or loaded anew.
import { useState } from 'react';
import { keepUnsent, recallUnsent } from '#app/platform/unsent';

/** As a state, under a name of its own; null where nothing was written, or it has been sent. */
export function useUnsent(name: string): readonly [string | null, (text: string | null) => void] {
  const [text, setText] = useState(() => recallUnsent(name));
  const write = (next: string | null) => {
    setText(next);
    keepUnsent(name, next);
  };
  return [text, write];
}
