/** Words for installing the app; those of the share menu are Safari's own. */
export const install = {
  safari: {
    title: 'Lägg Volym på hemskärmen',
    why: 'Då öppnas den som en app, och Safari rensar inte det du har sparat.',
  },
  browser: {
    title: 'Installera Volym',
    why: 'Då får den ett eget fönster och en egen ikon. Det du har sparat följer med.',
  },
  install: 'Installera Volym',
  share: 'Tryck på Dela i Safari',
  addToHome: 'Välj Lägg till på hemskärmen',
  openThere: 'Öppna Volym därifrån',
  ownStore:
    'Appen på hemskärmen har en egen lagring och börjar tom. Det du har sparat här blir kvar i Safari.',
};
