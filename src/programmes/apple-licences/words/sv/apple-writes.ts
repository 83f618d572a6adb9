import { countIn } from '#core/language/count.ts';
import type { AtAppleProblem } from '#programmes/apple-licences/rules/licence/licence-problem.ts';

const n = countIn('sv');

const licencesOf = (count: number): string => (count === 1 ? '1 licens' : `${n(count)} licenser`);
const usersOf = (count: number): string => `${n(count)} användare`;

/** Why Apple was not asked, and what to do: the code of the refusal leads here. */
const problems = {
  'busy-tab': 'En annan flik talar med Apple just nu. Vänta tills den är klar, eller stäng den.',
  'no-endpoint':
    'Arbetsplatsen har ingen egen server som kan fråga Apple. Anteckna bara, eller koppla arbetsplatsen till en.',
  'no-reply':
    'Servern svarar inte just nu. Kontrollera nätet och försök igen, eller anteckna bara.',
  'no-text': 'Filens innehåll finns inte här. Läs in filen med token, eller anteckna bara.',
  'vault-locked': 'Token är inlåst. Lås upp först.',
  'cut-off': 'Det avbröts. Det som Apple hann göra är sparat här. Fortsätt med det på appens sida.',
  'apple-not-over':
    'Apple är inte klar med det förra. Fortsätt med det eller släpp det på appens sida först.',
  stopped: 'Det avbröts innan Apple blev frågad. Försök igen.',
} satisfies Record<AtAppleProblem['code'], string>;

/** Words of giving and taking back licences, and of inviting and retiring users, through Apple. */
export const appleWrites = {
  problems,
  where: {
    title: 'Var',
    apple: 'Hos Apple och här',
    appleMeans: (system: string) =>
      system === ''
        ? 'Apple gör det direkt. Volym antecknar det som gick bra.'
        : `Apple gör det direkt. Det syns i ${system} efter dess nästa synk.`,
    here: 'Anteckna bara',
    hereMeans: 'Apple får inte veta det. Gör samma sak i det system som sköter enheterna.',
  },
  invitesFirst: (count: number) =>
    count === 1
      ? 'En användare är inte känd hos Apple än och bjuds in först.'
      : `${usersOf(count)} är inte kända hos Apple än och bjuds in först.`,
  running: {
    give: 'Apple tilldelar',
    take: 'Apple tar tillbaka',
    invite: 'Apple bjuder in',
    retire: 'Apple avslutar',
  },
  far: (done: number, all: number) => `${n(done)} av ${n(all)}`,
  takesTime:
    'Apple svarar oftast inom en minut. Stäng om du vill, det fortsätter så länge Volym är öppet.',
  stop: 'Avbryt',
  done: {
    give: (count: number, all: number) =>
      count === all
        ? `${licencesOf(count)} ${count === 1 ? 'tilldelad' : 'tilldelade'} hos Apple`
        : `${n(count)} av ${n(all)} fick en licens`,
    take: (count: number, all: number) =>
      count === all
        ? `${licencesOf(count)} ${count === 1 ? 'tagen' : 'tagna'} tillbaka hos Apple`
        : `${n(count)} av ${n(all)} togs tillbaka`,
    invite: (count: number, all: number) =>
      count === all
        ? `${usersOf(count)} ${count === 1 ? 'inbjuden' : 'inbjudna'} hos Apple`
        : `${n(count)} av ${n(all)} bjöds in`,
    retire: (count: number, all: number) =>
      count === all
        ? `${usersOf(count)} ${count === 1 ? 'avslutad' : 'avslutade'} hos Apple`
        : `${n(count)} av ${n(all)} avslutades`,
  },
  failed: 'Misslyckades',
  noNumber: { means: 'Apple sa inte varför.', todo: 'Synka, och försök sedan igen.' },
  number: (number: number) => `Apple ${number}`,
  unclear: 'Oklart',
  unclearMeans:
    'Apple säger att några misslyckades, men inte vilka. När synken är klar syns vilka som lyckades.',
  stopped: {
    means: 'Du avbröt.',
    todo: 'Fortsätt när det passar. Det Apple hann göra räknas in då.',
  },
  locked: {
    means: 'Valvet låstes medan det pågick.',
    todo: 'Lås upp och fortsätt. Det Apple hann göra räknas in då.',
  },
  later: 'Vänta en stund, och fortsätt sedan.',
  laterThan: (time: string) => `Vänta minst ${time}, och fortsätt sedan.`,
  left: (count: number) => `${n(count)} är inte ${count === 1 ? 'klar' : 'klara'} hos Apple.`,
  reads: 'Volym läser nu av hos Apple hur det blev.',
  notRecorded: 'Apple är klar, men allt antecknades inte här. Synken hämtar det.',
  retry: (count: number) => `Försök igen för ${n(count)}`,
  goOn: 'Fortsätt',
  close: 'Klart',
  open: {
    give: (count: number) =>
      count === 1
        ? '1 tilldelning hos Apple är inte klar'
        : `${n(count)} tilldelningar hos Apple är inte klara`,
    take: (count: number) => `${licencesOf(count)} på väg tillbaka hos Apple, inte klart`,
    invite: (count: number) =>
      count === 1
        ? '1 inbjudan hos Apple är inte klar'
        : `${n(count)} inbjudningar hos Apple är inte klara`,
    retire: (count: number) => `${usersOf(count)} avslutas hos Apple, inte klart`,
    means:
      'Det som är klart är antecknat. Släpper du resten läser Volym av hos Apple vad som hann bli gjort.',
    goesOn: 'Apple håller på. Det som blir klart antecknas här av sig självt.',
    drop: 'Släpp resten',
    dropped: 'Resten är släppt. Volym läser av hos Apple hur det blev.',
  },
  people: {
    title: { invited: 'Bjud in', retired: 'Avsluta' },
    save: {
      invited: (count: number) => `Bjud in ${n(count)}`,
      retired: (count: number) => `Avsluta ${n(count)}`,
    },
    record: {
      invited: (count: number) =>
        `Anteckna ${n(count)} som ${count === 1 ? 'inbjuden' : 'inbjudna'}`,
      retired: (count: number) =>
        `Anteckna ${n(count)} som ${count === 1 ? 'avslutad' : 'avslutade'}`,
    },
    means: {
      invited: 'Apple skapar användarna. Skicka sedan inbjudan till var och en.',
      retired:
        'Apple tar tillbaka de licenser som går att ta tillbaka. Det går inte att ångra, bara att bjuda in igen.',
    },
    noToken: (count: number) =>
      `${usersOf(count)} har ingen token här som når Apple, och ändras inte hos Apple.`,
  },
  undo: {
    asks: 'Ångrar hos Apple. Det tar en stund.',
    done: 'Steget är ångrat, hos Apple och här',
    some: (left: number, all: number) =>
      `${n(left)} av ${n(all)} är inte ${left === 1 ? 'ångrad' : 'ångrade'} hos Apple. Försök igen under Papperskorg.`,
    open: 'Apple blev inte klar. Fortsätt på appens sida.',
    notAsked: 'Det gjordes hos Apple, och Apple går inte att fråga härifrån nu. Inget är ändrat.',
    failed: 'Det gick inte att ångra. Försök igen under Papperskorg.',
  },
};
