/**
 * Words for how a file gets from another app into this one; those of menus are the system's own.
 */
export const importShare = {
  title: 'Dela hit',
  install: 'Installera Volym',
  /** What the row says of it, by what the device can do. */
  detail: {
    share: 'Från Mejl eller Filer: dela till Volym',
    'open-with': 'Från filer på den här enheten: öppna med Volym',
    files: 'Från Mejl: spara i Filer, välj sedan här',
  },
  steps: {
    share: { open: 'Öppna filen i Mejl eller Filer', then: 'Tryck på Dela', last: 'Välj Volym' },
    'open-with': { open: 'Högerklicka på filen', then: 'Välj Öppna med', last: 'Välj Volym' },
    files: {
      open: 'Öppna filen i Mejl och tryck på Dela',
      then: 'Välj Spara i Filer',
      last: 'Tryck på Välj fil i Volym',
    },
  },
  files: 'På iPhone och iPad kan Volym inte stå bland apparna att dela till. Spara filen först.',
  next: 'Provkörningen öppnas. Inget sparas förrän du sett den.',
  drop: 'Du kan också dra filer till den här sidan.',
  needsInstall: 'Volym måste vara installerad för att ta emot filer. Det du har sparat följer med.',
  inMenu:
    'Välj Installera i webbläsarens meny. Är Volym redan installerad öppnar du den i stället.',
  /** Of files that came: any web page can send some. */
  came: {
    title: (count: number) => (count === 1 ? 'Läs in filen?' : 'Läs in filerna?'),
    from: (host: string, count: number) => {
      const where = host === '' ? 'en annan app eller en webbsida' : `webbsidan ${host}`;
      return count === 1
        ? `Den kom från ${where}. Läs in den bara om det var du som delade den.`
        : `De kom från ${where}. Läs in dem bara om det var du som delade dem.`;
    },
    read: (count: number) => (count === 1 ? 'Provkör filen' : 'Provkör filerna'),
    leave: (count: number) => (count === 1 ? 'Släng filen' : 'Släng filerna'),
  },
  then: 'Sedan',
};
