import { countIn } from '#core/language/count.ts';

const n = countIn('sv');

/** Words of the question whether two credit orders are the same (A5). */
export const sameOrder = {
  title: 'Är det samma order?',
  lead: (number: string) => `Order ${number} finns två gånger. Säg om det är samma.`,
  meanwhile: 'Tills någon svarar räknas bara den äldre.',
  older: 'Den äldre',
  younger: 'Den nyare',
  number: (number: string) => `Order ${number}`,
  noPurchaser: 'ingen innehållsköpare',
  typedBy: (who: string, when: string) =>
    who === '' ? `Inskriven ${when}` : `Inskriven av ${who} ${when}`,
  importedBy: (who: string, when: string) =>
    who === ''
      ? `Från ett kalkylblad ${when}`
      : `Från ett kalkylblad, importerat av ${who} ${when}`,
  codes: (count: number) =>
    count === 0 ? 'inga koder' : count === 1 ? '1 kod' : `${n(count)} koder`,
  answer: 'Ditt svar',
  same: 'Samma order',
  sameMeans:
    'Koder och steg går till den äldre. Ett steg som den äldre redan har, till exempel hämtad, behåller den som det är. Den nyare läggs i papperskorgen.',
  takesDay: (day: string) => `Orderdagen blir ${day}: något hände före den äldres orderdag.`,
  daysClash: 'En dag ligger då före orderdagen. Rätta orderdagen eller steget när de är en order.',
  two: 'Två olika order',
  twoMeans: 'Båda räknas och påminner. Du får inte frågan igen.',
  join: 'Slå ihop dem',
  keep: 'Behåll båda',
  joined: 'De är nu en order',
  kept: 'Båda är kvar',
  reason: 'Svaret togs tillbaka',
};
