import { countIn } from '#core/language/count.ts';

const n = countIn('sv');

const records = (count: number): string => (count === 1 ? '1 post' : `${n(count)} poster`);

/** Texts about overwriting what is on the server and cannot be opened here. */
export const writeOver = {
  offer: 'Skriv över dem',
  title: 'Skriv över på servern',
  what: (count: number) =>
    `${records(count)} ligger på servern i ett skick som den här enheten inte kan öppna. ${count === 1 ? 'Den' : 'De'} skrivs över med det som finns här.`,
  stays: (count: number) => `${records(count)} finns bara på servern och får ligga kvar.`,
  lost: 'Har någon skrivit något i dem som inte har kommit hit, är det borta, om det inte finns kvar på den enheten.',
  first:
    'Har någon enhet kvar de gamla nycklarna? Öppna Volym på den först. Då kommer allt tillbaka av sig självt.',
  nothing: 'Det finns inget kvar att skriva över.',
  button: (count: number) => `Skriv över ${records(count)}`,
  running: 'Skriver över',
  done: (done: number, of: number) => `${n(done)} av ${n(of)}`,
  written: (count: number) =>
    `${records(count)} ${count === 1 ? 'är överskriven' : 'är överskrivna'}.`,
  opened: (count: number) =>
    `${records(count)} går att öppna igen och ${count === 1 ? 'är kvar som den var' : 'är kvar som de var'}.`,
  left: (count: number) =>
    `${records(count)} fick vara: någon annan hann skriva, servern tog inte emot, eller nycklarna byts kanske just nu. Volym jämför dem igen.`,
  why: {
    'only-reads': 'Den här enheten får bara läsa. Be någon som får ändra.',
    'other-keys':
      'Servern kan ha nyare nycklar än den här enheten. Inget är skrivet. Synka, och försök igen.',
    lost: 'Synken började om på vägen. Det som hann skrivas är skrivet. Stäng, och försök igen om något är kvar.',
    failed:
      'Servern svarade inte hela vägen. Det som hann skrivas är skrivet. Försök igen om en stund.',
  },
};
