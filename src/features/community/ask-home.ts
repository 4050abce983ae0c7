// What the tab pages ask for when they come into sight.
import { hasOwn } from '#app/features/campaign/campaign-parts';
import { phone } from '#app/features/this-phone';

/** Asks for the communities, then for the home of the one that is looked at. */
export async function askHome(): Promise<void> {
  // Where it is known which community is looked at, neither waits for the other.
  if (phone.communities.store.getState().communityId !== null) {
    await Promise.all([phone.communities.load(), phone.home.refresh()]);
    return;
  }
  await phone.communities.load();
  if (phone.communities.store.getState().communityId !== null) await phone.home.refresh();
}

/** Asks for the home, and for the coupons of whoever has any. */
export async function askHomeAndWallet(): Promise<void> {
  await askHome();
  const me = phone.home.store.getState().value?.me;
  if (me !== undefined && hasOwn(me)) await phone.wallet.refresh();
}
