// Keeps what changes in one part of a page from being sent to the screen through the whole page.
import type { ReactNode } from 'react';

export { LocalUpdates } from '#app/ui/local-updates.h5.tsx';

export interface LocalUpdatesProps {
  readonly children: ReactNode;
}
