/** A longer name is cut where it is among other words. */
const LONGEST_NAME = 80;

/** Lines and other controls, and halves of letters. */
const UNWRITTEN = /[\s\p{Cc}\p{Cs}]+/gu;

/** What makes the words around it run the other way. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;

/**
 * A name as it can stand in a sentence, whoever gave it: in one line, no longer than a name is, and
 * leaving the sentence as it runs.
 */
export const toldName = (name: string): string => {
  const letters = [...name.replace(TURNS, '').replace(UNWRITTEN, ' ').trim()];
  return letters.length <= LONGEST_NAME
    ? letters.join('')
    : `${letters.slice(0, LONGEST_NAME - 1).join('')}…`;
};
