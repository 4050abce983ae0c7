// Who acts at which trigger: exhaustive, so that a trigger that is new asks for its people.
import type { Trigger } from '#core/rules/campaign/define-type';
import type { Acting } from '#core/rules/forecast/scene';
import { actAnswer } from '#core/rules/forecast/triggers/answer';
import { actCheckIn } from '#core/rules/forecast/triggers/check-in';
import { actClaim } from '#core/rules/forecast/triggers/claim';
import { actExchange } from '#core/rules/forecast/triggers/exchange';
import { actFirst } from '#core/rules/forecast/triggers/first-action';
import { actFriend } from '#core/rules/forecast/triggers/friend-first-action';
import { actSeasonClose } from '#core/rules/forecast/triggers/season-close';
import { actSelect } from '#core/rules/forecast/triggers/select';

/** How the people of each trigger act. */
export const actings: { readonly [T in Trigger]: Acting<T> } = {
  check_in: actCheckIn,
  claim: actClaim,
  friend_first_action: actFriend,
  first_action: actFirst,
  exchange: actExchange,
  season_close: actSeasonClose,
  answer: actAnswer,
  select: actSelect,
  // What gives nothing costs nothing, whoever does whatever.
  none: () => undefined,
};
