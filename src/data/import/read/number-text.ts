/**
 * A number with all its figures: `4503599627370497`, never `4.5E+15`; '' for what is none. At least
 * `width` figures, where the sheet shows the noughts before it.
 */
export const numberText = (value: number, width = 0): string => {
  if (!Number.isFinite(value)) return '';
  if (Number.isInteger(value)) return BigInt(value).toString().padStart(width, '0');
  // Spreadsheets keep fifteen digits; the rest is floating-point noise.
  return String(Number(value.toPrecision(15)));
};
