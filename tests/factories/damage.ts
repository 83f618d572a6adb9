import { NEEDS_A_HAND } from '#core/day/day.ts';
import { LAST_MOMENT } from '#core/day/moment.ts';
import type { VolymRecord } from '#core/record/record.ts';

/**
 * What a member can write into any place of a record: the wrong type, the wrong size, and names
 * that every object has.
 */
export const DAMAGE: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e300,
  8.64e15,
  LAST_MOMENT,
  Number.MAX_SAFE_INTEGER,
  '',
  'x',
  'NaN',
  '-0',
  '1e9',
  '2026-02-30',
  '9999999-99-99',
  '+275760-09-14',
  '0000-00-00',
  '2200-12-31',
  '1900-01-01',
  '2026-01-01T99:99:99Z',
  'constructor',
  '__proto__',
  '\u0000\uD800\u202E',
  '<img src=x onerror=alert(1)>',
  [],
  [null],
  [[]],
  ['x'],
  {},
  { length: -1 },
  JSON.parse(
    '{"__proto__": {"x": 1}, "constructor": "x", "toString": "x", "hasOwnProperty": null}',
  ),
];

type Place = readonly (string | number)[];

/** Every place in a value, the outer ones first. */
const placesIn = (value: unknown, at: Place = []): Place[] =>
  value === null || typeof value !== 'object'
    ? []
    : Object.entries(value).flatMap(([key, inner]) => {
        const place = [...at, Array.isArray(value) ? Number(key) : key];
        return [place, ...placesIn(inner, place)];
      });

const MISSING = Symbol('missing');

/** The value with something else at that place, or nothing at all there. */
const withAt = (value: unknown, [key, ...rest]: Place, damage: unknown): unknown => {
  if (key === undefined) return damage;
  const copy = (
    Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }
  ) as Record<string, unknown>;
  const inner = withAt(copy[key], rest, damage);
  if (inner === MISSING) delete copy[key];
  else copy[key] = inner;
  return copy;
};

const valueAt = (value: unknown, place: Place): unknown =>
  place.reduce((inner, key) => (inner as Record<string, unknown>)[key], value);

/** Of two steps, changes or rows with one name the screens cannot tell which is which. */
const doubledIn = (value: unknown, place: Place): unknown[] => {
  const there = valueAt(value, place);
  return Array.isArray(there) && there.length > 0 ? [[...(there as unknown[]), there[0]]] : [];
};

/** A record that is damaged in one place, and which. */
export type Damaged = { readonly record: VolymRecord; readonly place: string };

/**
 * The record with every damage in every place of it, but its id; where something is taken away, or
 * is there twice, too. As JSON carries it: what no JSON can say is on no wire. `within` is the one
 * part that is damaged.
 */
export const damagedIn = (record: VolymRecord, within?: keyof VolymRecord): Damaged[] =>
  placesIn(record)
    .filter(([first]) => first !== 'id' && (within === undefined || first === within))
    .flatMap((place) =>
      [...DAMAGE, ...doubledIn(record, place), MISSING].map((damage) => ({
        record: JSON.parse(JSON.stringify(withAt(record, place, damage))) as VolymRecord,
        place: `${place.join('.')} = ${damage === MISSING ? 'missing' : JSON.stringify(damage)}`,
      })),
    );

/**
 * A record that calls itself of a newer version and says nothing, wherever a list may look for it:
 * among all, what is due, and the trash.
 */
export const newerIn = (record: VolymRecord): VolymRecord[] =>
  [{}, { dueOn: '2026-11-20' }, { dueOn: NEEDS_A_HAND }, { trashedOn: '2026-11-19' }].map(
    (change) => ({
      ...record,
      data: { v: 99 },
      ...change,
    }),
  );
