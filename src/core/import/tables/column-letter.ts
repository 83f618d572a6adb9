/** What a spreadsheet calls a column: A, B, … Z, AA. */
export const columnLetter = (index: number): string =>
  (index < 26 ? '' : columnLetter(Math.floor(index / 26) - 1)) +
  String.fromCharCode('A'.charCodeAt(0) + (index % 26));
