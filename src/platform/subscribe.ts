// How a phone asks a person whether they want a message: one answer per template.
export { askToSubscribe, canSubscribe } from '#app/platform/subscribe.h5';

/**
 * What came of asking. `answered` names the templates that were accepted; all others were declined, or WeChat holds them back.
 * `switched_off`: the person has turned all messages of this app off in its settings. `impossible`: nobody could be asked.
 */
export type SubscribeAnswer =
  | { readonly kind: 'answered'; readonly accepted: readonly string[] }
  | { readonly kind: 'switched_off' }
  | { readonly kind: 'impossible' };
