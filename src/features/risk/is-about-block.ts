// Whether a review is about somebody's being put out rather than about their invites.
import type { ValueOf } from '#core/contract';

/** Whether it is, as things stand: what was noticed before is over. */
export function isAboutBlock({ state }: Pick<ValueOf<'risk.queue'>['reviews'][number], 'state'>): boolean {
  return state === 'blocked' || state === 'unblocked';
}
