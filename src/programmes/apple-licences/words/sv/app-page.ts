import { countIn } from '#core/language/count.ts';
import type { Sentences } from '#core/language/sentence.ts';
import type { CountFlag } from '#programmes/apple-licences/rules/licence/licence-counts.ts';

const n = countIn('sv');

/** What does not add up in a source's counts, with both numbers. */
const flags: Sentences<CountFlag> = {
  'assigned-over-total': ({ assigned = 0, total = 0 }) =>
    `${n(assigned)} är ${assigned === 1 ? 'tilldelad' : 'tilldelade'}, men bara ${n(total)} ägs.`,
  'available-over-total': ({ available = 0, total = 0 }) =>
    `Källan anger ${n(available)} ${available === 1 ? 'ledig' : 'lediga'}, men bara ${n(total)} ägs.`,
  'sum-differs': ({ assigned = 0, available = 0, total = 0 }) =>
    `Tilldelade (${n(assigned)}) och lediga (${n(available)}) blir ${n(Number(assigned) + Number(available))}, men ${n(total)} ägs.`,
  'unlimited-with-total': ({ total = 0 }) => `Källan anger både fritt antal och ${n(total)}.`,
  'negative-count': ({ said = 0 }) =>
    `Källan anger ${n(said)}, men ett antal kan inte vara under noll.`,
  'not-a-whole-count': ({ said = 0 }) => `Källan anger ${n(said)}, som inte är ett heltal.`,
};

/** Words of an app's page that few apps need: what does not add up, and other locations. */
export const appPage = {
  flagged: {
    title: 'Siffrorna går inte ihop',
    counted:
      'Volym räknar med det lägre antalet lediga, så att ingen lovas en licens som inte finns.',
    todo: 'Synka i systemet och importera en ny lista. Kvarstår det, räkna efter hos Apple.',
    says: flags,
  },
  places: {
    title: 'Andra platser',
    nameless: 'Utan plats',
    all: (count: number) => `Visa alla ${n(count)}`,
    sum: (count: number) => (count === 2 ? 'På båda platserna' : `På alla ${n(count)} platserna`),
    of: (free: number, owned: number) =>
      `${n(free)} ${free === 1 ? 'ledig' : 'lediga'} av ${n(owned)}`,
    atLeast: (sum: string) => `minst ${sum}`,
    incomplete: (count: number) =>
      `${count === 1 ? 'En plats har' : `${n(count)} platser har`} inte lämnat alla antal, så det kan finnas fler.`,
    unlimited: (count: number, assigned: number) =>
      `${count === 1 ? 'En plats har' : `${n(count)} platser har`} fritt antal (${n(assigned)} ${assigned === 1 ? 'tilldelad' : 'tilldelade'}) och räknas inte med.`,
    flagged: (count: number) =>
      `På ${count === 1 ? 'en plats' : `${n(count)} platser`} går siffrorna inte ihop.`,
    transfer: (place: string, free: number, more: number, atOnce: number) =>
      `Här är slut, men ${place} har ${n(free)} ${free === 1 ? 'ledig' : 'lediga'}${more === 0 ? '' : ` och ${more === 1 ? 'en plats' : `${n(more)} platser`} till har lediga`}. I Apple School Manager eller Apple Business Manager kan otilldelade licenser flyttas hit, högst ${n(atOnce)} åt gången.`,
  },
};
