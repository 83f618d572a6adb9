/**
 * More than a cell of a sheet holds (32,767 characters): anything longer is no name, and would slow
 * down every list that shows it.
 */
export const MOST_CHARACTERS = 40_000;

/** Whether a text is short enough for a name or a note. */
export const isShort = (given: string): boolean => given.length <= MOST_CHARACTERS;
