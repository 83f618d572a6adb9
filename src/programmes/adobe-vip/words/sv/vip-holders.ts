import { countIn } from '#core/language/count.ts';

const n = countIn('sv');

/** Words of the sheet where those are written down who have a licence. */
export const vipHolders = {
  sheet: 'Vem har licens',
  name: 'Namn',
  several: 'Flera namn går att klistra in, ett per rad.',
  names: 'Namn, ett per rad',
  many: (count: number) =>
    count === 1 ? '1 namn' : `${n(count)} namn. De läggs till när du sparar.`,
  group: 'Avdelning',
  plan: 'Produkt',
  /** Shown if the list has more names than the recorded number of assigned licences. */
  more: (names: number) =>
    names === 1
      ? 'Ett namn står på listan. Antalet du skriver gäller ändå; ta bort den som inte längre har licens.'
      : `${n(names)} namn står på listan. Antalet du skriver gäller ändå; ta bort dem som inte längre har licens.`,
  save: 'Spara',
  saveMany: (count: number) => `Spara ${n(count)} namn`,
  remove: 'Ta bort från listan',
  added: (name: string) => `${name} är tillagd`,
  addedMany: (count: number, known: number) =>
    count === 0
      ? 'Alla stod redan där'
      : [
          count === 1 ? '1 är tillagd' : `${count} är tillagda`,
          ...(known > 0 ? [`${known} stod redan där`] : []),
        ].join(', '),
  removed: (name: string) => `${name} är borttagen från listan`,
};
