// What an update makes of a document: mingo's operators, and the refusals of MongoDB that mingo passes over in silence.
import { type Modifier, updateOne } from 'mingo/updater';
import { requestFailed } from '../wire-error';
import { type CloudDocument, isFields } from './value-order';

const refuse = (why: string) => requestFailed('Update', `multiple write errors: [{write errors: [{${why}}]}, {<nil>}]`);

const operators = new Set(
  ['$set', '$unset', '$inc', '$mul', '$min', '$max', '$bit', '$rename', '$currentDate'].concat([
    '$push',
    '$pop',
    '$pull',
    '$pullAll',
    '$addToSet',
  ]),
);

const arithmetic = new Set(['$inc', '$mul', '$bit']);
const onLists = new Set(['$push', '$pop', '$pull', '$pullAll', '$addToSet']);
const neverCreates = new Set(['$unset', '$pop', '$pull', '$pullAll']);

/** What stands at a path, and the first thing on the way that cannot have a field of the next name. */
function walk(document: CloudDocument, path: string): { readonly value: unknown; readonly blockedBy: string | null } {
  const names = path.split('.');
  let value: unknown = document;
  for (const [depth, name] of names.entries()) {
    if (value === undefined) break;
    if (Array.isArray(value) && /^\d+$/.test(name)) value = value[Number(name)];
    else if (isFields(value)) value = Object.hasOwn(value, name) ? value[name] : undefined;
    else return { value: undefined, blockedBy: names.slice(0, depth).join('.') };
  }
  return { value, blockedBy: null };
}

function refuseConflicts(paths: readonly string[]): void {
  const sorted = [...paths].sort();
  for (const [index, path] of sorted.entries()) {
    const next = sorted.slice(index + 1).find((other) => other === path || other.startsWith(`${path}.`));
    if (next !== undefined) throw refuse(`Updating the path '${next}' would create a conflict at '${path}'`);
  }
}

function refuseWrongKinds(document: CloudDocument, operator: string, path: string): void {
  const { value, blockedBy } = walk(document, path);
  if (blockedBy !== null && !neverCreates.has(operator))
    throw refuse(`Cannot create field '${path.split('.').at(-1)}' in element {${blockedBy}}`);
  if (value === undefined) return;
  if (arithmetic.has(operator) && typeof value !== 'number')
    throw refuse(`Cannot apply ${operator} to a value of non-numeric type. {_id: "${document['_id']}"} has the field '${path}'`);
  if (onLists.has(operator) && !Array.isArray(value)) throw refuse(`Cannot apply ${operator} to a non-array value at '${path}'`);
}

function refuseBeforehand(document: CloudDocument, update: CloudDocument): void {
  const changes = Object.entries(update).flatMap(([operator, fields]) => {
    if (!operators.has(operator)) throw refuse(`Unknown modifier: ${operator}`);
    if (!isFields(fields)) throw refuse(`Modifiers operate on fields but ${operator} has none`);
    return Object.entries(fields).map(([path, operand]) => ({ operator, path, operand }));
  });
  const paths = changes.flatMap(({ operator, path, operand }) => (operator === '$rename' ? [path, String(operand)] : [path]));
  if (paths.some((path) => path === '_id' || path.startsWith('_id.')))
    throw refuse(`Performing an update on the path '_id' would modify the immutable field '_id'`);
  refuseConflicts(paths);
  for (const { operator, path } of changes) refuseWrongKinds(document, operator, path);
}

/**
 * The document after an update with operators; the given one stays as it is.
 * @throws WireError as MongoDB refuses it, and then nothing of the update is done.
 */
export function updated(document: CloudDocument, update: CloudDocument): CloudDocument {
  refuseBeforehand(document, update);
  const copies = [copyOfFields(document)];
  try {
    updateOne(copies, {}, update as Modifier<CloudDocument>, { cloneMode: 'deep' });
  } catch (error) {
    throw refuse(error instanceof Error ? error.message : String(error));
  }
  return copyOfFields(copies[0] ?? document);
}

function copyOf(value: unknown): unknown {
  // A list that was written beyond its end has gaps, which the database fills with null.
  if (Array.isArray(value)) return Array.from(value, (element) => copyOf(element ?? null));
  return isFields(value) ? copyOfFields(value) : value;
}

/** A deep copy that leaves dates, patterns and ids as they are, since nobody changes those in place. */
function copyOfFields(document: CloudDocument): CloudDocument {
  return Object.fromEntries(Object.entries(document).map(([name, value]) => [name, copyOf(value)]));
}
