/** What a mark before three noughts is in a column of counts: `5,000` is 5000, 5, or nothing says which. */
export type CountMark = 'thousands' | 'decimals' | 'unclear';

/**
 * A count as a cell has it: its text, whether the cell is stored as a number, and what a mark before
 * three noughts is in its column.
 */
export type WrittenCount = {
  readonly text: string;
  readonly isNumber: boolean;
  readonly mark?: CountMark | undefined;
};

/** Whether a cell has no count: it is empty, or a dash stands in its place. */
export const saysNoCount = (text: string): boolean => /^[-–—\u2212]?$/.test(text);

/** What a count can mean whose only mark is before three noughts: `5,000`. */
export const eitherOf = (
  text: string,
): { readonly thousands: number; readonly decimals: number } | undefined => {
  const [, whole] = /^(-?[1-9]\d{0,2})[.,]000$/.exec(text) ?? [];
  return whole === undefined
    ? undefined
    : { thousands: Number(whole) * 1000, decimals: Number(whole) };
};
