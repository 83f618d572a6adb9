/** Why something cannot be stored, whatever it is of. */
export const notStored = {
  'text-too-long': 'Texten är för lång. Korta den till högst 40 000 tecken.',
  'not-in-form': 'Det gick inte att spara så. Kontrollera dagar, belopp och långa texter.',
};

/** The same, where sentences are functions. */
export const notStoredProblems = {
  'text-too-long': () => notStored['text-too-long'],
  'not-in-form': () => notStored['not-in-form'],
};
