// The protobuf messages between the SDK and WeChat's open interfaces, field by field as the SDK writes and reads them (observed).
import protobuf from 'protobufjs/minimal';
import { StandInComplaint } from '../answer';

/** A file among the arguments. The SDK drops its content type (observed), so only the name tells what it is. */
export interface SentFile {
  readonly fileName: string;
  readonly bytes: Buffer;
}

/** Arguments by their names as they travel. */
export type OpenApiArguments = { readonly [name: string]: unknown };

/** What is asked: an open interface with arguments, or what CloudIDs stand for. */
export type OpenApiRequest =
  | { readonly kind: 'open_api'; readonly args: OpenApiArguments }
  | { readonly kind: 'open_data'; readonly cloudIds: readonly string[] };

/** The fields of one message: bytes for texts and messages, numbers for the rest, each perhaps several times. */
type Fields = ReadonlyMap<number, readonly (Buffer | number)[]>;

function readMessage(bytes: Uint8Array): Fields {
  const reader = protobuf.Reader.create(bytes);
  const fields = new Map<number, (Buffer | number)[]>();
  while (reader.pos < reader.len) {
    const tag = reader.uint32();
    const value = (tag & 7) === 2 ? Buffer.from(reader.bytes()) : reader.int32();
    fields.set(tag >>> 3, [...(fields.get(tag >>> 3) ?? []), value]);
  }
  return fields;
}

const bytesOf = (fields: Fields, number: number) => (fields.get(number) ?? []).filter((value) => Buffer.isBuffer(value));
const firstBytes = (fields: Fields, number: number) => bytesOf(fields, number)[0] ?? Buffer.alloc(0);
const textOf = (fields: Fields, number: number) => firstBytes(fields, number).toString('utf8');

function argumentOf(pair: Fields): unknown {
  const fileName = textOf(pair, 4);
  const bytes = firstBytes(pair, 2);
  const file: SentFile = { fileName, bytes };
  return fileName === '' ? JSON.parse(bytes.toString('utf8')) : file;
}

/** Reads `CommApiData`: type 0 is an open interface with key-value pairs, type 2 is WeChat's own service for CloudIDs. */
export function readOpenApiRequest(bytes: Buffer): OpenApiRequest {
  const message = readMessage(bytes);
  const apiType = message.get(1)?.[0] ?? 0;
  if (apiType === 0) {
    const pairs = bytesOf(readMessage(firstBytes(message, 2)), 1).map(readMessage);
    return { kind: 'open_api', args: Object.fromEntries(pairs.map((pair) => [textOf(pair, 1), argumentOf(pair)])) };
  }
  const service = readMessage(firstBytes(message, 4));
  if (apiType !== 2 || textOf(service, 1) !== 'ApiGetOpenDataByCloudId')
    throw new StandInComplaint(`An open interface of type ${apiType} ${textOf(service, 1)} is not known here.`);
  return { kind: 'open_data', cloudIds: bytesOf(readMessage(firstBytes(service, 2)), 2).map(String) };
}

const LENGTH_DELIMITED = 2;
const tagOf = (field: number) => (field << 3) | LENGTH_DELIMITED;

/** Writes `CommOpenApiResp` with what WeChat answered. */
export function writeOpenApiResponse(contentType: string, data: Uint8Array): Buffer {
  return Buffer.from(protobuf.Writer.create().uint32(tagOf(1)).bytes(data).uint32(tagOf(2)).string(contentType).finish());
}

/** Writes `CommOpenApiResp` with the list of what CloudIDs stand for. */
export function writeOpenDataResponse(items: readonly { readonly cloudId: string; readonly json: string }[]): Buffer {
  const list = protobuf.Writer.create();
  for (const { cloudId, json } of items)
    list.uint32(tagOf(1)).fork().uint32(tagOf(1)).string(cloudId).uint32(tagOf(2)).string(json).ldelim();
  return writeOpenApiResponse('application/octet-stream', list.finish());
}
