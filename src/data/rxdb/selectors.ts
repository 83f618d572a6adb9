// Replaces the package mingo, which RxDB asks whether a record matches a query: only the operators
// that `query.ts` and RxDB itself use, on plain values. The whole language would cost 8 kB. A
// missing operator throws, and is to be added here.

import { ownEntry } from '#core/own-entry.ts';
import { getProperty } from './by-path.ts';

type Operator = (stored: unknown, asked: unknown) => boolean;
type Conditions = Readonly<Record<string, unknown>>;

const plain = (value: unknown): unknown => value ?? null;

const isOneOf: Operator = (stored, asked) =>
  (asked as readonly unknown[]).some((value) => plain(stored) === plain(value));

// As in MongoDB, values of different types are neither before nor after each other.
const ordered =
  (fits: (order: number) => boolean): Operator =>
  (stored, asked) =>
    typeof stored === typeof asked && fits(compare(plain(stored), plain(asked)));

/**
 * Which of two plain values of the same type comes first; a missing one comes before all
 * others.
 */
export const compare = (a: unknown, b: unknown): number => {
  const [first, second] = [plain(a), plain(b)] as [string, string];
  if (first === second) return 0;
  if (first === null || second === null) return first === null ? -1 : 1;
  return first < second ? -1 : 1;
};

const operators: Readonly<Record<string, Operator>> = {
  $eq: (stored, asked) => plain(stored) === plain(asked),
  $ne: (stored, asked) => plain(stored) !== plain(asked),
  $in: isOneOf,
  $nin: (stored, asked) => !isOneOf(stored, asked),
  $gt: ordered((order) => order > 0),
  $gte: ordered((order) => order >= 0),
  $lt: ordered((order) => order < 0),
  $lte: ordered((order) => order <= 0),
  $exists: (stored, asked) => (stored !== undefined) === asked,
};

const fits = (record: object, selector: Conditions): boolean =>
  Object.entries(selector).every(([path, conditions]) => {
    if (path === '$and')
      return (conditions as readonly Conditions[]).every((part) => fits(record, part));
    if (path === '$or')
      return (conditions as readonly Conditions[]).some((part) => fits(record, part));
    const stored = getProperty(record, path);
    // RxDB itself also asks by the bare value.
    if (typeof conditions !== 'object' || conditions === null) return plain(stored) === conditions;
    return Object.entries(conditions).every(([name, asked]) => operatorOf(name)(stored, asked));
  });

const operatorOf = (name: string): Operator => {
  const operator = ownEntry(operators, name);
  if (operator === undefined) throw new Error(`queries do not use ${name}`);
  return operator;
};

const refuseUnknown = (selector: Conditions): void => {
  for (const [path, conditions] of Object.entries(selector)) {
    if (path === '$and' || path === '$or')
      (conditions as readonly Conditions[]).forEach(refuseUnknown);
    else if (typeof conditions === 'object' && conditions !== null)
      Object.keys(conditions).forEach(operatorOf);
  }
};

/**
 * A selector in RxDB's form. Throws at once for an unknown operator: inside a cursor it would wait
 * forever.
 */
export class Query {
  readonly #selector: Conditions;

  constructor(selector: Conditions) {
    refuseUnknown(selector);
    this.#selector = selector;
  }

  test(record: object): boolean {
    return fits(record, this.#selector);
  }
}

/** mingo is told which operators it may use; `Query` above has its own. */
export const Context = { init: (): undefined => undefined };

const known = undefined;
export {
  known as $and,
  known as $elemMatch,
  known as $eq,
  known as $exists,
  known as $gt,
  known as $gte,
  known as $in,
  known as $lt,
  known as $lte,
  known as $mod,
  known as $ne,
  known as $nin,
  known as $nor,
  known as $not,
  known as $or,
  known as $project,
  known as $regex,
  known as $size,
  known as $sort,
  known as $type,
};
