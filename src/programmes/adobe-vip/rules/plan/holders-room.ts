/**
 * How long a customer's list of holders may get by an import, and its record with all that is kept
 * of earlier lists, as letters of JSON: a thousand names or so. Each change of the list is kept in
 * the history as the list was and as it became, and devices take over no more than four million
 * bytes at once.
 */
const [LONGEST_LIST, LONGEST_RECORD] = [250_000, 2_500_000];

/** Whether the names of a list have room in a customer's record as it is. */
export const hasRoomFor = (record: object, holders: Readonly<Record<string, object>>): boolean => {
  let letters = 0;
  for (const entry of Object.entries(holders)) {
    letters += JSON.stringify(entry).length;
    if (letters > LONGEST_LIST) return false;
  }
  return JSON.stringify(record).length + 2 * letters <= LONGEST_RECORD;
};
