/** Words of Adobe VIP's section in Settings. */
export const vipSettings = {
  title: 'Adobe VIP',
  orderDays: 'Dagar till order',
  more: 'Fler regler',
  moreDetail: 'Returer, förlängning, årsdag och nivåer',
  days: (count: number) => `${count} dagar`,
  marketplaceDays: (count: number) => `${count === 1 ? '1 dag' : `${count} dagar`}, Marketplace`,
  hint: 'Adobes svenska sida säger 30 dagar, nyare engelska sidor 14. Valet gäller nya auktoriseringar; de som finns behåller sina dagar. Med 7 börjar nya kunder i VIP Marketplace, som alltid har 7.',
};
