/** Words of the sheet where those are written down who have a licence. */
export const vipHolders = {
  sheet: 'Vem har licens',
  name: 'Namn',
  several: 'Flera namn går att klistra in, ett per rad.',
  group: 'Avdelning',
  plan: 'Produkt',
  save: 'Spara',
  remove: 'Ta bort från listan',
  added: (name: string) => `${name} är tillagd`,
  addedMany: (count: number, known: number) =>
    count === 0
      ? 'Alla stod redan där'
      : [count === 1 ? '1 är tillagd' : `${count} är tillagda`, ...(known > 0 ? [`${known} stod redan där`] : [])].join(
          ', ',
        ),
  removed: (name: string) => `${name} är borttagen från listan`,
};
