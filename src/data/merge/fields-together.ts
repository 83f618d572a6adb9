import { deepEqual } from 'rxdb/plugins/utils';
import type { FieldsTogether } from '#programmes/ground.ts';
import { fieldsTogether } from '#programmes/joins.ts';
import type { MergedFields, Side } from './fields.ts';

type FieldsOfSide = Pick<Side, 'fields'>;

/**
 * Merged fields, where fields that belong together all come from the same side: merged field by
 * field, one side's anniversary could end up with the other side's first order. A conflict that
 * their content settles raises no question.
 */
export const withFieldsTogether = (
  kind: string,
  merged: MergedFields,
  sides: readonly [FieldsOfSide, FieldsOfSide],
  base?: FieldsOfSide,
): MergedFields =>
  fieldsTogether(kind).reduce((met, together) => meet(together, met, sides, base), merged);

const meet = (
  together: FieldsTogether,
  merged: MergedFields,
  [a, b]: readonly [FieldsOfSide, FieldsOfSide],
  base: FieldsOfSide | undefined,
): MergedFields => {
  const { fields: all, silent, stands, isWhole = false } = together;
  const [head] = all;
  const isMet = isWhole
    ? all.some((field) => !deepEqual(a.fields[field], b.fields[field]))
    : merged.clashes.some(({ field }) => all.includes(field));
  const standing = isMet ? stands(a.fields, b.fields, base?.fields) : undefined;
  const hasHead = ({ fields }: FieldsOfSide): boolean =>
    deepEqual(fields[head], merged.fields[head]);
  // Where both have the same head, the merged values of the others are kept.
  const side = [a, b].every(hasHead) ? merged : ([a, b].find(hasHead) ?? merged);
  const names: readonly string[] = standing === undefined ? silent : all;
  const fields = { ...merged.fields };
  for (const name of names) {
    fields[name] = (standing ?? side.fields)[name];
    if (fields[name] === undefined) delete fields[name];
  }
  return { fields, clashes: merged.clashes.filter(({ field }) => !names.includes(field)) };
};
