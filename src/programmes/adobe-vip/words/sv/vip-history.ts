import { countIn } from '#core/language/count.ts';

const n = countIn('sv');

const licences = (count: number): string => (count === 1 ? '1 licens' : `${n(count)} licenser`);

/** Words of a VIP customer's order and authorization history. */
export const vipHistory = {
  waiting: 'Väntar',
  none: {
    title: 'Ingen historik ännu',
    sentence: 'Här samlas auktoriseringar, order och returer.',
  },
  orderBy: (day: string) => `order senast ${day}`,
  ordered: (what: string) => `Order ${what}`,
  renewed: (count: number) => `Förlängd, ${licences(count)}`,
  placedBy: (name: string) => `Lagd i LWS av ${name}.`,
  listedBy: (name: string) => `Inläst ur en lista av ${name}.`,
  invoicedBy: (name: string) => `Noterad ur en faktura av ${name}.`,
  number: (number: string) => `Order ${number}.`,
  returnUntil: (day: string) => `Retur till och med ${day}.`,
  returnClosed: (day: string) => `Returfristen gick ut ${day}.`,
  level: (level: string) => `Nivå ${level}`,
  withdrawn: 'Tillbakadragen auktorisering',
  expired: 'Auktorisering som gått ut',
  removed: 'Borttagen produkt',
  'return-asked': 'Begärd retur',
  'return-granted': 'Retur beviljad',
  'return-denied': 'Retur nekad',
  'renewal-closed': 'Resten förlängs inte',
  'renewal-declined': 'Kunden förlänger inte',
  lapses: (what: string, day: string) => `${what} upphör efter ${day}.`,
  lapsed: (what: string, day: string) => `${what} upphörde efter ${day}.`,
  without: (names: string) => `Utan licens: ${names}.`,
  users: (count: number) => (count === 1 ? '1 användare' : `${n(count)} användare`),
  others: (count: number) => `${n(count)} till`,
  correct: 'Rätta ordern',
  askReturn: 'Begär returauktorisering',
  noteReturn: 'Notera en begärd retur',
  grant: 'Notera beviljad',
  deny: 'Notera nekad',
  referenceIs: (number: string) => `Adobes nummer ${number}.`,
  granted: 'Returen är beviljad',
  denied: 'Returen är nekad',
  notSo: 'Det stämmer inte',
  waitsAgain: 'Auktoriseringen väntar på order igen',
  reopen: 'Svaret var fel',
  reopened: 'Returen väntar på svar igen',
  waits: (day: string) => `Väntar på svar sedan ${day}.`,
  returnedPart: (count: number, all: number) =>
    `${n(count)} av ${n(all)} är ${count === 1 ? 'returnerad' : 'returnerade'}.`,
  returnedAll: 'Allt är returnerat: Adobe kallar ordern annullerad.',
  by: (what: string, name: string) => (name === '' ? what : `${what}, ${name}`),
};
