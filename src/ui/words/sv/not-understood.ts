/** What is said of a record that this version does not understand. */
export const notUnderstood = {
  list: 'Kan inte läsas här',
  title: 'Post som inte kan läsas',
  newer: 'Sparad av en nyare version av Volym',
  unreadable: 'Innehållet går inte att läsa',
  kept: 'Inget är borta och inget ändras. Uppdatera appen och försök igen.',
};
