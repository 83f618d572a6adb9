/** Words of the reminders: what a notification says, and the row in Settings that allows them. */
export const reminders = {
  /** Sentences of a notification; the object comes before them. */
  about: (what: string, sentence: string) => (what === '' ? sentence : `${what}. ${sentence}`),
  left: (day: string, days: number) =>
    `Sista dagen är ${day}, ${days === 1 ? '1 dag' : `${days} dagar`} kvar.`,
  lastDay: 'Sista dagen är i dag.',
  ahead: (day: string) => `Sista dagen är ${day}.`,
  past: (day: string) => `Sista dagen var ${day}.`,
  /** What has no last day, but is to be done all the same. */
  due: 'Dags i dag.',
  wasDue: (day: string) => `Skulle ha gjorts ${day}.`,
  provisional: 'Räknat från orderdagen.',
  from: (day: string) => `Påminnelse från ${day}.`,
  section: 'Påminnelser på den här enheten',
  allow: 'Tillåt notiser',
  showSample: 'Visa ett prov',
  sampleShown:
    'Provet är skickat. Syns det inte? Se efter om enheten stör dig inte eller har notiser avstängda.',
  sampleFailed: 'Provet kunde inte visas. Läs in sidan igen och försök en gång till.',
  sample: {
    title: 'Så här ser en påminnelse ut',
    body: 'Ett prov från Volym. Tryck för att öppna appen.',
  },
  states: {
    ask: {
      title: 'Påminnelser är av',
      detail:
        'Volym kan säga till i god tid före en sista dag. Koder och länkar står aldrig i en notis.',
    },
    asking: { title: 'Webbläsaren frågar', detail: 'Svara ja på frågan om notiser.' },
    allowed: {
      title: 'Påminnelser är på',
      detail:
        'De visas när du öppnar Volym. Installerad på dator eller Android kan appen säga till även när den är stängd.',
    },
    blocked: {
      title: 'Notiser är blockerade',
      detail:
        'Öppna webbläsarens inställningar för den här sidan och tillåt notiser. Kom sedan tillbaka hit.',
    },
    'install-first': {
      title: 'Lägg Volym på hemskärmen först',
      detail:
        'Tryck Dela i Safari och Lägg till på hemskärmen. Öppna Volym därifrån och tillåt notiser här.',
    },
    unsupported: {
      title: 'Webbläsaren har inga notiser',
      detail:
        'Fristerna syns i Volym som vanligt. Prova en annan webbläsare om du vill bli påmind.',
    },
  },
};
