/** The smallest size of sealed content (bytes): most records, codes among them, are shorter. */
const SMALLEST = 1_024;

/**
 * From here on sizes go up by the same step each time (bytes); few records are so long, and a
 * server has a largest document.
 */
const LONG = 65_536;
const STEP = 16_384;

/** The size that a length is brought to: 1, 1.5, 2, 3, 4, 6 kB … */
const sizeFor = (length: number): number => {
  if (length > LONG) return Math.ceil(length / STEP) * STEP;
  let size = SMALLEST;
  while (size < length) size *= 2;
  const between = (size / 4) * 3;
  return size > SMALLEST && length <= between ? between : size;
};

const encoder = new TextEncoder();

/**
 * JSON padded with white space to one of a few sizes, since sealing does not hide its length: a
 * server could tell a code from a licence by it. White space makes no difference to a reader of the
 * JSON, in older apps as well.
 */
export const padded = (json: string): string => {
  const { length } = encoder.encode(json);
  return json + ' '.repeat(sizeFor(length) - length);
};
