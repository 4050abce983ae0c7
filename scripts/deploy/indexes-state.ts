// What the cloud knows about the collections: asked before a plan is made, and again when it was carried out.
import type { CloudEnvironment } from './cloud-environment';
import type { CloudRequest, SendCloudRequest } from './cloud-request';
import { askPermission, permissionIn } from './permissions';

/** One key of an index, in the cloud's own writing. */
export interface IndexKey {
  readonly name: string;
  readonly direction: '1' | '-1';
}

/** One index. */
export interface CollectionIndex {
  readonly name: string;
  readonly keys: readonly IndexKey[];
  readonly unique: boolean;
}

/** A collection as the cloud has it. */
export interface CloudCollection {
  /** Who may reach it past the functions; ADMINONLY means nobody. */
  readonly access: string;
  readonly indexes: readonly CollectionIndex[];
}

/** Everything that data lies in. */
export interface DataState {
  /** Collections by name; null where there is none. */
  readonly collections: Readonly<Record<string, CloudCollection | null>>;
  /** Who may reach the files; null where there is no storage. */
  readonly files: string | null;
}

/** An environment in which nothing was made yet: what a dry run, which asks nobody, has to assume. */
export const emptyData: DataState = { collections: {}, files: '' };

/** How many collections are asked for at once; an environment has at most a few hundred. */
const TABLES_AT_ONCE = 100;

/** Asks which collections there are, from one place in their list. */
export const askCollections = ({ envId, databaseTag }: CloudEnvironment, offset: number): CloudRequest => ({
  service: 'tcb',
  action: 'DescribeTables',
  parameters: { EnvId: envId, Tag: databaseTag, MgoLimit: TABLES_AT_ONCE, MgoOffset: offset },
});

/** Asks for a collection's indexes. */
export const askCollection = ({ envId, databaseTag }: CloudEnvironment, name: string): CloudRequest => ({
  service: 'tcb',
  action: 'DescribeTable',
  parameters: { EnvId: envId, Tag: databaseTag, TableName: name },
});

/** Asks who may reach a collection. */
export const askAccess = ({ envId }: CloudEnvironment, name: string): CloudRequest => askPermission(envId, 'collection', name);

/** Asks who may reach the files; there is nothing to ask where there is no storage. */
export const askFiles = ({ envId, bucket }: CloudEnvironment): readonly CloudRequest[] =>
  bucket === null ? [] : [askPermission(envId, 'storage', bucket)];

async function namesOf(send: SendCloudRequest, environment: CloudEnvironment): Promise<ReadonlySet<string>> {
  const names = new Set<string>();
  for (let offset = 0; ; offset += TABLES_AT_ONCE) {
    const { Tables } = (await send(askCollections(environment, offset))) as { Tables?: readonly { readonly TableName?: string }[] | null };
    for (const { TableName } of Tables ?? []) if (TableName !== undefined) names.add(TableName);
    if ((Tables ?? []).length < TABLES_AT_ONCE) return names;
  }
}

interface DescribedIndex {
  readonly Name?: string;
  readonly Unique?: boolean;
  readonly Keys?: readonly { readonly Name?: string; readonly Direction?: string }[] | null;
}

function indexOf({ Name, Unique, Keys }: DescribedIndex): CollectionIndex {
  const keys = (Keys ?? []).map(({ Name: name, Direction }) => ({ name: name ?? '', direction: Direction === '-1' ? '-1' : '1' }) as const);
  return { name: Name ?? '', keys, unique: Unique === true };
}

/** Asks for everything that a plan depends on. */
export async function readDataState(send: SendCloudRequest, environment: CloudEnvironment, names: readonly string[]): Promise<DataState> {
  const present = await namesOf(send, environment);
  const collections: Record<string, CloudCollection | null> = {};
  for (const name of names) {
    collections[name] = null;
    if (!present.has(name)) continue;
    const { Indexes } = (await send(askCollection(environment, name))) as { Indexes?: readonly DescribedIndex[] | null };
    const { permission } = permissionIn(await send(askAccess(environment, name)));
    collections[name] = { access: permission, indexes: (Indexes ?? []).map(indexOf) };
  }
  let files: string | null = null;
  for (const request of askFiles(environment)) files = permissionIn(await send(request)).permission;
  return { collections, files };
}
