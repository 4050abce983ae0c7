// The trust card of an owner: what of all that was promised has been kept, computed from what the ledger counts.
import type { StockDocument, TallyDocument } from '#core/tables';

/** The card. `percent` is the share of promises kept, rounded down; null before anything was promised. */
export interface Trust {
  /** Rewards that were given, each to one person, and broken promises that were made good. */
  readonly kept: number;
  /** Promises that broke and wait to be made good. */
  readonly open: number;
  /** Promises that broke, ever, and how many of them were made good. */
  readonly broken: number;
  readonly madeGood: number;
  readonly percent: number | null;
  readonly complaints: { readonly open: number; readonly all: number };
  readonly campaigns: { readonly running: number; readonly finished: number; readonly endedEarly: number };
}

/** How many rewards a campaign has given, each to one person. */
export function givenBy({ couponsIssued, pointGrants = 0, goodsHandedOver = 0 }: StockDocument): number {
  return couponsIssued + pointGrants + goodsHandedOver;
}

/** Computes the card from the tally, which knows the campaigns that are over, and the whole stocks of those that run. */
export function trustOf(tally: Omit<TallyDocument, 'id'>, running: readonly StockDocument[]): Trust {
  const { promises: open, broken = 0, finished = 0, endedEarly = 0, complaints = 0, complaintsOpen = 0 } = tally;
  const given = running.reduce((sum, stock) => sum + givenBy(stock), 0);
  const kept = (tally.kept ?? 0) + given;
  const promised = kept + open;
  return {
    kept,
    open,
    broken,
    madeGood: broken - open,
    percent: promised === 0 ? null : Math.floor((kept * 100) / promised),
    complaints: { open: complaintsOpen, all: complaints },
    campaigns: { running: running.length, finished, endedEarly },
  };
}
