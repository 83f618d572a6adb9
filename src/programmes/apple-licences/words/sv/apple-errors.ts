import type { ErrorNumber } from '#programmes/apple-licences/rules/api/error-numbers.ts';
import type { NoEvent } from '#programmes/apple-licences/rules/api/event-status.ts';
import type { NoPage } from '#programmes/apple-licences/rules/api/listing-page.ts';
import type { NoRead } from '#programmes/apple-licences/rules/api/paging.ts';
import type { StatusCause } from '#programmes/apple-licences/rules/api/reply.ts';

/** What it means, and what to do. */
type Sentences = { readonly means: string; readonly todo: string };

const waits = 'Vänta. Volym försöker igen.';
const splits = 'Volym delar upp begäran och skickar den igen. Du behöver inte göra något.';
const report = 'Uppdatera Volym. Kommer felet igen, anmäl det med numret.';
const oneOfEach =
  'Volym tar bort dubbletten och skickar igen. Kommer felet ändå, anmäl det med numret.';

/**
 * Apple's error numbers (apple.md §2.7): one sentence that says what each means, and one that says
 * what to do.
 */
const numbers = {
  9600: { means: 'Begäran till Apple saknade en uppgift.', todo: report },
  9601: {
    means: 'Ingen token kom med till Apple.',
    todo: 'Läs in filen med token igen och synka.',
  },
  9602: { means: 'Apple godtar inte en av uppgifterna i begäran.', todo: report },
  9603: {
    means: 'Apple hade ett tillfälligt fel. Begäran är troligen rätt.',
    todo: 'Vänta. Volym försöker igen, först efter sekunder och sedan efter minuter.',
  },
  9609: {
    means: 'Apple känner inte användaren på den här platsen.',
    todo: 'Lägg till användaren och tilldela licensen igen.',
  },
  9610: {
    means: 'Enheten hittade ingen licens när appen skulle installeras.',
    todo: 'Försök igen om en stund. Kommer felet igen, se efter att token inte används i två system.',
  },
  9616: { means: 'Användaren eller enheten har redan licensen.', todo: 'Inget behöver göras.' },
  9621: {
    means: 'Token har upphört att gälla.',
    todo: 'Förnya den: hämta en ny fil hos Apple för samma plats, och byt ut den gamla.',
  },
  9622: {
    means: 'Apple känner inte igen token.',
    todo: 'Hämta filen igen hos Apple och läs in den som Apple lämnade den.',
  },
  9624: {
    means: 'Licensen är återbetald och gäller inte längre.',
    todo: 'Räkna inte med den. Synka, så visas hur många som är kvar.',
  },
  9625: {
    means: 'Token är återkallad. Den gäller inte längre, vilken dag filen än säger.',
    todo: 'Fråga den som sköter kontot hos Apple varför, och hämta en ny token.',
  },
  9634: { means: 'Apple har tagit bort den här tjänsten.', todo: 'Uppdatera Volym.' },
  9635: {
    means: 'Det hanterade Apple-kontot finns inte, eller hör till en annan organisation.',
    todo: 'Rätta användarens hanterade Apple-konto.',
  },
  9637: {
    means: 'Kontot som hämtade token får inte göra det här.',
    todo: 'Ge kontot en roll hos Apple som får det, eller hämta token med ett konto som har den rollen.',
  },
  9641: {
    means: 'Apple-kontot är redan kopplat till en användare.',
    todo: 'Tilldela till den användaren, eller ange ett annat Apple-konto.',
  },
  9642: {
    means:
      'Apple-kontot kan inte användas än: det sköter volyminköp och har inte godkänt villkoren.',
    todo: 'Logga in med kontot hos Apple och godkänn villkoren, eller ange ett annat Apple-konto.',
  },
  9643: {
    means: 'Licensen är låst medan den flyttas till en annan plats.',
    todo: 'Vänta tills flytten är klar. Volym försöker igen.',
  },
  9644: { means: 'Apples volyminköp är stängt för underhåll.', todo: waits },
  9645: {
    means: 'Platsen sköts av Apples egen enhetshantering och kan bara läsas härifrån.',
    todo: 'Tilldela och ta tillbaka licenser i Apples enhetshantering.',
  },
  9646: {
    means: 'Apple har fått för många förfrågningar från organisationen.',
    todo: 'Vänta. Volym frågar igen, med längre tid emellan.',
  },
  9650: {
    means: 'Sidan som Volym bad om finns inte hos Apple.',
    todo: 'Synka igen. Listan kan ha blivit kortare medan den lästes.',
  },
  9700: { means: 'Det var för många appar och böcker i en begäran.', todo: splits },
  9701: { means: 'Det var för många användare i en begäran.', todo: splits },
  9702: { means: 'Det var för många enheter i en begäran.', todo: splits },
  9703: { means: 'Samma app eller bok stod två gånger i begäran.', todo: oneOfEach },
  9704: { means: 'Samma användare stod två gånger i begäran.', todo: oneOfEach },
  9705: { means: 'Samma enhet stod två gånger i begäran.', todo: oneOfEach },
  9706: {
    means: 'Licensen kan inte tas tillbaka. Det gäller till exempel böcker.',
    todo: 'Lämna den utanför och ta tillbaka de andra.',
  },
  9707: {
    means: 'Appen eller boken kan inte tilldelas enheter.',
    todo: 'Tilldela den till användare i stället.',
  },
  9708: {
    means: 'Apple hittar inte tilldelningen som Volym frågar efter.',
    todo: 'Synka och se vilka som har licensen.',
  },
  9709: {
    means: 'Licenserna räcker inte till alla.',
    todo: 'Ta tillbaka licenser som inte används, eller köp fler.',
  },
  9710: {
    means: 'Adress och nyckel för aviseringar måste anges tillsammans.',
    todo: 'Ange båda, eller ingen av dem.',
  },
  9711: { means: 'Adressen eller nyckeln för aviseringar är för lång.', todo: 'Ange en kortare.' },
  9712: {
    means: 'Adressen för aviseringar är ingen giltig https-adress.',
    todo: 'Ange en hel adress som börjar med https.',
  },
  9713: { means: 'Tilläggsuppgiften om MDM-systemet är för lång.', todo: 'Ange en kortare.' },
  9714: {
    means: 'Det var för många användare att lägga till eller ändra på en gång.',
    todo: splits,
  },
  9715: { means: 'Samma användare skulle läggas till eller ändras två gånger.', todo: oneOfEach },
  9716: {
    means: 'Det finns redan en användare med samma id.',
    todo: 'Använd den som finns, eller ge den nya ett annat id.',
  },
  9717: {
    means: 'En e-postadress är ogiltig.',
    todo: 'Rätta användarens e-postadress och försök igen.',
  },
  9718: {
    means: 'Begäran nämnde ingen app eller bok.',
    todo: 'Välj minst en app eller bok och försök igen.',
  },
  9719: {
    means: 'Begäran nämnde varken användare eller enhet.',
    todo: 'Välj minst en användare eller enhet och försök igen.',
  },
  9720: {
    means: 'Begäran nämnde ingen användare.',
    todo: 'Välj minst en användare och försök igen.',
  },
  9721: {
    means: 'Apple känner inte igen det som Volym läste senast.',
    todo: 'Volym läser allt på nytt. Du behöver inte göra något.',
  },
  9722: {
    means: 'Token kom fram till Apple i fel form.',
    todo: 'Läs in filen med token igen, som Apple lämnade den.',
  },
  9723: {
    means: 'MDM-systemets namn, id och tilläggsuppgift måste anges tillsammans.',
    todo: 'Ange alla tre.',
  },
  9724: { means: 'MDM-systemets id är för långt.', todo: 'Ange ett kortare.' },
  9725: { means: 'MDM-systemets namn är för långt.', todo: 'Ange ett kortare.' },
  9726: { means: 'Begäran kom på ett sätt som Apple inte tar emot här.', todo: report },
  9727: { means: 'Begäran kom i ett format som Apple inte tar emot.', todo: report },
  9728: {
    means: 'Apple når inte adressen för aviseringar.',
    todo: 'Se till att adressen svarar över https, eller ta bort den.',
  },
  9816: { means: 'Det var för många prenumerationer i en begäran.', todo: splits },
  9818: {
    means: 'Prenumerationer kan inte stängas av medan det finns några.',
    todo: 'Avsluta dem hos Apple först.',
  },
} satisfies Record<ErrorNumber, Sentences>;

