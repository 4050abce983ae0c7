// A page that is opened from outside names its community in its path: it is looked at before anything on the page asks for it.
import { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { phone } from '#app/features/this-phone';

/** Looks at the community that the path names as `c`, if it names one. @returns whether the page can be drawn */
export function useCommunityOfPath(): boolean {
  const { params } = useRouter();
  const named = params.c ?? '';
  const [isLookedAt, setLookedAt] = useState(named === '' || phone.communities.store.getState().communityId === named);
  useEffect(() => {
    if (named !== '') phone.communities.look(named);
    setLookedAt(true);
  }, [named]);
  return isLookedAt;
}
