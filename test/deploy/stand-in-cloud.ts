// Plays Tencent Cloud's management API for deployments: the actions that are used, with answers in the documented shapes. Not the real cloud.
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CloudKeys, signTc3 } from '../../scripts/deploy/tc3-signature';

/** The keys that the stand-in knows. */
export const knownKeys: CloudKeys = { secretId: 'AKIDknown', secretKey: 'known-secret' };

/** The environment that it has. */
export const knownEnvId = 'qunhui-1a2b3c';

/** A function as it stores it. */
export interface StoredFunction {
  readonly runtime: string;
  readonly timeout: number;
  readonly memory: number;
  readonly variables: Record<string, string>;
  readonly timers: Record<string, string>;
  /** How long its zip is, in base64. */
  readonly codeLength: number;
}

/** A collection as it stores it. */
export interface StoredCollection {
  access: string;
  readonly indexes: { Name: string; Unique: boolean; Keys: { Name: string; Direction: string }[] }[];
}

/** One request as it came. */
export interface SeenRequest {
  readonly service: string;
  readonly action: string;
  readonly parameters: Record<string, unknown>;
  readonly region: string;
}

type Parameters = Record<string, unknown>;
class Refused extends Error {
  constructor(readonly code: string) {
    super(`the stand-in refuses with ${code}`);
  }
}

const text = (value: unknown) => String(value ?? '');

/** The stand-in: state to prepare and to look at, and what it saw. */
export class StandInCloud {
  readonly functions = new Map<string, StoredFunction>();
  readonly collections = new Map<string, StoredCollection>();
  readonly seen: SeenRequest[] = [];
  /** Codes with which the next requests of an action are refused. */
  readonly refusals = new Map<string, string>();
  status = 'NORMAL';
  /** The rules of who may call functions, as JSON. */
  rule = '';
  /** Who may reach the files. */
  files = 'PRIVATE';

