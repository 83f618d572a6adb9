import { notAllowedHere } from '#ui/words/sv/not-allowed-here.ts';

/** Words of a workspace that is kept in step with any CouchDB. */
export const couch = {
  title: 'En egen CouchDB',
  connectText: (name: string) =>
    `${name} sparas också i databasen. Allt förseglas på enheten först: servern kan inte läsa det.`,
  movesText: (name: string, host: string) =>
    `${name} hålls i takt med ${host} och flyttar till databasen. Kollegorna kopplar sina enheter dit själva.`,
  comeInText: 'Skriv var arbetsplatsen ligger, och användaren som du har fått där.',
  leavesDemo: 'Exemplet raderas från enheten.',
  address: 'Adress',
  addressHint: 'Till exempel https://couch.nordby.example',
  database: 'Databas',
  databaseHint: 'Finns den inte skapas den, om användaren får det.',
  databaseHere: 'Fråga den som kopplade arbetsplatsen.',
  user: 'Användare',
  password: 'Lösenord',
  passwordHint: 'Sparas på enheten och skickas bara till servern.',
  connect: 'Koppla',
  next: 'Fortsätt',
  asking: 'Frågar servern',
  connected: 'Kopplad. Kollegor går med genom samma databas.',
  open: 'Öppna arbetsplatsen',
  openByPhrase: (host: string) => `Den ligger på ${host}. Skriv arbetsplatsens lösenfras.`,
  openByKit: (host: string) =>
    `Den ligger på ${host}. Skriv de tolv orden, eller skanna kitets kod.`,
  usePhrase: 'Använd lösenfrasen i stället',
  back: 'Avbryt',
  settingsTitle: 'Inställningar i CouchDB',
  settingsText: 'Lägg det här i local.ini och starta om CouchDB:',
  copySettings: 'Kopiera inställningarna',
  copied: 'Inställningarna är kopierade',
  notCopied: 'Inställningarna kunde inte kopieras. Markera dem och kopiera själv.',
  problems: {
    'no-address': 'Skriv serverns adress. Den börjar med https://',
    'not-https':
      'Adressen måste börja med https://, annars kan andra läsa lösenordet på vägen. Bara en server på den här datorn får ha http://',
    unreachable:
      'Servern svarar inte, eller så tillåter den inte anrop från Volym (CORS). Webbläsaren säger inte vilket. Kontrollera adressen och nätet. Stämmer de: slå på CORS enligt nedan.',
    'not-allowed-here': notAllowedHere,
    'not-couch':
      'Där svarar något annat än CouchDB. Kontrollera adressen; databasen ska inte stå i den.',
    'wrong-password': 'Fel användare eller lösenord. Skriv dem igen.',
    'no-right':
      'Användaren får inte öppna databasen. Be den som sköter CouchDB att lägga till användaren som medlem av databasen.',
    'no-database': 'Databasen finns inte. Kontrollera namnet med den som kopplade arbetsplatsen.',
    'may-not-make':
      'Databasen finns inte, och användaren får inte skapa den. Be den som sköter CouchDB att skapa den och göra användaren till medlem.',
    'bad-name':
      'Så kan en databas inte heta. Namnet börjar med en liten bokstav a–z; sedan små bokstäver, siffror och _ $ ( ) + - /',
    'other-workspace':
      'I databasen ligger en annan arbetsplats. Två blandas aldrig: välj en annan databas, eller gå med från en enhet utan arbetsplats.',
    'other-contents':
      'I databasen ligger något annat än en arbetsplats i Volym. Välj en tom databas.',
    'no-workspace':
      'Databasen är tom. Skapa arbetsplatsen på en enhet och koppla den hit först, under Mer, Personer.',
    locked: 'Det låstes under tiden. Fortsätt igen och skriv lösenfrasen.',
    'only-reads': 'Den här enheten får bara läsa. Be den som får ändra att koppla arbetsplatsen.',
    'server-trouble':
      'Servern svarar fel, eller har fått för många felaktiga lösenord. Vänta en stund och försök igen.',
    failed: 'Det gick inte att spara på enheten. Inget är förlorat; försök igen.',
  },
  people: {
    title: 'Arbetsplatsen ligger i en CouchDB',
    text: 'En kollega väljer Anslut till en arbetsplats, En egen CouchDB, och skriver uppgifterna som står här, sin egen användare och sitt lösenord, och lösenfrasen.',
    address: 'Adress',
    database: 'Databas',
    cannot: [
      'Inbjudan som gäller en gång finns inte: var och en behöver en användare i CouchDB.',
      'En enhet stängs ute genom att dess användare tas bort eller får ett annat lösenord. Byt sedan nycklar under Inställningar, Lås och lösenfras.',
      'Vem som får ändra bestämmer databasen, inte Volym.',
    ],
  },
  newPassword: {
    title: 'Skriv lösenordet som gäller nu',
    text: (user: string) =>
      `CouchDB släpper inte in ${user}. Det du har gjort ligger kvar här och skickas sedan.`,
    save: 'Spara och synka',
    saved: 'Lösenordet gäller. Synkar igen.',
  },
};
