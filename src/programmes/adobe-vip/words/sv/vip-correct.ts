/** Words of the sheets that put right what was noted of an order or an authorization. */
export const vipCorrect = {
  order: 'Rätta ordern',
  known: (number: string) =>
    `Kunden har redan order ${number}. Är det samma order, ta bort en av dem, så att licenserna inte räknas två gånger.`,
  knownAuthorization: (number: string) =>
    `Kunden har redan auktoriseringen ${number}. Är det samma auktorisering, dra tillbaka en av dem, så att licenserna inte räknas två gånger.`,
  lines: 'Ordern gäller',
  quantity: (product: string) => `Antal, ${product}`,
  follows:
    'Antalet följer auktoriseringen. Beställdes färre: ta bort ordern, dra tillbaka resten och registrera ordern igen.',
  save: 'Spara',
  saved: 'Ordern är rättad',
  remove: 'Ta bort ordern',
  removed: 'Ordern är borttagen',
  removedWaits: 'Ordern är borttagen. Auktoriseringen väntar på order igen.',
  authorization: 'Rätta auktoriseringen',
  createdOn: 'Skapad',
  waits: 'Väntar på order',
  mistyped: 'Det som skrevs fel rättas här. Ville kunden ha färre: dra tillbaka.',
  savedAuthorization: 'Auktoriseringen är rättad',
};
