// In WeChat a page is one component: a change is sent to it and looked for in all of it. What stands in a component of its own is not.
import { CustomWrapper } from '@tarojs/components';
import type { LocalUpdatesProps } from '#app/ui/local-updates.tsx';

export function LocalUpdates({ children }: LocalUpdatesProps) {
  return <CustomWrapper>{children}</CustomWrapper>;
}
