// Whether a document satisfies a condition: mingo's operators, with MongoDB's order of values where mingo has its own.
import { Context } from 'mingo/core';
import * as booleanOperators from 'mingo/operators/expression/boolean';
import * as comparisonOperators from 'mingo/operators/expression/comparison';
import * as queryOperators from 'mingo/operators/query';
import { Query } from 'mingo/query';
import type { QueryOperator } from 'mingo/types';
import { requestFailed } from '../wire-error';
import { type CloudDocument, compareValues, rankOfKind, valuesAt } from './value-order';

/** A comparison looks at values of one kind only, and at each element of a list. */
function comparison(holds: (order: number) => boolean): QueryOperator {
  const operator = (path: string, bound: unknown) => {
    const rank = rankOfKind(bound);
    return (document: CloudDocument) =>
      valuesAt(document, path).values.some((value) => rankOfKind(value) === rank && holds(compareValues(value, bound)));
  };
  // mingo's type of an operator is the intersection of what all operators take, which nothing can be written as.
  return operator as unknown as QueryOperator;
}

/** The comparisons with which mingo's own are replaced: MongoDB orders texts by their bytes. */
export const comparisons = {
  $gt: comparison((order) => order > 0),
  $gte: comparison((order) => order >= 0),
  $lt: comparison((order) => order < 0),
  $lte: comparison((order) => order <= 0),
};

const context = Context.init({
  query: { ...queryOperators, ...comparisons },
  expression: { ...booleanOperators, ...comparisonOperators },
});

/**
 * Compiles a condition.
 * @throws WireError as MongoDB refuses it: an operator that does not exist, or one with the wrong kind of value.
 */
export function compileCondition(condition: CloudDocument): (document: CloudDocument) => boolean {
  try {
    const query = new Query(condition, { context, scriptEnabled: false });
    return (document) => query.test(document);
  } catch (error) {
    throw requestFailed('Query', error instanceof Error ? error.message : String(error));
  }
}
