import { countIn } from '#core/language/count.ts';

const n = countIn('sv');

const codes = (count: number): string => (count === 1 ? '1 kod' : `${n(count)} koder`);
const orders = (count: number): string => (count === 1 ? '1 order' : `${n(count)} order`);
const licences = (count: number): string => (count === 1 ? '1 licens' : `${n(count)} licenser`);
const users = (count: number): string => `${n(count)} användare`;
/** Words of what was done to many records at once, and of taking it back. */
export const acts = {
  label: 'Steg som kan ångras',
  how: 'Det som gjordes på den här enheten de senaste 30 dagarna. Importer ångras under Import.',
  names: {
    'handed-out': (count: number) => `${codes(count)} ${count === 1 ? 'utlämnad' : 'utlämnade'}`,
    'resend-requested': (count: number) => `Återsändning begärd för ${orders(count)}`,
    resent: (count: number) => `Återsänd kredit har kommit, ${orders(count)}`,
    validated: () => 'Innehållsköpare godkänd',
    rejected: () => 'Innehållsköpare avvisad',
    restored: (count: number) =>
      count === 1 ? '1 post återställd' : `${n(count)} poster återställda`,
    'licences-given': (count: number) =>
      `${licences(count)} ${count === 1 ? 'tilldelad' : 'tilldelade'}`,
    'licences-taken-back': (count: number) =>
      `${licences(count)} ${count === 1 ? 'tagen' : 'tagna'} tillbaka`,
    'apps-gone': (count: number) =>
      `Appen borta, ${licences(count)} ${count === 1 ? 'ledig' : 'lediga'}`,
    deployed: (count: number) =>
      count === 1 ? 'Distribution ändrad' : `Distribution ändrad, ${licences(count - 1)} berörs`,
    invited: (count: number) => `${users(count)} ${count === 1 ? 'inbjuden' : 'inbjudna'}`,
    reminded: (count: number) => `${users(count)} ${count === 1 ? 'påmind' : 'påminda'}`,
    accepted: (count: number) => `Villkoren godkända av ${users(count)}`,
    retired: (count: number) => `${users(count)} ${count === 1 ? 'avslutad' : 'avslutade'}`,
    returned: (count: number) => `${users(count)} tillbaka`,
  },
  /** What was written down here alone, and not done at Apple by it. */
  noted: {
    'licences-given': (count: number) =>
      `${licences(count)} ${count === 1 ? 'antecknad som tilldelad' : 'antecknade som tilldelade'}`,
    'licences-taken-back': (count: number) =>
      `${licences(count)} ${count === 1 ? 'antecknad som tillbakatagen' : 'antecknade som tillbakatagna'}`,
  },
  /** A deployment that was made, and the licences that it moves beside itself. */
  newDeployment: (count: number) =>
    count === 1 ? 'Ny distribution' : `Ny distribution, ${licences(count - 1)} berörs`,
  /** Which record, and that there are more. */
  andMore: (name: string, more: number) => (more === 0 ? name : `${name} och ${n(more)} till`),
  stays: (changed: number, all: number) =>
    `${n(changed)} av ${n(all)} tas inte tillbaka: ändrade sedan dess`,
  undo: 'Ångra',
  undoThis: (name: string) => `Ångra: ${name}`,
  all: (count: number) => `Visa alla ${n(count)}`,
  reason: 'Ångrat',
  undone: 'Steget är ångrat',
  undoneHandOut:
    'Steget är ångrat, och koderna är fria. Har någon redan fått dem, lämna inte ut dem en gång till.',
  undoneSome: (changed: number, all: number) =>
    `${n(changed)} av ${n(all)} togs inte tillbaka: ändrade sedan dess`,
  nothing: 'Inget togs tillbaka: allt är ändrat sedan dess',
  failed: 'Det gick inte att ångra allt. Försök igen under Papperskorg.',
};
