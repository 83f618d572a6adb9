/** A letter of a text in JSON takes no more bytes than this: a control character is written out. */
const BYTES_OF_LETTER = 6;

/**
 * What else there is of a value in JSON: a number with all its figures, quotes, brackets, commas.
 */
const BYTES_OF_VALUE = 28;

/**
 * Whether something is larger than this many bytes as JSON. For what is clearly smaller, as nearly
 * all records are, no JSON is made: a rough count of its characters suffices.
 */
export const isHeavier = (given: object, bytes: number): boolean => {
  const bound = boundOf(given, bytes);
  return bound > bytes && (bound === Infinity || bytesOf(given) > bytes);
};

/** How many bytes it takes as JSON. */
export const bytesOf = (given: object): number => encoder.encode(JSON.stringify(given)).length;

const encoder = new TextEncoder();

/** Deeper than any record: an older version may have stored what ends who goes down to its end. */
const TOO_DEEP = 100;

/** An upper bound of the bytes it takes; counting stops beyond `most`. */
const boundOf = (given: unknown, most: number, depth = 0): number => {
  if (typeof given === 'string') return BYTES_OF_VALUE + BYTES_OF_LETTER * given.length;
  if (typeof given !== 'object' || given === null) return BYTES_OF_VALUE;
  if (depth > TOO_DEEP) return Infinity;
  let sum = BYTES_OF_VALUE;
  const isList = Array.isArray(given);
  for (const [key, part] of Object.entries(given)) {
    if (!isList) sum += BYTES_OF_VALUE + BYTES_OF_LETTER * key.length;
    sum += boundOf(part, most - sum, depth + 1);
    if (sum > most) break;
  }
  return sum;
};
