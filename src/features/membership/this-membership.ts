// What I show and what is held about me, on this phone.
import { caller, newRequestId } from '#app/features/call';
import { createMyData } from '#app/features/membership/create-my-data';
import { createMyProfile } from '#app/features/membership/create-my-profile';
import { phone } from '#app/features/this-phone';
import { shrinkPicture } from '#app/platform/picture-file';

/** The one profile. */
export const myProfile = createMyProfile({ caller, newId: newRequestId, home: phone.home, shrinkPicture });

/** The one account of my data. */
export const myData = createMyData({
  caller,
  newId: newRequestId,
  async onErased() {
    for (const mine of [phone.statement, phone.wallet, phone.invites, phone.reminders.wallet]) mine.clear();
    await phone.communities.load();
    await phone.home.refresh();
  },
});
