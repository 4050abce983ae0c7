// The services beside the database: other functions, WeChat's open interfaces, and what a CloudID stands for.
import { type Answer, StandInComplaint } from '../answer';
import type { RequestRecord } from '../request-record';
import { WireError } from '../wire-error';
import { type OpenApiArguments, readOpenApiRequest, writeOpenApiResponse, writeOpenDataResponse } from './open-api-messages';

/** What WeChat answers: fields as JSON (an `errcode` other than 0 is an error), or a file. */
export type OpenApiReply = { readonly contentType: string; readonly buffer: Buffer } | { readonly [field: string]: unknown };

/** What stands in for the other side of each service. */
export interface Services {
  /** Other cloud functions by name. */
  readonly functions?: { readonly [name: string]: (data: unknown) => unknown };
  /** Open interfaces by name, such as `subscribeMessage.send`; arguments as they travel, that is with `snake_case` names. */
  readonly openApi?: { readonly [name: string]: (args: OpenApiArguments) => OpenApiReply | Promise<OpenApiReply> };
  /** What a CloudID stands for, such as `{ cloudID, data: { opengid } }` or `{ cloudID, errCode, errMsg }`. */
  readonly openData?: (cloudId: string) => unknown;
}

/** Another function (the form is observed; the code of a failing one is the vendor's, the text an assumption). */
export async function invokeFunction({ body }: RequestRecord, { functions = {} }: Services): Promise<Answer> {
  const name = String(body['function_name']);
  const handle = functions[name];
  if (!handle) throw new StandInComplaint(`Nothing answers for the function ${name}.`);
  const text = String(body['request_data'] ?? '');
  const data: unknown = text === '' ? undefined : JSON.parse(text);
  try {
    return { data: { response_data: JSON.stringify((await handle(data)) ?? null) } };
  } catch (error) {
    throw new WireError('FUNCTIONS_EXECUTE_FAIL', error instanceof Error ? error.message : String(error));
  }
}

const isFile = (reply: OpenApiReply): reply is { readonly contentType: string; readonly buffer: Buffer } =>
  'buffer' in reply && Buffer.isBuffer(reply['buffer']);

async function callOpenApi(name: string, args: OpenApiArguments, { openApi = {} }: Services): Promise<OpenApiReply> {
  const handle = openApi[name];
  if (!handle) throw new StandInComplaint(`Nothing answers for the open interface ${name}.`);
  return handle(args);
}

/** An open interface, or the question what CloudIDs stand for: protobuf there and back (observed). */
export async function answerOpenApi({ body }: RequestRecord, services: Services): Promise<Buffer> {
  const { requestData, apiName } = body;
  if (!Buffer.isBuffer(requestData)) throw new StandInComplaint('A call of an open interface came without its data.');
  const request = readOpenApiRequest(requestData);
  if (request.kind === 'open_data') {
    const { openData } = services;
    if (!openData) throw new StandInComplaint('Nothing says what a CloudID stands for.');
    return writeOpenDataResponse(request.cloudIds.map((cloudId) => ({ cloudId, json: JSON.stringify(openData(cloudId)) })));
  }
  const reply = await callOpenApi(String(apiName), request.args, services);
  if (isFile(reply)) return writeOpenApiResponse(reply.contentType, reply.buffer);
  return writeOpenApiResponse('application/json', Buffer.from(JSON.stringify({ errcode: 0, errmsg: 'ok', ...reply })));
}

/** The older way to an open interface, in plain JSON (observed). */
export async function answerOldOpenApi({ body }: RequestRecord, services: Services): Promise<Answer> {
  const text = String(body['requestData'] ?? '');
  const reply = await callOpenApi(String(body['apiName']), text === '' ? {} : JSON.parse(text), services);
  return { data: { responseData: JSON.stringify({ errcode: 0, errmsg: 'ok', ...reply }) } };
}
