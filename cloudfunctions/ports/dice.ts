// The dice port: the only source of chance.

/** Laws: ids are made of lower-case letters and digits, unguessable where it matters, and as good as never repeated. */
export interface Dice {
  /** A new id of `length` characters from `a-z2-7`. */
  id(length: number): string;
}
