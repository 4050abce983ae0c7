// What I show of myself: a nickname and a picture, each with what became of the last wish; what was typed stays whatever the server says.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Caller, No } from '#app/features/call';
import { createDeed } from '#app/features/deed';
import type { Resource } from '#app/features/resource';
import type { ValueOf } from '#core/contract';

/** What became of a wish: others see it, it waits for a look, or nothing of it is shown. */
export type Shown = ValueOf<'membership.showName'>['state'];

type Home = ValueOf<'community.home'>;

/** The state of what I show. */
export interface MyProfileState {
  readonly busy: 'name' | 'picture' | null;
  readonly name: Shown | null;
  readonly picture: Shown | null;
  /** Why the last wish was not granted, and which one it was. */
  readonly no: { readonly about: 'name' | 'picture'; readonly no: No } | null;
  /** The phone could not read the chosen picture. */
  readonly isUnreadable: boolean;
}

/** What I show. */
export interface MyProfile {
  readonly store: StoreApi<MyProfileState>;
  /** Shows a nickname; nothing typed means the mask. */
  showName(communityId: string, typed: string): Promise<void>;
  /** Shows the picture at an address of this phone; null takes it back. */
  showPicture(communityId: string, source: string | null): Promise<void>;
  /** Forgets what became of the last wish, such as when something else is typed. */
  dismiss(): void;
}

/** What it is made of. */
export interface MyProfileParts {
  readonly caller: Caller;
  readonly newId: () => string;
  readonly home: Resource<Home>;
  readonly shrinkPicture: (source: string) => Promise<string | null>;
}

const quiet: MyProfileState = { busy: null, name: null, picture: null, no: null, isUnreadable: false };

/** Makes it. */
export function createMyProfile({ caller, newId, home, shrinkPicture }: MyProfileParts): MyProfile {
  const store = createStore<MyProfileState>(() => quiet);
  const naming = createDeed(
    (input: { communityId: string; nickname: string | null }, requestId: string) => caller.change('membership.showName', input, requestId),
    newId,
  );
  const picturing = createDeed(
    (input: { communityId: string; picture: string | null }, requestId: string) => caller.change('membership.showAvatar', input, requestId),
    newId,
  );

  return {
    store,
    async showName(communityId, typed) {
      if (store.getState().busy !== null) return;
      store.setState({ ...quiet, busy: 'name' });
      const nickname = typed.trim() === '' ? null : typed.trim();
      const reply = await naming.run({ communityId, nickname });
      if (reply === null) return;
      if (!reply.ok) return store.setState({ busy: null, no: { about: 'name', no: reply as No } });
      store.setState({ busy: null, name: reply.value.state });
      await home.refresh();
    },
    async showPicture(communityId, source) {
      if (store.getState().busy !== null) return;
      store.setState({ ...quiet, busy: 'picture' });
      const picture = source === null ? null : await shrinkPicture(source);
      if (source !== null && picture === null) return store.setState({ busy: null, isUnreadable: true });
      const reply = await picturing.run({ communityId, picture });
      if (reply === null) return;
      if (!reply.ok) return store.setState({ busy: null, no: { about: 'picture', no: reply as No } });
      store.setState({ busy: null, picture: reply.value.state });
      await home.refresh();
    },
    dismiss: () => {
      if (store.getState().busy === null) store.setState(quiet, true);
    },
  };
}
