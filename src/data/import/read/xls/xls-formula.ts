/**
 * Lengths in bytes of the tokens that always have the same one ([MS-XLS] 2.5.198, BIFF8), by the
 * token without its class.
 */
const LENGTHS: Readonly<Record<number, number>> = {
  // Operators from `+` to a missing argument.
  ...Object.fromEntries(Array.from({ length: 0x14 }, (_, index) => [0x03 + index, 1])),
  0x1c: 2,
  0x1d: 2,
  0x1e: 3,
  0x1f: 9, // error, truth, whole number, number
  0x21: 3,
  0x22: 4, // functions
  0x24: 5,
  0x25: 9, // cell, area
};

const TEXT = 0x17;
const ATTRIBUTE = 0x19;

/**
 * Attributes about spaces or when to calculate; an attribute that chooses has a variable length.
 */
const PLAIN_ATTRIBUTES: readonly number[] = [0x00, 0x01, 0x02, 0x08, 0x10, 0x40, 0x41];

/**
 * Whether a formula consists only of complete texts, numbers, cells, operators and functions: then
 * reading it token by token never runs past its end. `HYPERLINK("https://…","Redeem")` is such a
 * formula.
 */
export const isPlainFormula = (tokens: Uint8Array): boolean => {
  let at = 0;
  while (at < tokens.length) {
    const length = lengthAt(tokens, at);
    if (length === undefined) return false;
    at += length;
  }
  return at === tokens.length;
};

const lengthAt = (tokens: Uint8Array, at: number): number | undefined => {
  const [token = 0, second = 0, third = 0] = tokens.subarray(at, at + 3);
  if (token === TEXT) return third > 1 ? undefined : 3 + second * (third + 1);
  if (token === ATTRIBUTE) return PLAIN_ATTRIBUTES.includes(second) ? 4 : undefined;
  // Three classes of the same token: reference, value, array.
  return LENGTHS[token < 0x40 || token >= 0x80 ? token : (token & 0x1f) | 0x20];
};
