import type { InboxEdition } from '#programmes/apple-credit/rules/editions.ts';
import { countIn } from '#core/language/count.ts';

type OfEachEdition = Readonly<Record<InboxEdition['id'], string>>;

const n = countIn('sv');

const days = (count: number): string => (count === 1 ? '1 dag' : `${n(count)} dagar`);

/**
 * Words of an order's own screen: its days, its life, its facts and history, and the rule behind
 * its dates.
 */
export const creditOrder = {
  order: {
    /** Follows the number of days; follows "I dag" if none is left. */
    left: (count: number) =>
      count === 0 ? 'är sista dagen' : count === 1 ? 'dag kvar' : 'dagar kvar',
    inInbox: 'i säkra inkorgen',
    provisionally: 'preliminärt räknat',
    late: (count: number) => (count === 1 ? 'dag sedan krediten' : 'dagar sedan krediten'),
    leftInbox: 'gick ur inkorgen',
    orderedAgo: (count: number) => (count === 1 ? 'dag över tiden,' : 'dagar över tiden,'),
    countedFromOrder: 'räknat från ordern',
    dayOf: (day: number, of: number) => `dag ${day} av ${of}`,
    tape: (day: number, of: number, left: number, last: string) =>
      left === 0
        ? `${day} av ${of} dagar har gått. Sista dagen är i dag, ${last}.`
        : left > 0
          ? `${day} av ${of} dagar har gått, ${days(left)} återstår, till ${last}.`
          : `De ${of} dagarna tog slut för ${days(-left)} sedan. Sista dagen var ${last}.`,
    tapeProvisional: 'Räknat preliminärt från orderdatum, tills mejlets dag är ifylld.',
    /** A7: what the ninety days are, and what they are not. */
    meaning:
      'Så länge kan krediten hämtas ur inkorgen. Den hämtade koden är inte bunden till de dagarna.',
    provisional: 'Räknas från orderdatum tills du fyller i vilken dag mejlet kom.',
    whyThisDate: 'Så räknas dagen',
    inbox: 'Säkra inkorgen',
    inboxAddLink: 'Lägg till länk',
    addCode: 'Lägg in kod',
    mailCame: 'Mejlet har kommit',
    resend: 'Återsänd kredit',
    again: 'Beställ igen',
    allWaiting: 'Alla som väntar',
    showCode: 'Visa kod',
    showCodes: 'Visa koderna',
    markRedeemed: 'Markera som inlöst',
    markOrdered: 'Markera som beställd',
    downloadedWithoutCode: 'Koden är hämtad men ligger inte i Volym.',
    downloadedTitle: 'Hämtad, ej inlöst',
    downloadedSentence: 'Lös in koden i Appar och böcker. Det finns ingen sista dag för det.',
    redeemedTitle: (day: string) =>
      day === '' ? 'Inlöst, filen säger inte vilken dag' : `Inlöst ${day}`,
    spentTitle: (day: string) => `Förbrukad ${day}`,
    redeemedSentence: (account: string) => (account === '' ? '' : `På kontot ${account}`),
    draftTitle: 'Utkast',
    draftSentence: (have: number, of: number) =>
      `${have} av ${of} uppgifter som behövs är ifyllda.`,
    draftContinue: 'Fyll i resten',
    endedSentence: 'Inget mer att göra. Blev det fel kan steget tas tillbaka under Orderns steg.',
    expiredOwnStore:
      'Köpt i er egen Apple Online Store: välj Konto, Kontrollera beställningsstatus och Återsänd kredit.',
    expiredAppleCare:
      'AppleCare återsänder krediten. Skicka formuläret Business and Education Support med VPP-kreditnumret.',
    expiredUnknown:
      'Köpt i egen Apple Online Store: återsänd den där. Annars gör AppleCare det. Fyll i var den köptes så visas rätt väg.',
    waitingTitle: 'Återsändning begärd',
    waitingSentence: 'När det nya mejlet kommer börjar 90 nya dagar.',
    gone: 'Ordern finns inte här.',
    goneSentence:
      'Den kan ligga i papperskorgen, eller ha kommit från en annan enhet som inte har synkat än.',
    toList: 'Till krediten',
    trashed: 'Den ligger i papperskorgen.',
    trashedSentence: 'Där kan den läggas tillbaka.',
    restore: 'Återställ den',
  },

  life: {
    label: 'Orderns steg',
    done: 'klart',
    now: 'nu',
    later: 'senare',
    stopped: 'avslutad',
    lastDay: (day: string) => `senast ${day}`,
    lastDayProvisional: (day: string) => `senast ${day}, preliminärt`,
    wasLastDay: (day: string) => `sista dag ${day}`,
    noDay: 'dag saknas',
    dayUnsaid: 'filen säger inte vilken dag',
    stages: {
      ordered: { done: 'Beställd', now: 'Beställ krediten', later: 'Beställd' },
      validated: {
        done: 'Kontot godkänt',
        now: 'Apple kontrollerar kontot',
        later: 'Kontot godkänt',
      },
      ready: {
        done: 'Klar i säkra inkorgen',
        now: 'Mejlet till säkra inkorgen',
        later: 'Klar i säkra inkorgen',
      },
      downloaded: {
        done: 'Kalkylbladet hämtat',
        now: 'Hämta kalkylbladet',
        later: 'Hämta kalkylbladet',
      },
      redeemed: {
        done: 'Inlöst i Appar och böcker',
        now: 'Lös in i Appar och böcker',
        later: 'Lös in i Appar och böcker',
      },
      spent: { done: 'Förbrukad', now: 'Förbrukad', later: 'Förbrukad' },
      'resend-requested': {
        done: 'Återsändning begärd',
        now: 'Begär återsändning',
        later: 'Begär återsändning',
      },
      resent: {
        done: 'Klar i säkra inkorgen igen',
        now: 'Vänta på det nya mejlet',
        later: 'Klar i inkorgen igen',
      },
      rejected: { done: 'Avvisad av Apple', now: 'Avvisad av Apple', later: 'Avvisad av Apple' },
      lost: { done: 'Borttappad', now: 'Borttappad', later: 'Borttappad' },
      cancelled: { done: 'Avbruten', now: 'Avbruten', later: 'Avbruten' },
    },
    orderedBy: (who: string, channel: string) =>
      [who, channel].filter((part) => part !== '').join(', '),
    channels: {
      '': '',
      apple: 'hos Apple',
      'own-store': 'i egen store',
      reseller: 'hos återförsäljaren',
    },
    validated: 'Apple har kontrollerat innehållsköparen',
    mailTo: (address: string) =>
      address === '' ? 'Mejl med länk till inkorgen' : `Mejl till ${address}`,
    containsCode: 'Innehåller orderns inlösningskod',
    redeemedOn: (account: string, place: string) =>
      [account, place].filter((part) => part !== '').join(', '),
    corrected: (reason: string) => `Rättad: ${reason}`,
    menu: (stage: string) => `${stage}, fler val`,
    enterDay: 'Fyll i dagen',
    correct: 'Rätta',
    takeBack: 'Ta tillbaka',
  },

  facts: {
    label: 'Uppgifter',
    purchaser: 'Innehållsköpare',
    purchaserAppleId: 'Innehållsköparens Apple-ID',
    institution: 'Institution',
    boughtFrom: 'Köpt från',
    channels: {
      apple: 'Apple',
      'own-store': 'Egen Apple Online Store',
      reseller: 'Auktoriserad återförsäljare',
    },
    reseller: 'Återförsäljare',
    buyerAppleId: 'Apple-ID som köpte',
    orderNumber: 'Ordernummer',
    creditNumber: 'VPP-kreditnummer',
    purchaseOrderNumber: 'Inköpsordernummer',
    orderDate: 'Orderdatum',
    inboxLink: 'Länk till säkra inkorgen',
    owner: 'Ansvarig',
    deputy: 'Ersättare',
    fromFileRow: (row: number) => `rad ${row} i kalkylbladet`,
    importedFrom: 'Se importen',
  },

  history: {
    label: 'Historik',
    note: 'vem ändrade vad',
    changed: (field: string, from: string, to: string) =>
      from === ''
        ? `${field}: ${to}`
        : to === ''
          ? `${field}: ${from} togs bort`
          : `${field}: ${from} blev ${to}`,
    changedSecret: (field: string) => `${field} ändrades`,
    /** An answer to a question; for a secret field without the value. */
    answered: (field: string, value: string, others: string, count: number) =>
      [
        'Svar på en fråga:',
        field,
        value,
        ...(others === '' ? [] : [`(${count === 1 ? 'det andra' : 'de andra'} var ${others})`]),
      ]
        .filter(Boolean)
        .join(' '),
    nothing: 'tomt',
    by: (who: string, when: string) => `${who}, ${when}`,
    stepCorrected: (stage: string, day: string, reason: string) =>
      `${stage} rättades${day === '' ? '' : ` till ${day}`}: ${reason}`,
    stepTakenBack: (stage: string, reason: string) => `${stage} togs tillbaka: ${reason}`,
    more: (count: number) => `Visa ${n(count)} till`,
    /** One that this version has no name for. */
    otherField: 'En annan uppgift',
    fields: {
      amount: 'Kreditvärde',
      currency: 'Valuta',
      institution: 'Institution',
      purchaserName: 'Innehållsköpare',
      purchaserAppleId: 'Innehållsköparens Apple-ID',
      channel: 'Köpt från',
      reseller: 'Återförsäljare',
      buyerAppleId: 'Apple-ID som köpte',
      orderNumber: 'Ordernummer',
      creditNumber: 'VPP-kreditnummer',
      purchaseOrderNumber: 'Inköpsordernummer',
      orderDate: 'Orderdatum',
      inboxLink: 'Länk till säkra inkorgen',
      inboxEdition: 'Regel för inkorgen',
      owner: 'Ansvarig',
      deputy: 'Ersättare',
      origin: 'Import',
    },
  },

  assign: {
    title: 'Ansvarig och ersättare',
    hint: 'Ersättaren ser ordern bland sina egna. Båda väljs bland arbetsplatsens personer.',
    nobody: 'Ingen',
    save: 'Spara',
    saved: 'Ansvaret är sparat',
  },

  menu: {
    edit: 'Ändra uppgifter',
    assign: 'Ansvarig och ersättare',
    addCode: 'Lägg in en kod till',
    codes: 'Visa koderna',
    lost: 'Borttappad',
    cancel: 'Avbryt ordern',
    rejected: 'Avvisad av Apple',
    spent: 'Markera som förbrukad',
    history: 'Historik',
    trash: 'Lägg i papperskorgen',
    rename: 'Byt namn',
    trashedOrder: 'Ordern ligger i papperskorgen',
    trashedBatch: 'Koderna ligger i papperskorgen',
  },

  rule: {
    title: (day: string) => `Hämta senast ${day}`,
    titlePlain: 'Dagar i säkra inkorgen',
    /** Text between asterisks is bold. */
    from: (day: string, count: string) =>
      `Mejlet kom *${day}*, plus *${count}*. Sista dagen räknas.`,
    fromOrder: (day: string, count: string) =>
      `Beställd *${day}*, preliminärt plus *${count}*. Sista dagen räknas. Fyll i mejlets dag så räknas det från den.`,
    after: (day: string) => `Den ${day} har krediten gått ur inkorgen och kan bara återsändas.`,
    plain: (count: string) => `Räknas från mejlets dag, plus ${count}. Sista dagen räknas.`,
    days,
    theRule: 'Regeln',
    programme: 'Program',
    programmeName: 'VPP-kredit från Apple',
    number: 'Dagar i säkra inkorgen',
    source: 'Källa',
    edition: 'Version',
    sources: {
      'apple-credit.inbox-90': 'Apple, Skaffa VPP-kredit',
    } satisfies OfEachEdition,
    editions: {
      'apple-credit.inbox-90': '90 dagar, enligt källan',
    } satisfies OfEachEdition,
    since: 'Gäller',
    sinceAlways: 'så länge källan har funnits',
    warns: 'Varnar på Frister',
    warnsFrom: (day: number) => `från dag ${day}`,
    notLife:
      'Dagarna är tiden att hämta kalkylbladet ur inkorgen. Apple anger ingen sista dag för en hämtad kod.',
  },
};
