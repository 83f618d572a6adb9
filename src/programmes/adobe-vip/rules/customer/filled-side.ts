type Fields = Readonly<Record<string, unknown>>;

const NOTHING: readonly unknown[] = ['', undefined];

/**
 * Whether a copy of a customer has a value in one of these fields. A customer with only a number
 * uses it as its name: that counts as no name.
 */
const hasValue = (copy: Fields, fields: readonly string[]): boolean =>
  fields.some((field) => !NOTHING.includes(copy[field]) && !(field === 'name' && isNumber(copy)));

const isNumber = ({ name, vipId, marketplaceId }: Fields): boolean =>
  name === vipId || name === marketplaceId;

/**
 * Which of two copies of a customer is in these fields, where only one of them says something:
 * one device has it by hand and another from a list, that leaves them open. Undefined where both
 * say something, and where both agreed on something before.
 */
export const filledSide = (
  fields: readonly string[],
  left: Fields,
  right: Fields,
  base?: Fields,
): Fields | undefined => {
  const [isLeft, isRight] = [hasValue(left, fields), hasValue(right, fields)];
  if (base !== undefined || isLeft === isRight) return undefined;
  return isLeft ? left : right;
};