/** Texts for when a reply without a number is no answer. */
const replies = {
  'too-many': {
    means: 'Det blev för många förfrågningar.',
    todo: 'Vänta. Volym frågar igen, med längre tid emellan.',
  },
  down: { means: 'Tjänsten svarar inte just nu.', todo: waits },
  'not-let-in': {
    means: 'Den egna servern eller Apple släpper inte in Volym.',
    todo: 'Se efter att enheten är kopplad till servern och att token gäller, och synka igen.',
  },
  refused: {
    means: 'Begäran avvisades utan förklaring.',
    todo: 'Försök igen senare. Kommer felet igen, uppdatera Volym.',
  },
  unreadable: {
    means: 'Svaret kom inte från Apple. Nätet kan vilja att du loggar in.',
    todo: 'Öppna en webbsida, logga in på nätet om det behövs, och synka igen.',
  },
} satisfies Record<StatusCause, Sentences>;

/** Texts for when answers came that do not fit together. Nothing of them is kept. */
const reading = {
  'keeps-changing': {
    means: 'Listan hos Apple ändrades gång på gång medan den lästes.',
    todo: 'Vänta till nästa synk, eller synka igen om en stund.',
  },
  'other-location': {
    means: 'Sidorna kom från två platser hos Apple.',
    todo: 'Se efter vilken token som används, och synka igen.',
  },
  'pages-out-of-order': { means: 'Sidorna från Apple kom i fel ordning.', todo: 'Synka igen.' },
  'not-a-page': {
    means: 'Listan från Apple har en annan form än väntat.',
    todo: 'Synka igen. Kommer felet igen, uppdatera Volym.',
  },
  'not-an-event': {
    means: 'Apples svar om tilldelningen har en annan form än väntat.',
    todo: 'Synka och se vilka som har licensen.',
  },
} satisfies Record<NoRead | NoPage['code'] | NoEvent['code'], Sentences>;

/** Words for what Apple answers when it is no plain yes. */
export const appleErrors = {
  numbers,
  /** A number that Apple has added since. */
  unknown: {
    means: (number: number) =>
      `Apple svarar med felet ${number}, som den här versionen av Volym inte känner.`,
    todo: 'Uppdatera Volym. Kommer felet igen, se vad Apple skriver om numret.',
  },
  replies,
  reading,
};
