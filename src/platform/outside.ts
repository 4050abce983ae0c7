// What happens around the app while it runs: the playground's clock jumps, a card is opened from its chat.
export { hearOutside } from '#app/platform/outside.h5';

/** The two things that come from outside. */
export interface Outside {
  readonly clockMoved: () => void;
  readonly open: (path: string, proof: string | null) => void;
}
