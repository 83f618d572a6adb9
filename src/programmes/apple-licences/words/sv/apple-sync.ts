import { countIn } from '#core/language/count.ts';

const n = countIn('sv');

const apps = (count: number): string => (count === 1 ? 'en app' : `${n(count)} appar`);
const users = (count: number): string => (count === 1 ? 'en användare' : `${n(count)} användare`);
const licences = (count: number): string =>
  count === 1 ? 'en licens i bruk' : `${n(count)} licenser i bruk`;

/** Words of the sync with Apple: on a token, in the list of apps, on an app. */
export const appleSync = {
  now: 'Synka nu',
  unlock: 'Lås upp',
  chooseFile: 'Välj fil',
  stop: 'Avbryt',
  synced: (when: string) => `Synkat ${when}`,
  never: 'Inte synkad ännu',
  twice: 'Två gånger om dagen',
  next: (when: string) => `Två gånger om dagen, nästa ${when}, när Volym är öppet och upplåst`,
  soon: 'Två gånger om dagen, nästa inom kort',
  withoutText: 'Filens innehåll är inte inlåst här. Välj filen vid varje synk.',
  waits: 'Synken väntar',
  waitsWhy: 'Lås upp för att synka',
  seen: (count: number, given: number, people: number) =>
    `${apps(count)}, ${licences(given)}, ${users(people)}`,
  reading: {
    users: (count: number) => `Läser användare${count === 0 ? '' : `, ${n(count)}`}`,
    assets: (count: number) => `Läser appar${count === 0 ? '' : `, ${n(count)}`}`,
    assignments: (count: number) => `Läser licenser${count === 0 ? '' : `, ${n(count)}`}`,
  },
  writing: { users: 'Sparar användare', assets: 'Sparar appar', assignments: 'Sparar licenser' },
  begins: 'Frågar Apple',
  pauses: (time: string) => `Apple svarar inte nu eller ber om paus. Nytt försök ${time}`,
  over: 'Synkas först när den är förnyad, eller när du trycker',
  percent: (share: number) => `${Math.round(share * 100)} %`,
  done: (count: number, people: number) => `Synkat: ${apps(count)} och ${users(people)}`,
  doneAll: (tokens: number) => `${n(tokens)} token är synkade`,
  failed: (when: string) => `Synken ${when} misslyckades`,
  stopped: (when: string) => `Synken ${when} blev inte klar`,
  goesOn: 'Det som redan hämtats finns kvar, och nästa synk fortsätter därifrån.',
  noEndpoint: 'Synkas inte härifrån',
  noEndpointWhy:
    'Arbetsplatsen har ingen egen server som frågar Apple. Läs in sparade sidor eller listor i stället.',
  toImport: 'Till Import',
  clock: (ahead: boolean, hours: number) =>
    `Enhetens klocka går ${hours >= 48 ? `${n(Math.round(hours / 24))} dygn` : hours >= 2 ? `${n(Math.round(hours))} timmar` : `${n(Math.round(hours * 60))} minuter`} ${ahead ? 'före' : 'efter'} serverns. Volym räknar dagarna efter den, så ställ klockan rätt.`,
  file: {
    title: 'Välj filen med token',
    sentence: 'Innehållet används för den här synken och sparas inte.',
    first: 'Token har ingen fil här än. Lägg till den under Förnya.',
    other: 'Det är en annan fil än den som gäller. Är den ny, byt ut den gamla under Förnya.',
  },
};
