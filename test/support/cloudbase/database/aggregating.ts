// Aggregation: mingo's stages over a collection, with MongoDB's order of values and CloudBase's limit.
import { Aggregator } from 'mingo/aggregator';
import { Context, ProcessingMode } from 'mingo/core';
import { type Iterator, Lazy } from 'mingo/lazy';
import * as accumulatorOperators from 'mingo/operators/accumulator';
import * as expressionOperators from 'mingo/operators/expression';
import * as pipelineOperators from 'mingo/operators/pipeline';
import * as projectionOperators from 'mingo/operators/projection';
import * as queryOperators from 'mingo/operators/query';
import type { PipelineOperator } from 'mingo/types';
import { requestFailed } from '../wire-error';
import type { Collection } from './collection';
import type { DocumentDatabase } from './document-database';
import { comparisons } from './matching';
import { matchingDocuments } from './reading';
import { type CloudDocument, compareBy, isFields } from './value-order';

/** What an aggregation gives that says no `limit` (reports). */
export const AGGREGATE_ROWS = 20;

const sorted = (rows: Iterator, order: Record<string, 1 | -1>): Iterator => Lazy(rows.collect<CloudDocument>().sort(compareBy(order)));
// mingo's type of an operator is the intersection of what all operators take, which nothing can be written as.
const $sort = sorted as unknown as PipelineOperator;

const context = Context.init({
  accumulator: { ...accumulatorOperators },
  expression: { ...expressionOperators },
  pipeline: { ...pipelineOperators, $sort },
  projection: { ...projectionOperators },
  query: { ...queryOperators, ...comparisons },
});

/**
 * The rows of an aggregation over the newest committed documents. A condition in the first stage is found as a query finds it.
 * @throws WireError for stages and operators that do not exist.
 */
export function aggregated(database: DocumentDatabase, collection: Collection, stages: readonly CloudDocument[]): CloudDocument[] {
  const [first, ...others] = stages;
  const condition = first?.['$match'];
  const found = matchingDocuments(collection, isFields(condition) ? condition : {}, null);
  const rest = isFields(condition) ? others : stages;
  const limited = rest.some((stage) => '$limit' in stage) ? rest : [...rest, { $limit: AGGREGATE_ROWS }];
  const collectionResolver = (name: string) => matchingDocuments(database.collection(name), {}, null) as Record<string, unknown>[];
  try {
    // Some stages change what they are given; what is stored must stay.
    const options = { context, collectionResolver, scriptEnabled: false, processingMode: ProcessingMode.CLONE_INPUT };
    return new Aggregator([...limited], options).run(found);
  } catch (error) {
    throw requestFailed('Aggregate', error instanceof Error ? error.message : String(error));
  }
}
