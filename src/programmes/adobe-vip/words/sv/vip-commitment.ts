import { countIn } from '#core/language/count.ts';

const n = countIn('sv');

const licences = (count: number): string => (count === 1 ? '1 licens' : `${n(count)} licenser`);

/** Words of a customer's three-year commitment (C14). */
export const vipCommitment = {
  title: 'Treårsåtagande',
  add: 'Lägg till treårsåtagande',
  holds: (minimum: number, from: string, to: string) =>
    `Minst ${licences(minimum)}, ${from} till ${to}`,
  over: (to: string) => `Upphörde ${to}`,
  later: (minimum: number, from: string) => `Minst ${licences(minimum)} från ${from}`,
  acceptedOn: 'Godkänt',
  contractEnd: 'Sista dag enligt avtalet',
  counted: (day: string) => `Lämna tomt, så räknas den: ${day}.`,
  minimum: 'Minsta antal licenser',
  effect: 'En retur som går under antalet nekas. Nivån hålls vid förlängningen.',
  save: 'Spara åtagandet',
  saved: 'Åtagandet är sparat',
  drop: 'Ta bort åtagandet',
  dropped: 'Åtagandet är borttaget',
};
