// The plan for the document database: collections that only the functions reach, and the indexes that the store declares.
import type { CloudEnvironment } from './cloud-environment';
import type { CloudCollection, CollectionIndex, DataState, IndexKey } from './indexes-state';
import { setPermission } from './permissions';
import { DeployRefusal } from './refusal';
import type { Step } from './step';
import type { Words } from './words';

/** A collection as the store wants it. */
export interface WantedCollection {
  readonly name: string;
  readonly indexes: readonly CollectionIndex[];
}

/** Nobody but the functions: what the cloud calls 仅管理端可读写. */
const closed = 'ADMINONLY';

/** Pictures are shown to people by their addresses, and only functions put them there: 所有用户可读，仅管理端可写. */
const shown = 'ADMINWRITE';

const keysInWords = (keys: readonly IndexKey[]) => keys.map(({ name, direction }) => (direction === '-1' ? `${name}↓` : name)).join(', ');

function isSame(one: CollectionIndex, other: CollectionIndex): boolean {
  return one.unique === other.unique && keysInWords(one.keys) === keysInWords(other.keys);
}

function indexStep(environment: CloudEnvironment, collection: string, index: CollectionIndex, words: Words): Step {
  const { envId, databaseTag } = environment;
  const keys = index.keys.map(({ name, direction }) => ({ Name: name, Direction: direction }));
  return {
    kind: 'request',
    title: words.indexes.createIndex(collection, index.name, keysInWords(index.keys), index.unique),
    request: {
      service: 'tcb',
      action: 'UpdateTable',
      parameters: {
        EnvId: envId,
        Tag: databaseTag,
        TableName: collection,
        CreateIndexes: [{ IndexName: index.name, MgoKeySchema: { MgoIsUnique: index.unique, MgoIndexKeys: keys } }],
      },
    },
  };
}

function collectionSteps(environment: CloudEnvironment, name: string, there: CloudCollection | null, words: Words): Step[] {
  const { envId, databaseTag } = environment;
  if (there?.access === closed) return [];
  if (there !== null) {
    return [{ kind: 'request', title: words.indexes.close(name, there.access), request: setPermission(envId, 'collection', name, closed) }];
  }
  const parameters = { EnvId: envId, Tag: databaseTag, TableName: name, PermissionInfo: { EnvId: envId, AclTag: closed } };
  return [{ kind: 'request', title: words.indexes.create(name), request: { service: 'tcb', action: 'CreateTable', parameters } }];
}

function indexSteps(environment: CloudEnvironment, wanted: WantedCollection, there: CloudCollection | null, words: Words): Step[] {
  return wanted.indexes.flatMap((index) => {
    const present = there?.indexes.find(({ name }) => name === index.name);
    if (!present) return [indexStep(environment, wanted.name, index, words)];
    if (isSame(present, index)) return [];
    throw new DeployRefusal(words.indexes.differs(wanted.name, index.name, keysInWords(present.keys), keysInWords(index.keys)));
  });
}

/** A rule of the owner's own stays: what it says is for a person to judge. */
function fileSteps({ envId, bucket }: CloudEnvironment, files: string | null, words: Words): Step[] {
  if (bucket === null || files === shown || files === 'CUSTOM') return [];
  return [{ kind: 'request', title: words.indexes.showFiles, request: setPermission(envId, 'storage', bucket, shown) }];
}

/**
 * Everything that is left to do, given what the cloud has; nothing when all is as declared.
 * @throws DeployRefusal when an index of a declared name has other keys: dropping it is for a person to decide
 */
export function planIndexes(
  environment: CloudEnvironment,
  wanted: readonly WantedCollection[],
  { collections, files }: DataState,
  words: Words,
): readonly Step[] {
  const steps = wanted.flatMap((collection) => {
    const there = collections[collection.name] ?? null;
    return [...collectionSteps(environment, collection.name, there, words), ...indexSteps(environment, collection, there, words)];
  });
  return [...steps, ...fileSteps(environment, files, words)];
}

/** What is there already, in words: the part of the declaration for which nothing has to be done. */
export function presentInWords(wanted: readonly WantedCollection[], { collections, files }: DataState, words: Words): string[] {
  const lines = wanted.flatMap(({ name, indexes }) => {
    const there = collections[name];
    if (!there) return [];
    const known = indexes.filter((index) => there.indexes.some((present) => present.name === index.name));
    return [words.indexes.collectionThere(name), ...known.map((index) => words.indexes.indexThere(name, index.name))];
  });
  return files === 'CUSTOM' ? [...lines, words.indexes.filesAreCustom] : lines;
}
