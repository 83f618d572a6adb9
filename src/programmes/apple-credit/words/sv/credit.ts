import { countIn } from '#core/language/count.ts';
import { creditOrder } from './credit-order.ts';
import { creditForms } from './credit-forms.ts';
import { creditCodes } from './credit-codes.ts';
import { creditPurchasers } from './credit-purchasers.ts';
import { notUnderstood } from '#ui/words/sv/not-understood.ts';
import { refusals } from '#ui/words/sv/refusals.ts';
import type { CreditProblem } from '#programmes/apple-credit/rules/credit-problem.ts';
import type { CommonProblem } from '#core/result.ts';

const n = countIn('sv');

const days = (count: number): string => (count === 1 ? '1 dag' : `${n(count)} dagar`);

/** Words of credit orders, their codes and batches, and the rule behind their dates. */
export const credit = {
  title: 'Kredit',
  detail: 'Vald order',
  newOrder: 'Ny order',
  orderNumber: (number: string) => `order ${number}`,
  vppCredit: 'VPP-kredit',
  noAmount: 'Utan belopp',
  noOrderNumber: 'Utan ordernummer',
  withoutNumber: 'utan ordernummer',

  list: {
    unredeemed: 'Ej inlöst',
    orders: (count: number) => `${n(count)} order`,
    bar: (total: string, parts: string) => `${total} är inte inlöst: ${parts}.`,
    parts: {
      downloaded: (sum: string) => `${sum} hämtat`,
      inbox: (sum: string) => `${sum} i inkorgen`,
      ordered: (sum: string) => `${sum} beställt`,
      expired: (sum: string) => `${sum} utgånget`,
    },
    groups: {
      expired: 'Utgången ur inkorgen',
      inbox: 'I säkra inkorgen',
      ordered: 'Beställd, väntar på mejlet',
      downloaded: 'Hämtad, ej inlöst',
      redeemed: 'Inlöst',
      draft: 'Utkast',
      ended: 'Avbruten, avvisad eller borttappad',
    },
    saveCsv: 'Spara listan som kalkylblad (.csv)',
    csvName: 'volym-kredit',
    csvState: 'Läge',
    csvStands: 'Så står det',
    csvLastDay: 'Sista dag i inkorgen',
    csvAsked: 'Återsändning begärd',
    csvMeets: 'Kan vara samma order som',
    sum: (count: number, sum: string) => `${n(count)} order, ${sum}`,
    resend: (count: number) =>
      count === 1 ? 'Återsänd' : count === 2 ? 'Återsänd båda' : `Återsänd alla ${n(count)}`,
    more: (count: number) => `Visa ${n(count)} till`,
    expiredOn: (day: string) => `utgick ${day}`,
    until: (day: string) => `till ${day}`,
    untilProvisional: (day: string) => `till ${day}, preliminärt`,
    downloadedOn: (day: string) => `hämtad ${day}`,
    requestedOn: (day: string) => `begärd ${day}`,
    days,
    daysLate: (count: number) => (count === 1 ? '1 dag sen' : `${n(count)} dgr sen`),
    lastDay: 'Sista dagen',
    batches: 'Appkoder',
    free: (count: string) => (count === '1' ? '1 fri' : `${count} fria`),
    noneFree: 'Inga fria',
    batchDetail: (count: string, order: string) =>
      [
        count === '1' ? '1 kod' : `${count} koder`,
        ...(order === '' ? [] : [`order ${order}`]),
      ].join(' · '),
    emptyTitle: 'Inga order än',
    emptySentence: 'Här syns varje VPP-kredit, hur länge den kan hämtas och om den är inlöst.',
    emptyImport: 'Importera kalkylblad',
    chooseTitle: 'Ingen order är vald',
    choose: 'Här visas ordern, stegen och dagarna.',
  },

  state: {
    draft: 'Utkast',
    ordered: 'Beställd',
    validated: 'Kontot godkänt',
    ready: 'Ej hämtad',
    expired: 'Utgången',
    downloaded: 'Hämtad',
    redeemed: 'Inlöst',
    spent: 'Förbrukad',
    rejected: 'Avvisad',
    'resend-requested': 'Begärd igen',
    lost: 'Borttappad',
    cancelled: 'Avbruten',
    hasCode: 'Kod finns',
  },

  notUnderstood,

  /** A day before the one on which the order was placed. */
  beforeTheOrderOf: (day: string) =>
    `Dagen ligger före beställningen ${day}. Kontrollera året, eller rätta orderdagen först.`,
  problems: {
    ...refusals,
    'not-an-amount': 'Skriv beloppet med siffror, till exempel 25 000 eller 25000,50.',
    'not-a-day': 'Välj en dag. Skriv hela årtalet.',
    'day-in-the-future': 'Dagen ligger i framtiden.',
    'before-the-request':
      'Dagen ligger före begäran. Kontrollera dagen, eller rätta begäran först.',
    'before-the-order':
      'Dagen ligger före beställningen. Kontrollera året, eller rätta orderdagen först.',
    'after-what-followed':
      'Dagen ligger efter det som hänt med ordern sedan. Kontrollera året, eller rätta det steget först.',
    'after-code-was-used':
      'En av orderns koder lämnades ut eller löstes in före den dagen. Kontrollera året, eller rätta koden först.',
    'apple-id-needed': 'Skriv innehållsköparens Apple-ID. Dit sänder Apple krediten.',
    'not-an-apple-id': 'Ett Apple-ID är en e-postadress. Apple avvisar ordern om det är fel.',
    'not-an-address': 'Länken börjar med https:// och står i mejlet från Apple.',
    'required-by-apple': 'Apple kräver den här uppgiften.',
    'required-by-own-store': 'Egen store behöver det Apple-ID som köpte.',
    'reason-needed': 'Skriv varför, det står kvar i historiken.',
    'step-is-gone': 'Steget är redan ändrat på en annan enhet.',
    'already-ordered': 'Ordern är redan beställd. Rätta det steget om dagen är fel.',
    'already-redeemed': 'Krediten är redan inlöst. Rätta det steget först.',
    'receiver-needed': 'Skriv vem som får koden.',
    'purchaser-is-here': 'En innehållsköpare med det Apple-ID:t finns redan.',
    'account-changed-since': 'Ordern har fått en annan innehållsköpare sedan dess.',
    'not-saved-yet': 'Inget är sparat än. Svara på frågan om innehållsköparen.',
    'name-needed': 'Skriv ett namn.',
    'code-needed': 'Skriv koden.',
    'not-a-code': 'En kod har bara bokstäver A till Z och siffror.',
    'code-too-short': 'Koden är för kort. Den har minst 8 tecken.',
    'code-too-long': 'Koden är för lång. Den har högst 20 tecken.',
    'code-is-here': 'Koden finns redan på den här ordern.',
    'code-is-elsewhere': 'Koden finns redan på en annan order.',
    'already-handed-out': 'Koden är redan utlämnad. Rätta det steget i stället.',
    'vault-locked': 'Koderna låstes. Lås upp och försök igen.',
    'cannot-open': 'Koden kunde inte öppnas med nycklarna på den här enheten. Inget är ändrat.',
    'holds-another-text': 'Det som är inlåst här är ingen inlösningskod, så det visas inte.',
    'deputy-is-owner': 'Välj någon annan än den ansvariga som ersättare.',
    'owner-needed': 'Välj först vem som är ansvarig.',
  } satisfies Record<CreditProblem['code'] | 'unknown', string> &
    Partial<Record<CommonProblem['code'], string>>,

  ...creditOrder,
  ...creditForms,
  ...creditCodes,
  ...creditPurchasers,
};
