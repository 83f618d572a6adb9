import { rulesToday } from './rules-today.ts';

/**
 * First start, passphrase, recovery kit, unlocking and the screen of the lock; the Swedish source.
 */
export const vault = {
  start: {
    madeElsewhere: 'En arbetsplats gjordes nyss i en annan flik. Den används nu.',
    title: 'Vad sköter du om?',
    sub: 'Menyn visar bara det du väljer, men frister visas alltid. Ändra när du vill.',
    already: 'Har du redan uppgifter?',
    import: 'Importera kalkylblad',
    importDetail: 'Excel eller CSV, med provkörning först',
    join: 'Anslut till en arbetsplats',
    joinDetail: 'Skanna koden på en kollegas skärm, eller klistra in länken',
    restore: 'Återställ från säkerhetskopia',
    restoreDetail: 'En fil som slutar på .volym, och lösenfrasen eller kitet',
    demo: 'Prova med exempeldata',
    demoDetail: 'Påhittade poster, raderas med ett tryck',
    safe: 'Inget konto behövs. Allt sparas på den här enheten, och det hemliga låses innan det sparas.',
    empty: 'Börja tomt',
    chooseOne: 'Välj minst en sak att sköta.',
    failed: 'Det gick inte att skapa exemplet. Försök igen.',
  },
  step: (at: number) => `${at} av 3`,
  next: 'Fortsätt',
  rules: rulesToday,
  names: {
    title: 'Vad heter ni?',
    sub: 'Namnen syns för dem som delar arbetsplatsen. Båda kan ändras i inställningarna.',
    yours: 'Ditt namn',
    workspace: 'Arbetsplatsens namn',
    example: 'Till exempel Nordby IT',
    needed: 'Båda namnen behövs.',
  },
  phrase: {
    title: 'Välj en lösenfras',
    sub: 'Den låser koder och token innan de sparas. Servern kan inte läsa dem, och ingen annan kan öppna dem åt er.',
    /** Where nothing of Apple's is managed, there is no code nor token yet. */
    subVip:
      'Den låser era säkerhetskopior, och koder och token den dag ni sköter sådana. Ingen annan kan öppna dem åt er.',
    kinds: 'Sorts lösenfras',
    fiveWords: 'Fem ord',
    own: 'Egen fras',
    words: 'De fem orden',
    newWords: 'Nya ord',
    notDrawn: 'Orden kunde inte hämtas. Det du skrev står kvar. Kontrollera nätet och försök igen.',
    rule: 'Orden har bara a till z och går att skriva på alla tangentbord. En egen fras ska ha minst tolv tecken.',
    ownRule:
      'Minst tolv tecken. Flera ord som inte hör ihop är lättare att minnas och svårare att gissa.',
    ownPhrase: 'Din fras',
    againWords: 'Skriv orden en gång till',
    againOwn: 'Skriv frasen en gång till',
    /** Above a button that waits for it. */
    toGoOn: 'Skriv den två gånger lika för att gå vidare.',
    toGoOnWords: 'Skriv de fem orden en gång till för att gå vidare.',
    wrongWord: (place: number) => `Ord ${place} är inte som i listan.`,
    notSame: 'Det stämmer inte än. Ordningen räknas.',
    tooWeak: 'Frasen är för lätt att gissa. Gör den längre, eller välj fem ord.',
    nowhere:
      'Frasen sparas ingenstans. I nästa steg gör ni ett återställningskit, för den dag ni har glömt den.',
    strength: {
      label: (word: string) => `Frasens styrka: ${word}`,
      weak: 'Svag',
      fair: 'Godtagbar',
      strong: 'Stark',
      'very-strong': 'Mycket stark',
    },
  },
  kit: {
    title: 'Återställningskit',
    sub: 'Med det här öppnar ni allt igen om frasen är glömd. Skriv ut det och lägg det i kassaskåpet.',
    made: (number: number, day: string, mark = '') =>
      mark === '' ? `Kit ${number}, skapat ${day}` : `Kit ${number}, märke ${mark}, skapat ${day}`,
    words: 'Kitets tolv ord',
    covered: (place: number) => `Ord ${place} är dolt`,
    qr: 'QR-kod med kitets tolv ord',
    print: 'Skriv ut',
    save: 'Spara PDF',
    saved: 'PDF:en är sparad.',
    cannotSave: 'PDF:en gick inte att göra. Skriv ut eller skriv av orden.',
    check: (first: number, second: number) =>
      `Kontroll: skriv ord ${first} och ${second} från pappret`,
    showAll: 'Visa alla ord',
    allShown: 'Alla tolv ord visas',
    toCheck: 'Dölj och kontrollera',
    word: (place: number) => `Ord ${place}`,
    right: 'Rätt',
    wrong: (place: number) => `Ord ${place} stämmer inte. Se efter på pappret.`,
    needed: 'Knappen blir aktiv när båda orden är rätt.',
    neededHidden: 'Dölj orden och skriv de två som det frågas efter.',
    risk: 'Den som har pappret kan öppna allt som är låst. Utan fras och utan kit är det borta för gott.',
    create: 'Skapa arbetsplatsen',
    creating: 'Skapar arbetsplatsen',
    failed: 'Arbetsplatsen kunde inte skapas. Inget är sparat. Försök igen.',
    paper: {
      heading: 'Återställningskit för Volym',
      purpose:
        'De tolv orden öppnar arbetsplatsens koder, token och säkerhetskopior när lösenfrasen är glömd. Välj Använd återställningskitet i Volym och skriv orden i ordning, eller skanna QR-koden.',
      keep: 'Förvara pappret inlåst. Den som har det kan öppna allt som är låst.',
      file: (name: string, number: number, mark: string) =>
        `aterstallningskit-${name}-${number}-${mark}.pdf`,
    },
  },
  unlock: {
    titles: {
      codes: 'Lås upp koder',
      token: 'Lås upp token',
      'token-in': 'Lås upp för att låsa in token',
      invitation: 'Lås upp inbjudan',
      'invitation-in': 'Lås upp för att låsa in inbjudan',
      all: 'Lås upp koder och token',
    },
    lockedSince: (time: string) =>
      `Frister och order syns som vanligt. Koder och token är låsta sedan ${time}.`,
    locked: 'Frister och order syns som vanligt. Koder och token är låsta.',
    phrase: 'Lösenfras',
    demo: 'Det här är exempeldata. Frasen är redan ifylld.',
    open: 'Lås upp',
    opening: 'Låser upp',
    /** Where more locks are in the keyring than are tried by themselves. */
    tryAll: 'Prova alla lås',
    /** While a keyring has several. */
    tryingWrap: (number: number, of: number) => `Provar lås ${number} av ${of}.`,
    stop: 'Avbryt',
    makingKey: (percent: number) => `Nyckeln görs: ${percent} %. Låt appen vara öppen.`,
    waitSeconds: (seconds: number) =>
      `Försök igen om ${seconds} ${seconds === 1 ? 'sekund' : 'sekunder'}`,
    waitMinutes: (minutes: number, seconds: string) => `Försök igen om ${minutes}:${seconds}`,
    attempt: (count: number) => `Försök ${count}`,
    grows: 'väntan växer för varje fel',
    seconds: (count: number) => `${count} s`,
    minutes: (count: number) => `${count} min`,
    forgotten: 'Glömt frasen?',
    useKit: 'Använd återställningskitet',
    useKitDetail: 'Skanna pappret eller skriv de tolv orden',
  },
  recovery: {
    title: 'Återställningskitet',
    sub: 'Skriv de tolv orden i ordning, med mellanslag emellan. Siffror och radbrytningar gör inget.',
    words: 'De tolv orden',
    count: (count: number) => `${count} av 12 ord`,
    unknown: (place: number) =>
      `Ord ${place} finns inte i Volyms ordlistor. Kontrollera stavningen.`,
    scan: 'Skanna QR-koden',
    aim: 'Rikta kameran mot QR-koden på pappret.',
    stop: 'Avbryt skanningen',
    picture: 'Kamerans bild',
    forbidden:
      'Kameran är avstängd för Volym. Tillåt den i webbläsarens inställningar, eller skriv orden.',
    noCamera: 'Ingen kamera hittades. Skriv orden i stället.',
    other: 'Den koden är inget återställningskit.',
    noReader: 'Det som läser QR-koden kunde inte hämtas. Skriv orden i stället.',
    usePhrase: 'Använd lösenfrasen i stället',
    offer: {
      title: 'Välj en ny lösenfras?',
      why: 'Kitet öppnade. Är lösenfrasen glömd kan du välja en ny. Pappret gäller som förut.',
      choose: 'Välj en ny lösenfras',
      later: 'Inte nu',
    },
  },
  screen: {
    title: 'Lås och lösenfras',
    open: 'Koder och token är upplåsta',
    openDetail: 'De låses av sig själva när appen är dold eller inget händer.',
    locked: 'Koder och token är låsta',
    lockedSince: (time: string) => `Låsta sedan ${time}.`,
    lockedDetail: 'Frister och order syns som vanligt.',
    lockNow: 'Lås nu',
    unlock: 'Lås upp',
    ifForgotten: 'Om frasen är glömd',
    kit: 'Återställningskit',
    useKit: 'Lås upp med kitet',
    noKit: 'Inget kit finns.',
    unlocked: 'Koder och token är upplåsta.',
  },
  change: {
    section: 'Byt',
    phraseTitle: 'Byt lösenfras',
    phraseDetail: 'Den gamla slutar gälla på alla enheter',
    kitTitle: 'Gör ett nytt återställningskit',
    kitDetail: 'Det gamla pappret slutar gälla',
    step: (at: number, of = 2) => `${at} av ${of}`,
    prove:
      'Skriv lösenfrasen som gäller nu. Har ni glömt den går det lika bra med återställningskitet.',
    phraseAbout:
      'Gör det när någon har hört frasen som inte ska kunna den. Den gamla öppnar då bara säkerhetskopior från förut, och de som öppnar koder behöver den nya. Har den som hörde frasen haft en enhet eller en säkerhetskopia, byt nycklar i stället.',
    kitAbout:
      'Gör det när pappret är borta eller slitet. Lösenfrasen gäller som förut, och inget går förlorat. Kan någon annan ha pappret, byt nycklar i stället.',
    keysAbout:
      'Gör det när en enhet eller någon har stängts ute, eller när någon annan kan ha pappret med kitet. Allt nytt låses med nya nycklar, som de inte har. Inget går förlorat: de andra skriver lösenfrasen en gång, eller öppnar en ny inbjudan.',
    phraseLead:
      'Alla som öppnar koder i arbetsplatsen behöver den nya frasen. Återställningskitet gäller som förut.',
    phraseNote: 'En enhet utan nät öppnar med den gamla frasen tills den har synkat.',
    phraseSave: 'Byt lösenfras',
    phraseDone: 'Lösenfrasen är bytt. Säg den nya till dem som öppnar koder.',
    kitLead:
      'När det är kontrollerat öppnar det gamla pappret bara säkerhetskopior från förut. Gör en ny kopia och riv det sedan.',
    kitSave: 'Använd det nya kitet',
    kitDone: 'Det nya kitet gäller. Lägg pappret i kassaskåpet och riv det gamla.',
    keysTitle: 'Byt nycklar',
    keysDetail: 'När en enhet är borta eller någon har slutat',
    keysLead:
      'En utestängd enhet kan inte läsa något nytt. Alla andra skriver lösenfrasen en gång, eller öppnar en ny inbjudan.',
    keysWhich: 'Lösenfras',
    keysKeep: 'Behåll',
    keysNew: 'Ny',
    keysNewNote:
      'Den som inte längre ska läsa kan ha hört den gamla frasen. Med en ny fras öppnar den gamla inget nytt.',
    keysKeepNote: 'Räcker när bara enheten är borta. Känner någon annan till frasen, välj en ny.',
    keysKitLead:
      'De nya nycklarna behöver ett nytt kit. Det gamla pappret öppnar bara säkerhetskopior från förut.',
    offline:
      'Servern nås inte just nu. Vänta med bytet tills den gör det: någon kan byta nycklarna samtidigt, och då öppnar det nya inget.',
    keysSave: 'Byt nycklarna',
    keysDone:
      'Nycklarna är bytta. De som öppnar koder skriver lösenfrasen en gång. Skicka de andra en ny inbjudan.',
  },
  problems: {
    locked: 'Det låstes under tiden. Skriv det som gäller nu en gång till.',
    'not-kept':
      'Den nya kunde inte sparas och läsas tillbaka, så det gamla gäller fortfarande. Frigör plats och försök igen.',
    'either-counts':
      'Bytet blev inte färdigt: både det gamla och det nya kan gälla. Behåll båda, frigör plats och försök igen.',
    'not-changed': 'Det gick inte att byta. Det gamla gäller fortfarande. Försök igen.',
    'only-reads': 'Enheten får bara läsa.',
    'may-not-open': (by: string) =>
      `${by || 'Någon'} har bestämt att du inte får öppna koder. Be någon som får att ändra det, under Personer.`,
    'record-is-gone': 'Nyckelringen finns inte på den här enheten. Vänta tills allt har hämtats.',
    'wrong-passphrase': 'Frasen stämmer inte. Kontrollera varje ord, ordningen räknas.',
    'wrong-kit':
      'Orden stämmer inte. Kontrollera att pappret har rätt märke, och att alla tolv är med i samma ordning som på pappret.',
    'keys-changed':
      'Nycklarna har bytts sedan dess. Skriv frasen som gäller nu, eller använd det nyaste kitet.',
    wait: 'Vänta tills tiden har gått, sedan kan du försöka igen.',
    'keyring-trouble':
      'Nyckelringen är ändrad så att den inte går att lita på. Lägg först tillbaka den som gäller, under Synk och säkerhet.',
    'too-many-wraps':
      'Nyckelringen har fler lås än som provas, och inget av de provade öppnades. Kontrollera frasen eller orden och prova sedan alla: det kan ta flera minuter och går att avbryta. Eller be någon som öppnar koder att lägga tillbaka nyckelringen, under Synk och säkerhet.',
    'no-keyring': 'Nyckelringen finns inte på den här enheten, så koderna kan inte öppnas här.',
    /** `why` is the browser's message. */
    'derive-failed': (why: string) =>
      `Enheten kunde inte göra nyckeln${why && ` (${why})`}. Inget är förlorat. Stäng andra appar och flikar och försök igen. Går det inte ändå, starta om webbläsaren eller använd en annan enhet.`,
    'not-loaded':
      'En del av appen kunde inte hämtas. Det du skrev står kvar och inget är förlorat. Kontrollera nätet och försök igen.',
    'other-workspace':
      'Servern erbjuder en annan arbetsplats nycklar. Inget är ändrat: skriv frasen för den här.',
    'not-opened':
      'Låset öppnades inte. Det du skrev står kvar och inget är förlorat. Försök igen. Hjälper det inte, läs in sidan igen.',
  },
};
