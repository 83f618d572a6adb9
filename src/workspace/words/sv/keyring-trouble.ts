/** Texts about a keyring that someone made useless, and of putting the good one back. */
export const keyringTrouble = {
  someone: 'Någon',
  you: 'Du själv',
  closed: {
    title: 'Nyckelringen öppnar inte koderna längre',
    written: (by: string, when: string) =>
      `${by} ändrade den senast, ${when}. Lösenfrasen, kitet eller nyckeln som gäller saknas i den.`,
    deleted: 'Den är raderad på servern. Vem som gjorde det går inte att se.',
  },
  'went-back': {
    title: 'Nyckelringen pekar på gamla nycklar',
    written: (by: string, when: string) =>
      `${by} ändrade den senast, ${when}. Den kallar nycklar som har bytts ut de gällande. De används inte här.`,
    deleted: '',
  },
  'too-many': {
    title: 'Nyckelringen har fler lås än som provas',
    written: (by: string, when: string) =>
      `${by} ändrade den senast, ${when}. Bara några av låsen provas, det som öppnades här senast först.`,
    deleted: '',
  },
  newer: {
    title: 'Nyckelringen är sparad av en nyare Volym',
    written: (by: string, when: string) =>
      `${by} ändrade den senast, ${when}. Uppdatera appen, så läser den nyckelringen.`,
    deleted: '',
  },
  nobodys: {
    title: 'Ingen står för nyckelringen på servern',
    written: () => '',
    deleted:
      'Den ser ut som ett byte av nycklar, men ingen som har öppnat nyckelringen har gjort den. Synken väntar på alla enheter.',
  },
  'newer-there': {
    title: 'Nyckelringen på servern säger att en nyare Volym har sparat den',
    written: () => '',
    deleted:
      'Det kan en nyare Volym ha gjort, eller någon som kan skriva på servern och vill stoppa synken. Den här appen kan inte läsa den, och synken väntar.',
  },
  /** In place of the state of the sync, where no passphrase helps. */
  waits: {
    title: 'Synken väntar',
    detail: 'Läs nedan om nyckelringen på servern. Det du har gjort ligger kvar här.',
  },
  refusing: {
    nobodys: {
      what: 'Har en kollega bytt nycklar med en äldre Volym, skriv den nya lösenfrasen i stället. Har ingen av er bytt nycklar, lägg då tillbaka nyckelringen härifrån: synken fortsätter.',
      sure: 'Är du säker på att ingen har bytt nycklar? Annars synkar den här enheten inte med kollegan som bytte, och skriver över de nya nycklarna.',
      button: 'Ingen har bytt, lägg tillbaka',
    },
    'newer-there': {
      what: 'Har någon annan enhet en nyare Volym, uppdatera den här först: då läser den nyckelringen. Har ingen av er det, lägg då tillbaka nyckelringen härifrån: synken fortsätter.',
      sure: 'Är du säker på att ingen av er har en nyare Volym? Annars synkar den här enheten inte med kollegan som har den, och skriver över nyckelringen som den sparade.',
      button: 'Ingen har en nyare, lägg tillbaka',
    },
  },
  ifNobodyHas:
    'Har ingen av er en nyare Volym är det inte appen som har skrivit så. Lägg då tillbaka den som gäller: den går ut till alla enheter.',
  kept: 'Den här enheten har kvar nyckelringen som öppnades sist. Lösenfrasen och kitet öppnar den som förut.',
  what: 'Fråga den som ändrade varför. Lägg sedan tillbaka den som gäller: den går ut till alla enheter. Händer det igen, stäng av enheten det kom från, under Personer.',
  askOthers:
    'Den här enheten får bara läsa. Be någon som får ändra att lägga tillbaka den, under Synk och säkerhet.',
  /** Nothing was ever opened here that could be put back. */
  openOrAsk:
    'Lås upp koderna här med lösenfrasen eller kitet, så kan du lägga tillbaka den härifrån. Eller be någon som har låst upp att göra det, under Synk och säkerhet.',
  putBack: 'Lägg tillbaka nyckelringen',
  done: 'Nyckelringen är tillbaka.',
  stays:
    'Nyckelringen har fortfarande för många lås: den här enheten vet inte vilket som är det rätta. Lås upp en gång med lösenfrasen och en gång med kitet, och välj Prova alla lås där det inte öppnas. Lägg sedan tillbaka den igen.',
  failed: 'Det gick inte att lägga tillbaka den. Inget är ändrat. Försök igen.',
};
