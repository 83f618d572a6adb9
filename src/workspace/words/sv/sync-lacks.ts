/** What the browser here does not do, and what to do instead. */
export const lacks = {
  sevenDays: {
    label: 'Sju dagar',
    title: 'Safari raderar det som inte används på sju dagar',
    why: 'Det gäller allt du har sparat här, så länge Volym bara är en flik. En app på hemskärmen eller i Dock får vara kvar.',
    onPhone: ['Tryck på Dela i Safari.', 'Välj Lägg till på hemskärmen.', 'Öppna Volym därifrån.'],
    onMac: ['Välj Arkiv i Safari.', 'Välj Lägg till i Dock.', 'Öppna Volym därifrån.'],
    backUpFirst: 'Säkerhetskopiera först',
    ownStore:
      'Den installerade appen har egna data och börjar tom. Läs in kopian där, eller gå med med en inbjudan.',
  },
  label: 'Det här kan inte webbläsaren',
  promises: {
    what: 'Skydda lagringen',
    instead: 'Säkerhetskopiera ofta, eller koppla en server. Då finns allt på två ställen.',
  },
  asksWhereToSave: {
    what: 'Fråga var en fil ska sparas',
    instead:
      'Säkerhetskopian läggs bland hämtade filer. Flytta den till en säker plats, och läs in den en gång.',
  },
  notifies: {
    what: 'Visa notiser',
    instead: 'Öppna Volym varje dag. Det som brådskar står överst på Frister.',
  },
  wakes: {
    what: 'Påminna när Volym är stängd',
    instead: 'Öppna Volym varje dag. Påminnelserna visas så fort den öppnas.',
  },
  shares: {
    what: 'Dela till andra appar',
    instead: 'Kopiera länken, och klistra in den där den ska vara.',
  },
  badges: {
    what: 'Visa en siffra på ikonen',
    instead: 'Hur mycket som brådskar står på Frister.',
  },
};
