/** Texts about settings that this app does not understand, and of writing over them. */
export const settingsTrouble = {
  newer: 'Inställningarna är sparade av en nyare Volym',
  unreadable: 'Inställningarna går inte att läsa',
  update: 'Här gäller det som den här appen förstår av dem. Uppdatera appen för att ändra dem.',
  known: 'Här gäller det som den här enheten vet om dem.',
  ifNobodyHas:
    'Har ingen av er en nyare Volym är det inte appen som har skrivit så. Skriv då över dem med det som gäller här: det går ut till alla enheter. Se sedan igenom dem under Inställningar.',
  putBack: 'Skriv över inställningarna',
  done: 'Inställningarna är överskrivna.',
  failed: 'Det gick inte att skriva över dem. Inget är ändrat. Försök igen.',
};
