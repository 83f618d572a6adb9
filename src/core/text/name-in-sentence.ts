/** A longer name is cut where it is among other words. */
const LONGEST_NAME = 80;

/** Lines and other controls, and halves of letters. */
const UNWRITTEN = /[\s\p{Cc}\p{Cs}]+/gu;

/** What makes the words around it run the other way. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;

/**
 * A name that is safe to put into a sentence, wherever it came from: on one line, no longer than a
 * name should be, and unable to change how the sentence reads.
 */
export const nameInSentence = (name: string): string => {
  const letters = [...name.replace(TURNS, '').replace(UNWRITTEN, ' ').trim()];
  return letters.length <= LONGEST_NAME
    ? letters.join('')
    : `${letters.slice(0, LONGEST_NAME - 1).join('')}…`;
};
