// A cursor that came back from outside and is none: the caller's mistake, which the application answers as `invalid_input`.

/** Thrown by adapters and views that are handed a cursor which they cannot have given. */
export class BadCursor extends RangeError {
  constructor() {
    super('this is not a cursor of a page');
    this.name = 'BadCursor';
  }
}
