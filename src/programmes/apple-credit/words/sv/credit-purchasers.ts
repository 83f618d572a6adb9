import { countIn } from '#core/language/count.ts';

const n = countIn('sv');

/** Words of the register of content purchasers and of their accounts. */
export const creditPurchasers = {
  purchasers: {
    title: 'Innehållsköpare',
    sub: 'Apple kontrollerar kontot innan krediten levereras',
    link: 'Innehållsköpare',
    linkDetail: 'Vilka konton Apple har godkänt',
    add: 'Ny innehållsköpare',
    filter: 'Visa',
    all: 'Alla',
    states: { rejected: 'Avvisad', checking: 'Kontrolleras', valid: 'Giltig', unknown: 'Okänd' },
    groups: {
      rejected: 'Avvisade av Apple',
      checking: 'Kontrolleras',
      valid: 'Giltiga',
      unknown: 'Inget svar från Apple än',
    },
    since: (day: string) => `Sedan ${day}`,
    rejected: (number: string, day: string) =>
      number === '' ? `Avvisad ${day}.` : `Order ${number} avvisades ${day}.`,
    ordered: (amount: string) => (amount === '' ? 'Beställd' : `${amount} beställt`),
    confirmed: (day: string) => `godkänd ${day}`,
    orders: (count: number) => (count === 0 ? 'inga order' : `${n(count)} order`),
    managers: { '': '', school: 'Apple School Manager', business: 'Apple Business Manager' },
    again: 'Beställ igen med ett annat konto',
    emptyTitle: 'Inga innehållsköpare än',
    emptySentence: 'De kommer hit med orderna, eller läggs till för hand.',

    gone: 'Innehållsköparen finns inte här.',
    goneSentence: 'Den kan ha fått ett annat Apple-ID, eller inte ha synkat hit än.',
    toList: 'Till innehållsköparna',
    edit: 'Ändra uppgifter',
    verdict: {
      rejected: 'Apple godtog inte kontot. Rätta det hos Apple, eller beställ igen med ett annat.',
      checking:
        'Apple kontrollerar kontot. Svaret kommer med mejlet, eller genom att ordern avvisas.',
      valid: 'Apple har godkänt kontot. Nya order kan gå till det.',
      unknown: 'Apple har inte sagt något om kontot. Det kontrolleras med den första ordern.',
    },
    isValid: 'Kontot är giltigt',
    isRejected: 'Avvisat av Apple',
    validTitle: 'Kontot är giltigt',
    validHint: 'Order som väntar på kontrollen blir godkända.',
    rejectedTitle: 'Kontot är avvisat',
    rejectedHint: 'Order som väntar på kontrollen blir avvisade. Skriv vad Apple sade.',
    saved: { validated: 'Kontot är giltigt', rejected: 'Kontot är avvisat' },
    facts: 'Uppgifter',
    name: 'Namn',
    appleId: 'Apple-ID',
    institution: 'Institution',
    manager: 'Registrerad i',
    noManager: 'Inte angivet',
    ordersLabel: 'Order',
    newTitle: 'Ny innehållsköpare',
    editTitle: 'Ändra innehållsköpare',
    save: 'Spara',
    added: 'Innehållsköparen är tillagd',
    changed: 'Ändringen är sparad',
    sameAs: 'Det här är samma som …',
    sameAsTitle: (name: string) => `${name} är samma som`,
    sameAsHint: 'Välj vem. Sedan väljer du vilket Apple-ID som gäller.',
    mergeWhich: 'Apple-ID som gäller',
    mergeOrders: (count: number) =>
      count === 0 ? 'Står inte på någon order' : `Står på ${n(count)} order`,
    mergeMeans: (name: string, appleId: string, other: string, count: number) =>
      `De blir en innehållsköpare, ${name}, med alla order och anteckningar. ${
        count === 0
          ? `${other} tas bort ur listan.`
          : `${n(count)} order med ${other} får ${appleId}.`
      }`,
    merge: 'Slå ihop',
    mergeBack: 'Välj någon annan',
    merged: (appleId: string, count: number) =>
      count === 0 ? `De är en nu, ${appleId}` : `De är en nu, ${appleId} på ${n(count)} order till`,
    mergeUndone: 'Sammanslagningen ångrad',
    askTitle: 'Samma person?',
    askSentence: (was: string, now: string, count: number) =>
      count === 0
        ? `${was} blir ${now}.`
        : `${was} blir ${now}. ${n(count)} order till har det gamla Apple-ID:t och rättas med om det är samma person.`,
    askName: (was: string, now: string) => `Namnet ${was} blir ${now}.`,
    samePersonNamed: 'Samma person, rättade uppgifter',
    samePerson: 'Samma person, rättat Apple-ID',
    anotherPerson: 'En annan innehållsköpare',
    corrected: (count: number) => `Apple-ID rättat, i registret och på ${n(count)} order`,

    fromRegister: 'Ur registret',
    chooseOther: 'Skriv själv',
    validAccount: (day: string) => `Giltigt konto sedan ${day}.`,
    rejectedAccount: (day: string) => `Apple avvisade kontot ${day}. Välj ett annat.`,
  },
};
