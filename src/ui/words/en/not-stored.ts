/** Why something cannot be stored, whatever it is of. */
export const notStored = {
  'text-too-long': 'The text is too long. Shorten it to 40,000 characters at most.',
  'not-in-form': 'It cannot be saved like this. Check dates, amounts and long texts.',
};

/** The same, where sentences are functions. */
export const notStoredProblems = {
  'text-too-long': () => notStored['text-too-long'],
  'not-in-form': () => notStored['not-in-form'],
};
