import { countIn } from '#core/language/count.ts';

const n = countIn('sv');

/** Words of the trash: what is there, until when, and how it comes back or goes for good. */
export const trash = {
  joinedTo: 'Den är samma order som en annan. Visa den',
  title: 'Papperskorg',
  lead: (days: number) =>
    `Det som tas bort ligger kvar i ${n(days)} dagar, koder tills någon tar bort dem`,
  leadPlain: (days: number) => `Det som tas bort ligger kvar i ${n(days)} dagar`,
  detail: 'Vald post',
  soon: 'Försvinner snart',
  left: 'Kvar',
  stays: 'Försvinner inte av sig själv',
  days: (count: number) =>
    count === 0 ? 'sista dagen' : count === 1 ? '1 dag' : `${n(count)} dagar`,
  since: (kind: string, day: string) => `${kind} · ${day}`,
  edits: 'En borttagning går aldrig före en ändring som gjordes på en annan enhet.',
  badge: 'Borttagen',
  by: (name: string, when: string) =>
    name === '' ? `Togs bort ${when}` : `${name} tog bort den ${when}`,
  until: (day: string) => `Kan återställas till och med ${day}.`,
  untilStays: 'Ligger kvar tills du återställer den eller tar bort den för gott.',
  untilRestored: 'Ligger kvar tills du återställer den.',
  why: {
    asked: 'En fråga om posten väntar på svar. Den tas inte bort så länge.',
    'has-log':
      'Här finns koder som någon har sett, lämnat ut eller löst in. Loggen sparas, så den kan inte tas bort.',
    'has-codes':
      'Här finns koder. De försvinner inte av sig själva, eftersom en kod inte har någon sista dag.',
  },
  holds: (count: number) => (count === 1 ? '1 kod följer med.' : `${n(count)} koder följer med.`),
  comeWith: (count: number) =>
    count === 1
      ? '1 auktorisering, order eller retur följer med.'
      : `${n(count)} auktoriseringar, order och returer följer med.`,
  restored: (what: string) => `${what} är tillbaka`,
  forGood: 'Ta bort för gott',
  forGoodTitle: (what: string) => `Ta bort ${what} för gott?`,
  forGoodText:
    'Posten och dess historik försvinner på alla enheter. Finns den i en säkerhetskopia ligger den kvar där.',
  codesGo: (count: number) =>
    count === 1
      ? 'Inlösningskoden i den försvinner också.'
      : `De ${n(count)} inlösningskoderna i den försvinner också.`,
  understood: 'Jag förstår att det inte går att ångra.',
  gone: (what: string) => `${what} är borttagen för gott`,
  emptyIt: 'Töm papperskorgen',
  emptyTitle: 'Töm papperskorgen?',
  emptyText: (count: number, codes: number) =>
    `${count === 1 ? '1 post' : `${n(count)} poster`}${codes === 0 ? '' : codes === 1 ? ' med 1 kod' : ` med ${n(codes)} koder`} försvinner för gott på alla enheter, med sin historik. Finns de i en säkerhetskopia ligger de kvar där.`,
  emptyNothing: 'Inget försvinner.',
  emptyKeeps: (count: number) =>
    count === 1 ? '1 post ligger kvar.' : `${n(count)} poster ligger kvar.`,
  keepsLog: 'Loggen över vem som sett, lämnat ut eller löst in en kod sparas.',
  keepsAsked: 'En obesvarad fråga måste få sitt svar först.',
  emptied: (gone: number, kept: number) =>
    [
      gone === 1 ? '1 post är borttagen' : `${n(gone)} poster är borttagna`,
      ...(kept === 0 ? [] : [`${n(kept)} ligger kvar`]),
    ].join(', '),
  notGone: {
    'has-log': 'Någon har använt en kod i den. Loggen sparas, så den ligger kvar.',
    asked: 'Svara på frågan om posten först.',
    'no-trash': 'Den är redan återställd.',
    'changed-since': 'Den har ändrats på en annan enhet och ligger kvar.',
    'record-is-gone': 'Den är redan borttagen.',
  },
  failed: 'Det gick inte att ta bort allt. Försök igen.',
  empty: 'Papperskorgen är tom',
  emptySentence: 'Det du tar bort, och importer som du ångrar, ligger här i trettio dagar.',
  chooseTitle: 'Inget är valt',
  choose: 'Här visas vad posten var, vem som tog bort den och hur länge den kan återställas.',
  missing: 'Posten ligger inte i papperskorgen.',
  missingSentence: 'Den kan vara återställd, eller borttagen för gott.',
};
