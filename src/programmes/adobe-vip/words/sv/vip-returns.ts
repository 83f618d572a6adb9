import { countIn } from '#core/language/count.ts';
import type { Sentences } from '#core/language/sentence.ts';
import type { CommonProblem } from '#core/result.ts';
import type { ReturnProblem } from '#programmes/adobe-vip/rules/return/return-rules.ts';
import type { VipProblem } from '#programmes/adobe-vip/rules/vip-problem.ts';

type Of = Exclude<ReturnProblem['code'], VipProblem['code']>;
type Else = (VipProblem | CommonProblem)['code'];

const n = countIn('sv');
const users = (count: number): string => (count === 1 ? '1 användare' : `${n(count)} användare`);

/**
 * Why something cannot go back, and what to do instead; everything else as in VIP's general
 * words.
 */
const problems = {
  'return-window-closed': ({ lastDay = '' }) =>
    `Sista dagen för retur var ${lastDay}. Välj en rad som går än.`,
  'return-before-order': ({ orderDate = '' }) =>
    `Ordern lades ${orderDate}, och inget går tillbaka före det. Ange den dagen eller en senare.`,
  'return-not-for-switch': () => 'En bytesorder returneras inte. Återställ bytet i stället.',
  'consumable-used': () => 'Det som är förbrukat tar Adobe inte tillbaka.',
  'quantity-not-whole': () => 'Välj hur många som ska tillbaka.',
  'return-exceeds-remaining': ({ remaining = 0 }) =>
    `Det finns bara ${n(remaining)} kvar att returnera på raden.`,
  'return-not-for-minimum-order': ({ remaining = 0, minimum = 0 }) =>
    `Erbjudandet kräver minst ${n(minimum)}. Returnera hela raden om ${n(remaining)}.`,
  'return-whole-lines-only': ({ remaining = 0 }) =>
    `Raden går bara att returnera hel, alla ${n(remaining)}.`,
  'below-commitment': ({ minimum = 0 }) =>
    `Treårsåtagandet kräver minst ${n(minimum)} licenser. Välj färre.`,
  'unassign-first': ({ users: count = 0 }) =>
    `Frigör ${users(Number(count))} först, i Admin Console.`,
  'only-reads': () => 'Den här enheten får bara läsa.',
} satisfies Sentences<Of> & Partial<Sentences<Else>>;

/** Words of the sheet that asks for a return. */
export const vipReturns = {
  title: 'Begär retur',
  sub: (name: string, level: string) => (level === '' ? name : `${name} · ${level}`),
  levelStays: (level: string, licences: number) => `nivå ${level} gäller även med ${n(licences)}`,
  levelFalls: (before: string, after: string, licences: number) =>
    `nivå ${before} blir nivå ${after} med ${n(licences)}`,
  product: 'Produkt',
  howMany: 'Hur många ska tillbaka?',
  owned: (count: number) => (count === 1 ? '1 ägd' : `${n(count)} ägda`),
  quantity: 'Antal',
  fewer: 'Färre',
  more: 'Fler',
  goes: (quantities: string) => `${quantities} går.`,
  everyUpTo: (most: number) => (most === 1 ? '1 går.' : `Alla antal från 1 till ${n(most)} går.`),
  wholeLines: 'Enligt den här regeln returneras en orderrad hel.',
  wholeConsumables: 'Förbrukningsprodukter returneras bara hela orderrader i taget.',
  parts: 'En del av en orderrad kan gå tillbaka.',
  instead: (quantity: number) => `${n(quantity)} går inte. Närmast är:`,
  used: 'Något av det är förbrukat',
  lines: 'Rader som kan gå tillbaka',
  days: (count: number) => `${n(count)} dagar från ordern`,
  line: (quantity: number, product: string) => `${n(quantity)} × ${product}`,
  partOfLine: (quantity: number, all: number, product: string) =>
    `${n(quantity)} av ${n(all)} × ${product}`,
  order: (number: string, day: string) =>
    number === '' ? `Order ${day}` : `Order ${number} · ${day}`,
  lastDay: (day: string) => `Sista dag ${day}`,
  ordered: (day: string) => `${day}, order`,
  tape: (passed: number, all: number, left: number, day: string) =>
    left === 0
      ? `${n(passed)} av ${n(all)} dagar har gått. Sista dagen är i dag, ${day}.`
      : `${n(passed)} av ${n(all)} dagar har gått, ${n(left)} återstår, till ${day}.`,
  unassign: (count: number) => `Frigör ${users(count)}`,
  unassignWhy: (assigned: number, left: number) =>
    `${n(assigned)} är ${assigned === 1 ? 'tilldelad' : 'tilldelade'}, ${n(left)} blir kvar:`,
  mayDeny: 'annars kan Adobe neka.',
  willDeny: 'annars tar Adobe inte emot returen.',
  stop: 'Returnerade licenser slutar fungera direkt.',
  who: 'Vilka har licenserna?',
  closed: {
    title: 'Inget kan gå tillbaka',
    sentence: 'Returfristen har gått ut, eller så är allt på ordern redan returnerat eller begärt.',
  },
  askedOn: 'Begärd hos Adobe',
  askedOnHint: 'Den dagen måste ligga inom returfristen.',
  reference: 'Adobes nummer på returen',
  referenceHint: 'Kan lämnas tomt. Det går att skriva in när Adobe har svarat.',
  grantHint: 'Kan lämnas tomt.',
  saveGrant: 'Spara',
  save: (count: number) => (count === 0 ? 'Skapa begäran' : `Skapa begäran om ${n(count)}`),
  saved: (count: number) => `Begäran om retur av ${n(count)} är skapad`,
  problems,
};
