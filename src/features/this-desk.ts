// The owner's desk on this phone.
import { caller, newRequestId } from '#app/features/call';
import { createOwnerDesk } from '#app/features/owner-desk';
import { phone } from '#app/features/this-phone';
import { askForProof } from '#app/platform/group-proof';
import { proofIn } from '#app/platform/proof-answer';

/** The one desk. */
export const desk = createOwnerDesk({
  caller,
  communities: phone.communities,
  newId: newRequestId,
  askForProof: async () => proofIn(await askForProof()),
  onSaved: () => void phone.home.refresh(),
});
