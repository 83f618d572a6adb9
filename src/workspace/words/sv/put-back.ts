/**
 * Texts about a record that this app does not understand, and of putting it back as it could be
 * read last.
 */
export const putBack = {
  ifNobodyHas:
    'Har ingen av er en nyare Volym är det inte appen som har skrivit så. Då kan du lägga tillbaka det som den här enheten kunde läsa senast.',
  neverRead:
    'Den här enheten har aldrig kunnat läsa posten. Lägg tillbaka den på en enhet som har haft den, eller lägg den i papperskorgen.',
  oddDay: (days: string) =>
    `Posten har en dag i ett årtal som inte kan stämma: ${days}. Den är troligen halvt skriven. Skriv rätt dag, så går posten att läsa.`,
  rightDay: (day: string) => `Rätt dag för ${day}`,
  correct: 'Rätta',
  corrected:
    'Dagen är rättad. Säger Synk och säkerhet att posten inte kan öppnas på servern, skriv över den där. Då kommer den till alla.',
  putBackLast: 'Lägg tillbaka det som gick att läsa senast',
  putBack: 'Lägg tillbaka',
  trash: 'Lägg i papperskorgen',
  confirm:
    'Uppdatera Volym först: har någon skrivit med en nyare version kan det som den lade till gå förlorat. Det som läggs tillbaka går ut till alla enheter.',
  confirmTrash:
    'Uppdatera Volym först: en nyare version kan kanske läsa posten. Den försvinner ur listan på alla enheter.',
  confirmTrashHere:
    'Den försvinner ur listan på den här enheten. Andra enheter tar inte emot något av en post som inte går att läsa: där ligger den kvar.',
  done: 'Det som gick att läsa senast är tillbaka.',
  undone: 'Posten är som före återläggningen.',
  changedSince: 'Någon har ändrat posten sedan dess. Det står kvar.',
  trashed: 'Posten ligger i papperskorgen.',
  failed: 'Det gick inte. Inget är ändrat. Försök igen.',
};
