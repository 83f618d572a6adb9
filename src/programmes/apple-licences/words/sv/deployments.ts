import { countIn } from '#core/language/count.ts';

const n = countIn('sv');

const licencesOf = (count: number): string => (count === 1 ? '1 licens' : `${n(count)} licenser`);
const usersOf = (count: number): string => `${n(count)} användare`;

/** Words of deployments (seed 001: "distribution"). */
export const deployments = {
  newTitle: 'Ny distribution',
  to: 'Till',
  choose: 'Välj grupp',
  chosenUsers: 'Valda användare',
  groupOf: (group: string, count: number) => `${group} (${n(count)})`,
  name: 'Namn',
  nameHint: 'Tomt: gruppens namn',
  intent: 'Vad den gör',
  intents: { required: 'Obligatorisk', available: 'Tillgänglig', uninstall: 'Avinstallera' },
  means: {
    required: 'Appen installeras hos alla. Varje användare som installerar tar en licens.',
    available: 'Var och en installerar själv om de vill. Den som gör det tar en licens.',
    uninstall: 'Appen tas bort. Licensen är ledig först när appen är borta från enheten.',
  },
  takes: (count: number, free: string) =>
    count === 0 ? `Tar inga fler licenser, ${free}.` : `Tar ${licencesOf(count)}, ${free}.`,
  takesAtMost: (count: number, free: string) =>
    count === 0 ? `Tar inga fler licenser, ${free}.` : `Tar högst ${licencesOf(count)}, ${free}.`,
  shortTitle: (count: number) => `${n(count)} blir utan`,
  shortMeans: 'Licenserna räcker i namnordning. Installationen misslyckas för dem som blir utan.',
  more: (count: number) => `och ${n(count)} till`,
  without: 'Blir utan',
  leaves: (count: number) =>
    count === 0
      ? 'Ingen av dem har en licens att ge tillbaka.'
      : `${licencesOf(count)} blir på väg tillbaka.`,
  /** Some counted licences have unknown holders. */
  leavesUnknown: 'Volym vet inte vilka av dem som har en licens: det står inte i någon lista.',
  /** Some that it goes to have left. */
  retired: (count: number) =>
    `${n(count)} är ${count === 1 ? 'avslutad' : 'avslutade'} och får ingen.`,
  /** Another deployment does the opposite for some of the same users. */
  against: (names: string) => `Säger emot ${names}, som når samma användare. Avsluta den ena.`,
  stay: (count: number) => `${licencesOf(count)} som var på väg tillbaka stannar.`,
  first2016:
    'Enligt 2016 års regler finns bara licenser per användare, och de frigörs med Avinstallera.',
  later2025:
    'Enligt 2025 års regler är licens per enhet det vanliga, och att bara ta bort distributionen frigör ingenting: välj Avinstallera eller ta tillbaka licenserna.',
  save: 'Anteckna distributionen',
  change: (intent: string) => `Anteckna ${intent}`,
  made: (name: string) => `Distributionen ${name} är antecknad`,
  changed: (count: number) =>
    count === 0 ? 'Ändringen är antecknad' : `Ändringen är antecknad, ${licencesOf(count)} berörs`,
  assign: (count: number) => `Tilldela ${licencesOf(count)}`,
  noteAssign: (count: number) => `Anteckna ${licencesOf(count)}`,
  assignHow: 'De som nås och inte har någon licens.',
  goneAll: (count: number) =>
    count === 1 ? 'Appen är borta hos en' : `Appen är borta hos alla ${n(count)}`,
  goneOne: 'Appen borta',
  goneOneOf: (name: string) => `Appen borta hos ${name}`,
  waiting: 'På väg tillbaka',
  end: 'Avsluta distributionen',
  endMeans: 'Licenserna stannar hos dem som har dem.',
  ended: 'Distributionen är avslutad',
  reaches: (count: number) => `Når ${usersOf(count)}`,
};
