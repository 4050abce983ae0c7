// The owner's desk on this phone.
import { caller, newRequestId } from '#app/features/call';
import { createOwnerDesk } from '#app/features/owner-desk';
import { keepTill } from '#app/features/redemption/kept-till';
import { phone } from '#app/features/this-phone';
import { askForProof } from '#app/platform/group-proof';
import { hearNetwork } from '#app/platform/network';
import { proofIn } from '#app/platform/proof-answer';
import { recall, remember } from '#app/platform/storage';

/** The one desk. */
export const desk = createOwnerDesk({
  caller,
  communities: phone.communities,
  memory: { recall, remember },
  newId: newRequestId,
  askForProof: async () => proofIn(await askForProof()),
  onSaved: () => void phone.home.refresh(),
});

/** What a counter needs to know once the network is gone: the server's time, and where it stands. */
function learn({ value, at }: ReturnType<typeof phone.home.store.getState>): void {
  if (value === null || at === null) return;
  desk.clock.learn(value.now, at);
  keepTill({ recall, remember }, value);
}

learn(phone.home.store.getState());
phone.home.store.subscribe(learn);
hearNetwork(() => void desk.late.settle());
