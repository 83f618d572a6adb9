/**
 * What the lock says to those who may not open it, or are not known to, and of a passphrase that
 * was changed.
 */
export const lock = {
  someone: 'Någon',
  you: 'dig',
  /** After three names. */
  andMore: (count: number) => `${count} till`,
  keptOut: {
    title: 'Du får inte öppna koder',
    reason: (by: string, when: string, names: string) =>
      `${by} bestämde ${when} att du inte får öppna koder. Be någon som öppnar koder att ändra det, under Personer: ${names}.`,
  },
  onlyReads: {
    title: 'Den här enheten får bara läsa',
    reason: (names: string) =>
      `Koder öppnas bara av den som får ändra, för varje visning loggas. ${
        names === ''
          ? 'Be en kollega att låta enheten ändra, under Personer.'
          : `Be någon som öppnar koder att låta enheten ändra, under Personer: ${names}.`
      }`,
    anyway: 'Skriv lösenfrasen ändå',
  },
  notHeard: {
    title: 'Du har inte låst upp än',
    reason: (names: string) => `Be någon som öppnar koder om lösenfrasen: ${names}.`,
  },
  changed: {
    passphrase: (when: string, by: string) =>
      `Lösenfrasen byttes ${when} av ${by}: en äldre öppnar inte längre här.`,
    'recovery-kit': (when: string, by: string) =>
      `Kitet byttes ${when} av ${by}: ett äldre papper öppnar inte längre här.`,
    askForNew: 'Be om den nya.',
  },
};
