// A browser changes only the elements that differ, wherever they stand: nothing is put around them.
import type { LocalUpdatesProps } from '#app/ui/local-updates.tsx';

export function LocalUpdates({ children }: LocalUpdatesProps) {
  return <>{children}</>;
}
