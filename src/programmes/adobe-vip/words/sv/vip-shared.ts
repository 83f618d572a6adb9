import { countIn } from '#core/language/count.ts';

const n = countIn('sv');

/** Words of a number that several customers have; the customers' names follow them. */
export const vipShared = {
  here: {
    vipId: 'Samma VIP ID har också',
    marketplaceId: 'Samma kundnummer i Marketplace har också',
  },
  list: {
    vipId: 'Flera kunder har samma VIP ID:',
    marketplaceId: 'Flera kunder har samma kundnummer i Marketplace:',
  },
  more: (count: number) =>
    `${count === 1 ? 'Ett nummer till delas' : `${n(count)} nummer till delas`} av flera kunder.`,
  request: (number: string) =>
    `Flera auktoriseringar har numret ${number}. Licenser och påminnelser räknas för var och en.`,
  withdraw:
    'Är det samma auktorisering, dra tillbaka den som ännu väntar på sin order. Rätta annars numret.',
  putRight:
    'Är det samma auktorisering, ta bort ordern under Historik, dra tillbaka den auktorisering som inte ska vara kvar, och notera ordern igen om den andra väntar på den. Rätta annars numret.',
  how: 'Licenser och påminnelser räknas för var och en. Är det samma kund, behåll den som har auktoriseringarna och ordrarna, och lägg den andra i papperskorgen. Rätta annars numret.',
};
