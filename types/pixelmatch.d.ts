// What pixelmatch offers, as its documentation says; the package brings no types of its own.
declare module 'pixelmatch' {
  /** Counts the pixels that differ, and draws them into `difference`. */
  export default function pixelmatch(
    one: Uint8Array,
    other: Uint8Array,
    difference: Uint8Array | null,
    width: number,
    height: number,
    options?: { readonly threshold?: number },
  ): number;
}
