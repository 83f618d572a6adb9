import { countIn } from '#core/language/count.ts';

const n = countIn('sv');

/**
 * Words of the screen of people: who has the workspace, who opens codes, and how one is let in and
 * shut out.
 */
export const people = {
  invite: 'Bjud in en kollega',
  inviteHint: 'Länken gäller en gång. Lösenfrasen behövs för att bjuda in.',
  inviteeMay: 'Vad kollegan får göra',
  roles: { member: 'Får ändra', reader: 'Får bara läsa' },
  roleHints: {
    member: 'Läser och ändrar allt. Koder öppnas med lösenfrasen.',
    reader: 'Ser allt utom koder, och ändrar inget.',
  },
  roleBadges: { member: 'Ändrar', reader: 'Läser' },
  roleOf: (device: string) => `Vad ${device} får göra`,
  roleIsSet: { member: 'Enheten får ändra', reader: 'Enheten får bara läsa' },
  onlyReads: {
    title: 'Du kan läsa, inte ändra',
    text: 'Den som får ändra kan ge dig rätt till det: på sin egen enhet, under Personer, bredvid namnet på din. Koder öppnas bara av den som får ändra, för varje visning loggas.',
    waiting: (waiting: string) =>
      `${waiting} från tiden då du fick ändra. De ligger kvar här och skickas om du får rätten igen.`,
    send: 'Skicka en fråga om att få ändra',
    copy: 'Kopiera en fråga om att få ändra',
    nameHint: 'Står i frågan. Sparas bara på den här enheten, inte i arbetsplatsen.',
    nameNeeded: 'Skriv ditt namn, så att den som läser frågan vet vem som ber.',
    subject: (name: string) => `${name} ber om att få ändra i Volym`,
    letter: (name: string, cameIn: string) =>
      `${name} ber om att få ändra i Volym. ${cameIn === '' ? 'Enheten' : `Enheten kom in ${cameIn} och`} står under Personer, där du låter den ändra och kan ge den ett namn.`,
    sent: 'Frågan är lämnad till appen som du valde.',
    notSent: 'Frågan skickades inte. Försök igen, eller be någon som får ändra att öppna Personer.',
    copied:
      'Frågan är kopierad. Klistra in den i ett mejl eller en chatt till någon som får ändra.',
    notCopied: 'Frågan kunde inte kopieras. Be någon som får ändra att öppna Personer.',
    next: 'När någon låter enheten ändra försvinner det här av sig självt, och du kan ändra.',
  },
  make: 'Skapa en inbjudan',
  scan: 'Skanna här, eller skicka länken.',
  once: (minutes: number) =>
    minutes <= 1 ? 'En gång, 1 min kvar' : `En gång, ${minutes} min kvar`,
  over: 'Inbjudan har gått ut',
  again: 'Skapa en ny',
  share: 'Dela länken',
  copy: 'Kopiera länken',
  copied: 'Länken är kopierad. Urklipp töms efter en minut där enheten tillåter det.',
  notCopied: 'Länken kunde inte kopieras. Markera den och kopiera själv.',
  otherLink:
    'Länken är ny. Har du kopierat eller skickat den förra gäller den inte längre: dela den här.',
  hidden: 'Inbjudan gäller, men visas inte medan koder och token är låsta.',
  show: 'Lås upp och visa',
  takeBack: 'Ta tillbaka',
  takenBack: 'Inbjudan är tillbakatagen',
  qr: 'QR-kod med inbjudan',
  others: 'Inbjudningar som väntar',
  other: (until: string) => `Gäller till ${until}`,
  letterTitle: 'Inbjudan till Volym',
  needsServer: 'Ni behöver en gemensam server',
  needsServerHint:
    'Starta Volym på en dator eller server som alla når (npm start) och öppna länken som den skriver ut, på den här enheten.',
  /** Of the server that the app came from, by what it keeps in step. */
  ownServer: {
    'set-up': {
      title: 'Den här servern kan synka er arbetsplats',
      text: (host: string) =>
        `Servern ${host} kan synka arbetsplatsen mellan enheter. Det som behövs är länken som den skrev ut när den startade, eller bara koden sist i den.`,
    },
    members: {
      title: 'Den här servern synkar redan en arbetsplats',
      text: (host: string) =>
        `Länken som ${host} skrev ut är använd. Be någon som är med om en inbjudan, och öppna den på den här enheten. Finns ingen kvar kan den som sköter servern ta fram en ny länk.`,
    },
  },
  people: 'Personer',
  you: 'du',
  owns: (count: number) =>
    count === 1 ? 'ansvarar för 1 frist' : `ansvarar för ${n(count)} frister`,
  yourDeputy: 'din ersättare',
  codes: {
    opens: 'Öppnar koder',
    changes: 'ändrar',
    noPhrase: 'har inte lösenfrasen',
    ownDevice: 'bara på sin egen enhet',
    readerKnows: 'kan lösenfrasen, men enheten visar inga koder',
    isKeptOut: 'får inte öppna koder',
    isOut: 'alla enheter är utestängda',
    hasOpened: 'Har låst upp med lösenfrasen eller kitet som gäller nu.',
    hasNotOpened: 'Har inte låst upp med det som gäller nu, såvitt enheterna har meddelat.',
    readerSays: 'Bara läser, och ser inga koder.',
    someone: 'Någon',
    allowedBy: (name: string, when: string) => `${name} lät öppna koder igen ${when}.`,
    keptOutBy: (name: string, when: string) =>
      `${name} bestämde ${when} att koder inte får öppnas.`,
    notOwn: 'En kollega som öppnar koder bestämmer om du får det.',
    legend: (name: string) => `Om ${name} får öppna koder`,
    may: 'Får öppna koder',
    mayHow:
      'Säg lösenfrasen själv: den skrivs en gång på den andras enhet. Volym hindrar ingen från att säga den vidare.',
    mayNot: 'Får inte öppna koder',
    mayNotHow:
      'Volym låser koderna på personens enheter, så fort de har nät, och öppnar dem inte igen. Den som kan frasen och tar isär appen kommer åt dem ändå.',
    onlyTheApp: 'Säkert är det först med andra nycklar och en ny fras som inte sägs vidare.',
    otherKeys: 'Byt nycklar',
    history: 'Historik',
    allowed: (name: string) => `${name} får öppna koder`,
    keptOut: (name: string) => `${name} får inte öppna koder`,
    problems: {
      'not-yourself': 'Du kan inte bestämma om dig själv. Be en kollega som öppnar koder.',
      'kept-out-decides':
        'Du får inte öppna koder, och kan inte bestämma om andra. Be den som får.',
      'last-who-opens':
        'Då kan ingen öppna koder. Lås upp dem själv först, eller låt en kollega göra det.',
      'already-decided': 'Det är redan bestämt så.',
      'only-reads': 'Den här enheten får bara läsa. Be den som får ändra.',
      failed: 'Det gick inte att spara. Stäng och försök igen.',
    },
  },
  devices: 'Enheter',
  own: 'Den här',
  nowSeen: 'nu',
  seen: (when: string) => `sedd ${when}`,
  shutOut: 'Stäng ute',
  shutOutTitle: (device: string) => `Stäng ute ${device}?`,
  shutOutText:
    'Enheten får inget nytt och kan inte skicka något. Det som redan finns på den går inte att hämta tillbaka: byt nycklar efteråt, och koderna också om den är stulen.',
  letIn: (count: number) =>
    count === 1
      ? 'Den har släppt in 1 enhet till, som blir kvar om du inte stänger ute den också.'
      : `Den har släppt in ${n(count)} enheter till, själv eller genom dem, som blir kvar om du inte stänger ute dem också.`,
  /** Ends the list of these. */
  andMore: (count: number) => `och ${n(count)} till`,
  shutOutWithLetIn: (count: number) =>
    count === 1 ? 'Stäng ute båda' : `Stäng ute alla ${n(count + 1)}`,
  everybodySees: 'Alla ser under Personer att du gjorde det, och när.',
  whoMayShutOut: 'Var och en som får ändra kan stänga ute en enhet. Alla ser vem som gjorde det.',
  /** Below the strip, which says that the server does not let it in. */
  notInside: 'Enheten är inte med just nu',
  shutOutDevices: 'Utestängda',
  wasShutOut: (when: string, by: string) => `stängdes ute ${when} av ${by}`,
  changeKeysWhy: 'Så att det som kommer nu inte går att läsa med det som finns på den.',
  changeKeys: 'Byt nycklar',
  areShutOut: (count: number) =>
    count === 1 ? 'Enheten är utestängd' : `${n(count)} enheter är utestängda`,
  rename: 'Byt namn på enheten',
  deviceName: 'Enhetens namn',
  deviceNameHint: 'Till exempel iPad kontoret. Kollegorna ser det också.',
  saveName: 'Spara',
  renamed: 'Enheten har fått sitt namn',
  comingIn: 'ägare inte känd än',
  /** It writes nothing, its user's name neither. */
  readerUses: 'skriver inget, inte heller vems den är',
  cameIn: (when: string) => `kom in ${when}`,
  letInBy: (who: string) => `insläppt av ${who}`,
  renameOf: (device: string) => `Byt namn på ${device}`,
  models: {
    iphone: 'iPhone',
    ipad: 'iPad',
    android: 'Android',
    windows: 'Windows-dator',
    mac: 'Mac',
    chromebook: 'Chromebook',
    linux: 'Linux-dator',
    reader: 'Läsande enhet',
    unknown: 'Okänd enhet',
    other: 'Enhet',
  },
};
