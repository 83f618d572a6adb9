import { countIn } from '#core/language/count.ts';

const n = countIn('sv');

/**
 * What ends a token besides its last day (apple.md §1.3, §1.4; seed 001), in the order of how often
 * it happens.
 */
export const tokenKills = [
  'Lösenordet byts på kontot som hämtade den, eller går ut.',
  'Personen slutar, kontot stängs eller dess domän byts.',
  'Någon återkallar den hos Apple, eller Apple gör det.',
  'Den läses in i ett annat system: tilldelningar och användare kan gå förlorade.',
];

/** Words of the note with which a token is handed over, to be printed (B4). */
export const tokenNote = {
  title: 'Överlämningsblad',
  detail: 'Att skriva ut och lägga i kassaskåpet',
  lead: 'Allt som den som tar över behöver veta. Inget hemligt står på bladet.',
  print: 'Skriv ut',
  heading: (name: string) => `VPP-token ${name}`,
  written: (day: string, workspace: string) => `${workspace}, ${day}`,
  facts: 'Token',
  alsoIn: 'Finns även i',
  state: 'Läge',
  downloaded: 'Hämtad',
  by: (name: string, day: string) => `${day}, av ${name}`,
  holders: 'Har åtkomst till kontot',
  few: 'Minst två bör ha åtkomst. Skriv vem mer som ska få det:',
  where: 'Här hämtas en ny',
  signIn: (account: string) =>
    account === ''
      ? 'Logga in på school.apple.com eller business.apple.com med kontot.'
      : `Logga in på school.apple.com eller business.apple.com som ${account}.`,
  goTo: 'Gå till Inställningar, Betalningar och fakturering, Appar och böcker.',
  download: 'Under Innehållstoken, välj Hämta vid platsen.',
  renewal: 'Förnyelsen',
  progress: (done: number, of: number) =>
    done === 0 ? 'Inte påbörjad' : `${n(done)} av ${n(of)} klara`,
  begin: (day: string) => `Börja senast ${day}.`,
  kills: 'Det här gör att den slutar gälla',
  lastDay: (day: string) => `Året går ut: ${day} är sista dagen.`,
  byHand: 'Fylls i för hand',
  password: 'Var lösenordet finns (aldrig själva lösenordet)',
  secondFactor: 'Koden vid inloggning kommer till',
  handedOver: 'Överlämnat av: datum, underskrift',
  takenOver: 'Mottaget av: datum, underskrift',
};
