import type { Problem } from '../result.ts';
import type { Fields } from './fields.ts';
import { isSameValue } from './same-value.ts';

/**
 * What a change found in the fields of a record, and what it left there; each entry of a map named
 * in `entries` counts as a field of its own.
 */
export type WroteFields<D> = {
  readonly before: D;
  readonly after: D;
  readonly entries?: readonly string[] | undefined;
  /** Fields that mean something only beside each other: they go back together or stay together. */
  readonly together?: readonly (readonly string[])[] | undefined;
};

/**
 * The fields after a change is undone: which of them went back, and which hold what someone has
 * written since.
 */
export type FieldsBack<D> = {
  readonly data: D;
  readonly back: readonly string[];
  readonly stayed: readonly string[];
};

/**
 * The rule of every undo: a field goes back if it still holds what the change wrote there. What
 * someone wrote since stays and is named, unless it is what was there before anyway. When a field
 * stays, the fields that belong with it stay, too.
 */
export const fieldsBack = <D extends Fields>(
  now: D,
  { before, after, entries = [], together = [] }: WroteFields<D>,
): FieldsBack<D> => {
  const was: Fields = before;
  const left: Fields = after;
  const holds: Fields = now;
  const data = new Map(Object.entries(holds));
  const back: string[] = [];
  const stayed: string[] = [];
  const goesBack = (field: string, value: unknown): void => {
    back.push(field);
    if (value === undefined) data.delete(field);
    else data.set(field, value);
  };
  const isOthers = (field: string): boolean =>
    !isSameValue(holds[field], left[field]) && !isSameValue(holds[field], was[field]);
  const isHeld = (field: string): boolean =>
    isOthers(field) || together.some((group) => group.includes(field) && group.some(isOthers));
  for (const field of Object.keys({ ...was, ...left })) {
    if (isSameValue(was[field], left[field])) continue;
    if (entries.includes(field)) {
      const inside = (of: Fields): Fields => (of[field] ?? {}) as Fields;
      const map = fieldsBack(inside(holds), { before: inside(was), after: inside(left) });
      const isGone = was[field] === undefined && Object.keys(map.data).length === 0;
      if (map.back.length > 0) goesBack(field, isGone ? undefined : map.data);
      if (map.stayed.length > 0) stayed.push(field);
    } else if (isSameValue(holds[field], was[field])) continue;
    else if (isHeld(field)) stayed.push(field);
    else goesBack(field, was[field]);
  }
  return { data: Object.fromEntries(data) as D, back, stayed };
};

/**
 * What goes back without the fields that cannot: they keep what they hold `now`, and are named with
 * what stays. Those they belong `together` with stay, too.
 */
export const withoutFields = <D extends Fields>(
  { data, back, stayed }: FieldsBack<D>,
  now: D,
  cannot: readonly string[],
  together: readonly (readonly string[])[] = [],
): FieldsBack<D> => {
  const held = back.filter((field) => cannot.includes(field));
  const beside = together.filter((group) => group.some((field) => held.includes(field))).flat();
  const kept = back.filter((field) => held.includes(field) || beside.includes(field));
  const holds = Object.fromEntries(Object.entries(now).filter(([field]) => kept.includes(field)));
  return {
    data: { ...data, ...holds },
    back: back.filter((field) => !kept.includes(field)),
    stayed: [...stayed, ...kept],
  };
};

/** Tells by their names which fields an undo left; undefined where it left none. */
export const leftByUndo = (
  stayed: readonly string[],
  code: 'changed-since' | 'changed-in-part' = 'changed-in-part',
): Problem<'changed-since' | 'changed-in-part'> | undefined =>
  stayed.length === 0 ? undefined : namingStayed(code, stayed);

/** A refusal of an undo that names the fields which stay, where there are any. */
export const namingStayed = <Code extends string>(
  code: Code,
  stayed: readonly string[],
): Problem<Code> =>
  stayed.length === 0 ? { code } : { code, params: { fields: stayed.join(',') } };

/** The fields that an undo left, of what it answered. */
export const stayedFields = ({ params }: Pick<Problem, 'params'>): readonly string[] =>
  typeof params?.fields === 'string' && params.fields !== '' ? params.fields.split(',') : [];
