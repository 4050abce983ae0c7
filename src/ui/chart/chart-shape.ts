// What a chart may show. Callers say this; how it is drawn is decided in one place.

/** What a part of a chart is about: this period, the one before, what was expected, a thing that needs the owner. */
export type ChartTone = 'now' | 'before' | 'expected' | 'low';

/** Columns side by side, such as days; the labels of the first and the last stand below, and of as many between as have room. */
export interface ColumnsShape {
  readonly kind: 'columns';
  readonly columns: readonly { readonly label: string; readonly value: number | null; readonly tone: ChartTone }[];
}

/** A middle over time within a band from low to high, and optionally what came in fact. */
export interface BandShape {
  readonly kind: 'band';
  readonly points: readonly {
    readonly label: string;
    readonly low: number;
    readonly middle: number;
    readonly high: number;
    readonly actual?: number | null;
  }[];
  /** How an amount is written at the left, short. */
  readonly say: (amount: number) => string;
}

/** Shares, from 0 to 1, in rows and columns; null where there is nothing to tell yet. */
export interface HeatShape {
  readonly kind: 'heat';
  readonly columns: readonly string[];
  readonly rows: readonly { readonly label: string; readonly shares: readonly (number | null)[] }[];
}

/** Bars one below the other, each with what it comes to; lines stand where others usually come to. */
export interface RowsShape {
  readonly kind: 'rows';
  readonly rows: readonly { readonly label: string; readonly value: number; readonly said: string; readonly tone: ChartTone }[];
  readonly lines?: readonly { readonly value: number; readonly label: string }[];
}

/** Everything that a chart can be. */
export type ChartShape = ColumnsShape | BandShape | HeatShape | RowsShape;