  private readonly server = createServer((request, response) => {
    this.answer(request).then((answer) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ Response: { ...answer, RequestId: 'stand-in' } }));
    });
  });

  async start(): Promise<number> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return (this.server.address() as AddressInfo).port;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  /** The names of the actions that changed something, in order. */
  changes(): string[] {
    return this.seen.map(({ action }) => action).filter((action) => !/^(Describe|Get|List)/.test(action));
  }

  private async answer(request: IncomingMessage): Promise<object> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString('utf8');
    if (request.url === '/played-deploy') return this.deploy(JSON.parse(body) as PlayedDescription);
    const header = (name: string) => text(request.headers[name]);
    const host = header('x-meant-host') || header('host');
    const service = host.split('.')[0] ?? '';
    const action = header('x-tc-action');
    const atSeconds = Number(header('x-tc-timestamp'));
    const contentType = header('content-type');
    const expected = signTc3(knownKeys, { service, host, contentType, body, atSeconds });
    const parameters = JSON.parse(body || '{}') as Parameters;
    this.seen.push({ service, action, parameters, region: header('x-tc-region') });
    try {
      if (header('authorization') !== expected) throw new Refused('AuthFailure.SignatureFailure');
      const refusal = this.refusals.get(action);
      if (refusal !== undefined) throw new Refused(refusal);
      return this.perform(action, parameters);
    } catch (error) {
      if (error instanceof Refused) return { Error: { Code: error.code, Message: error.message } };
      return { Error: { Code: 'InternalError', Message: String(error) } };
    }
  }

  /** What a deployment by the command line leaves behind: code and settings as described; the runtime is that of the creation. */
  private deploy({ name, runtime, timeout, memorySize, envVariables, triggers }: PlayedDescription): object {
    const there = this.functions.get(name);
    const added = Object.fromEntries(triggers.map((trigger) => [trigger.name, trigger.config]));
    const timers = { ...added, ...there?.timers };
    this.functions.set(name, {
      runtime: there?.runtime ?? runtime,
      timeout,
      memory: memorySize,
      variables: envVariables,
      timers,
      codeLength: 1,
    });
    return {};
  }

  private perform(action: string, parameters: Parameters): object {
    const perform = this.actions[action];
    if (!perform) throw new Refused(`InvalidAction.${action}`);
    return perform(parameters) ?? {};
  }

  private functionOf({ FunctionName }: Parameters): StoredFunction {
    const found = this.functions.get(text(FunctionName));
    if (!found) throw new Refused('ResourceNotFound.FunctionName');
    return found;
  }

  private collectionOf(name: unknown): StoredCollection {
    const found = this.collections.get(text(name));
    if (!found) throw new Refused('ResourceNotFound');
    return found;
  }

  private change(parameters: Parameters, changes: Partial<StoredFunction>): void {
    this.functions.set(text(parameters['FunctionName']), { ...this.functionOf(parameters), ...changes });
  }

  private readonly actions: Readonly<Record<string, (parameters: Parameters) => object | undefined>> = {
    DescribeEnvs: ({ EnvId }) => {
      const environment = {
        EnvId: knownEnvId,
        Status: this.status,
        Databases: [{ InstanceId: 'tnt-stand-in', Status: 'RUNNING' }],
        Functions: [{ Namespace: knownEnvId }],
        Storages: [{ AppId: '1250000000', Bucket: 'bucket-stand-in' }],
        LogServices: [],
      };
      return { EnvList: EnvId === undefined || EnvId === knownEnvId ? [environment] : [] };
    },
    GetFunction: (parameters) => {
      const { runtime, timeout, memory, variables, timers } = this.functionOf(parameters);
      return {
        Status: 'Active',
        Runtime: runtime,
        Timeout: timeout,
        MemorySize: memory,
        Type: 'Event',
        Environment: { Variables: Object.entries(variables).map(([Key, Value]) => ({ Key, Value })) },
        Triggers: Object.entries(timers).map(([name, cron]) => ({
          TriggerName: name,
          Type: 'timer',
          TriggerDesc: JSON.stringify({ cron }),
        })),
      };
    },
    CreateFunction: (parameters) => {
      const name = text(parameters['FunctionName']);
      if (this.functions.has(name)) throw new Refused('ResourceInUse.FunctionName');
      this.functions.set(name, {
        runtime: text(parameters['Runtime']),
        timeout: Number(parameters['Timeout']),
        memory: Number(parameters['MemorySize']),
        variables: variablesIn(parameters),
        timers: {},
        codeLength: codeLengthIn(parameters),
      });
      return undefined;
    },
    UpdateFunctionCode: (parameters) => {
      this.change(parameters, { codeLength: codeLengthIn(parameters) });
      return undefined;
    },
    UpdateFunctionConfiguration: (parameters) => {
      this.change(parameters, {
        timeout: Number(parameters['Timeout']),
        memory: Number(parameters['MemorySize']),
        variables: variablesIn(parameters),
      });
      return undefined;
    },
    BatchCreateTrigger: (parameters) => {
      const triggers = JSON.parse(text(parameters['Triggers'])) as { TriggerName: string; TriggerDesc: string }[];
      const { timers } = this.functionOf(parameters);
      if (triggers.some(({ TriggerName }) => TriggerName in timers)) throw new Refused('ResourceInUse.Trigger');
      const added = Object.fromEntries(triggers.map(({ TriggerName, TriggerDesc }) => [TriggerName, TriggerDesc]));
      this.change(parameters, { timers: { ...timers, ...added } });
      return undefined;
    },
    DeleteTrigger: (parameters) => {
      const { [text(parameters['TriggerName'])]: _, ...timers } = this.functionOf(parameters).timers;
      this.change(parameters, { timers });
      return undefined;
    },
    DescribeResourcePermission: ({ ResourceType, Resources }) => {
      const [Resource] = (Resources ?? []) as string[];
      const given = {
        function: { Permission: 'CUSTOM', SecurityRule: this.rule },
        collection: { Permission: this.collections.get(Resource ?? '')?.access },
        storage: { Permission: this.files },
      }[text(ResourceType)];
      return { Data: { TotalCount: 1, PermissionList: [{ ResourceType, Resource, ...given }] } };
    },
    ModifyResourcePermission: ({ ResourceType, Resource, Permission, SecurityRule }) => {
      if (ResourceType === 'function') this.rule = text(SecurityRule);
      if (ResourceType === 'collection') this.collectionOf(Resource).access = text(Permission);
      if (ResourceType === 'storage') this.files = text(Permission);
      return { Data: { Success: true } };
    },
    DescribeTables: () => ({
      Tables: [...this.collections.keys()].map((TableName) => ({ TableName })),
      Pager: { Total: this.collections.size },
    }),
    DescribeTable: ({ TableName }) => ({ Indexes: this.collectionOf(TableName).indexes }),
    CreateTable: ({ TableName, PermissionInfo }) => {
      const { AclTag } = (PermissionInfo ?? {}) as { AclTag?: string };
      this.collections.set(text(TableName), { access: AclTag ?? 'PRIVATE', indexes: [] });
      return undefined;
    },
    UpdateTable: ({ TableName, CreateIndexes }) => {
      for (const { IndexName, MgoKeySchema } of CreateIndexes as NewIndex[]) {
        const { MgoIsUnique, MgoIndexKeys } = MgoKeySchema;
        this.collectionOf(TableName).indexes.push({ Name: IndexName, Unique: MgoIsUnique, Keys: MgoIndexKeys });
      }
      return undefined;
    },
  };
}

/** A function as the settings of the command line describe it. */
interface PlayedDescription {
  readonly name: string;
  readonly runtime: string;
  readonly timeout: number;
  readonly memorySize: number;
  readonly envVariables: Record<string, string>;
  readonly triggers: readonly { readonly name: string; readonly config: string }[];
}

interface NewIndex {
  readonly IndexName: string;
  readonly MgoKeySchema: { readonly MgoIsUnique: boolean; readonly MgoIndexKeys: { Name: string; Direction: string }[] };
}

function variablesIn(parameters: Parameters): Record<string, string> {
  const { Variables = [] } = (parameters['Environment'] ?? {}) as { Variables?: { Key: string; Value: string }[] };
  return Object.fromEntries(Variables.map(({ Key, Value }) => [Key, Value]));
}

function codeLengthIn(parameters: Parameters): number {
  const { ZipFile } = (parameters['Code'] ?? {}) as { ZipFile?: string };
  return ZipFile?.length ?? 0;
}
