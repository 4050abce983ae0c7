// Arrays as PostgreSQL's binary format: a batch of documents goes over the wire without a single character being quoted.

const TEXT_OID = 25;
const INT4_OID = 23;
const INT8_OID = 20;
const HEADER_BYTES = 20;

function header(buffer: Buffer, oid: number, length: number): void {
  buffer.writeInt32BE(1, 0);
  buffer.writeInt32BE(1, 4);
  buffer.writeInt32BE(oid, 8);
  buffer.writeInt32BE(length, 12);
  buffer.writeInt32BE(1, 16);
}

/** A `text[]`. The texts hold no U+0000: ids have none, and JSON writes it as an escape. */
export function textArray(values: readonly (string | null)[]): Buffer {
  const sizes = values.map((value) => (value === null ? 0 : Buffer.byteLength(value)));
  const buffer = Buffer.allocUnsafe(sizes.reduce((sum, size) => sum + size + 4, HEADER_BYTES));
  header(buffer, TEXT_OID, values.length);
  let position = HEADER_BYTES;
  for (const [index, value] of values.entries()) {
    const size = sizes[index] as number;
    position = buffer.writeInt32BE(value === null ? -1 : size, position);
    if (value !== null) position += buffer.write(value, position, size, 'utf8');
  }
  return buffer;
}

/** An `int4[]`. */
export function integerArray(values: readonly (number | null)[]): Buffer {
  const buffer = Buffer.alloc(HEADER_BYTES + values.reduce<number>((sum, value) => sum + (value === null ? 4 : 8), 0));
  header(buffer, INT4_OID, values.length);
  let position = HEADER_BYTES;
  for (const value of values) {
    position = buffer.writeInt32BE(value === null ? -1 : 4, position);
    if (value !== null) position = buffer.writeInt32BE(value, position);
  }
  return buffer;
}

/** An `int8[]` of safe integers, such as instants in ms. */
export function longArray(values: readonly number[]): Buffer {
  const buffer = Buffer.alloc(HEADER_BYTES + values.length * 12);
  header(buffer, INT8_OID, values.length);
  let position = HEADER_BYTES;
  for (const value of values) {
    position = buffer.writeInt32BE(8, position);
    position = buffer.writeBigInt64BE(BigInt(value), position);
  }
  return buffer;
}
