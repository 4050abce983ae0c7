// Long lists, piece by piece.

/** The items in their order, `size` of them in each batch and the rest in the last; no batch where there are none. */
export function batchesOf<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));
}
