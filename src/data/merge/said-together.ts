import { deepEqual } from 'rxdb/plugins/utils';
import { saidTogether } from '#domain/joins.ts';
import type { MergedFields, Side } from './fields.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Merged fields, those that are said together as one of both sides says them: field by field an anniversary would stand beside
 * the first order of the other side. What can be told by what they say is not asked about.
 */
export const asSaidTogether = (
  kind: string,
  merged: MergedFields,
  sides: readonly [Pick<Side, 'fields'>, Pick<Side, 'fields'>],
): MergedFields => {
  const together = saidTogether(kind);
  if (together === undefined) return merged;
  const { fields, silent, stands } = together;
  const [one, other] = [sides[0].fields, sides[1].fields];
  const isMet = merged.clashes.some(({ field }) => fields.includes(field));
  const standing = isMet ? stands(one, other) : undefined;
  if (standing !== undefined) return taken(merged, fields, standing);
  const [head] = fields;
  const side = [one, other].find((said) => deepEqual(said[head], merged.fields[head]));
  const isOne = deepEqual(one[head], other[head]);
  if (!isOne && side !== undefined) return taken(merged, silent, side);
  return { ...merged, clashes: merged.clashes.filter(({ field }) => !silent.includes(field)) };
};

const taken = ({ fields, clashes }: MergedFields, names: readonly string[], from: Fields): MergedFields => {
  const isOther = ([name]: readonly [string, unknown]): boolean => !names.includes(name);
  const said = names.flatMap((name) => (from[name] === undefined ? [] : [[name, from[name]] as const]));
  return {
    fields: Object.fromEntries([...Object.entries(fields).filter(isOther), ...said]),
    clashes: clashes.filter(({ field }) => !names.includes(field)),
  };
};
