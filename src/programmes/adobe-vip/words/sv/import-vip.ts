import type { Sentences } from '#core/language/sentence.ts';
import { countIn } from '#core/language/count.ts';
import type { VipRowNote, VipRowReason } from '#programmes/adobe-vip/rules/row-reason.ts';

const n = countIn('sv');

const licences = (count: number): string =>
  `${n(count)} ${Math.abs(count) === 1 ? 'licens' : 'licenser'}`;

/** Those of a customer who have a licence for a product here. */
const holding = (count: unknown, product: unknown): string =>
  `${n(Number(count))} ${Number(count) === 1 ? 'person' : 'personer'} som har licens för ${String(product)} här`;

const they = (count: unknown): string => (Number(count) === 1 ? 'den' : 'de');

/**
 * What an import of VIP customers, authorizations, orders, prices and invoices says; the Swedish
 * source.
 */
export const importVip = {
  /** Whom the Admin Console's own list no longer names. */
  notListed: {
    title: (count: number) =>
      count === 1
        ? '1 person finns inte längre i listan'
        : `${n(count)} personer finns inte längre i listan`,
    why: 'De står kvar om du inte väljer dem. De som väljs tas bort med importen och kommer tillbaka om den ångras.',
    kept: {
      'not-in-unread':
        'Något av det som valdes läses inte, eller inte till slutet, så ingen erbjuds att tas bort.',
      'not-in-unnamed': 'En rad i listan säger inte vem den gäller, så ingen erbjuds att tas bort.',
      'not-in-older': 'De som kommit till här efter att filen skrevs erbjuds inte att tas bort.',
    },
    all: 'Välj alla',
    more: (count: number) => `Visa ${n(count)} till`,
  },
  savedAnswer: 'Inköpsauktoriseringar, sparat svar från Adobe Marketplace',
  how: {
    title: 'Listor för Adobe VIP',
    lead: 'Läs in en lista i taget. Du ser vad som händer innan något sparas.',
    customers: 'Kunder',
    customersHow:
      'I Reseller Console: Kunder, och ladda ner listan som .csv. VIP ID eller namn talar om vilken kund det är. Står produkt, licenstyp och antal på raden blir det kundens licenser, en rad för varje produkt.',
    authorizations: 'Inköpsauktoriseringar',
    authorizationsHow:
      'Kund, produkt, antal och den dag auktoriseringen skapades. Står bara driftsättningsdagen räknas tiden till order från den. Öppna auktoriseringar sparade från Marketplace (.json) går också bra.',
    orders: 'Order',
    ordersHow:
      'Ordernummer, kund, orderdatum, SKU eller produkt och antal. Har raden auktoriseringens nummer noteras den som beställd, annars den enda som väntar på så många. Förlänger order allt avslutas förlängningen.',
    prices: 'Prislista',
    pricesHow: 'SKU och pris. En nyare lista ersätter priset, det äldre står kvar i historiken.',
    invoices: 'Avstämningsrapport',
    invoicesHow:
      'Distributörens rapport från VIP Marketplace, med fakturor, returer och krediteringar. Sedan stämmer du av den mot dina order.',
    holders: 'Vem har licens',
    holdersHow:
      'I Admin Console: Användare, ⋯ och Exportera användarlista till CSV. Vem som har vilken av kundens produkter läggs till, och hur många de är. Listan säger sällan vilken kund den gäller: då frågar Volym. Listan över en enda produkts användare går också bra.',
    columns:
      'Kolumnerna får heta vad som helst: du kopplar dem själv, och kopplingen sparas till nästa gång. Tas listan för något annat väljer du vad den är under Läst som.',
  },
  headName: 'Kund eller produkt',
  headHolder: 'Vem',
  /** What changes is a count: how many have the product. */
  assignedOf: (product: string) => `${product}, tilldelade`,
  /** On the page of an import: how many were written down on a customer. */
  holdersCame: (count: number) => `${n(count)} som har licens`,
  holdersGone: (count: number) => `${n(count)} togs bort ur listan`,
  asksOwner: 'Vilken kund gäller listan?',
  asksOwnerWhy: 'Listan säger inte vilken kund de som har licens hör till.',
  groupCustomers: 'Kunder',
  chooseOwner: 'Välj kund',
  chooseOwnerFirst: 'Välj först vilken kund listan gäller.',
  asksColumns: 'Är kolumnerna rätt kopplade?',
  asksColumnsWhy: (heading: string) =>
    `Rubrikerna känns inte igen. Volym gissar utifrån kolumnen ”${heading}”. Koppla resten.`,
  asksColumnsOpen:
    'Rubrikerna känns inte igen. Välj vad listan är under Läst som, och koppla kolumnerna.',
  /** Where each row has a customer's number and an address of its own. */
  asksWhoseRows: {
    users: {
      title: 'Är det här de som har licenser?',
      why: 'Varje rad har numret på en kund och en egen person. Är raderna ändå kunder, välj det under Läst som.',
    },
    unclear: {
      title: 'Är raderna kunder?',
      why: 'Samma kund har flera e-postadresser, och den första blir administratörens. Är raderna personer, välj VIP: vem har licens under Läst som.',
    },
  },
  licences,
  months: (count: number) => (count === 1 ? '1 månad' : `${n(count)} månader`),
  fresh: {
    customer: 'Ny kund',
    authorization: 'Ny inköpsauktorisering',
    order: 'Ny order',
    return: 'Ny retur, beviljad',
    price: 'Nytt pris',
    invoice: '',
    holder: 'Har licens',
    '': '',
  },
  /** What a line of an invoice is for. */
  charges: { invoice: 'Fakturarad', return: 'Retur', credit: 'Kreditering' },
  reconcile: 'Stäm av',
  reconcileWhat: 'Fakturarader mot order',
  back: 'Tillbaka ur papperskorgen',
  columns: {
    vipId: 'VIP ID',
    name: 'Kund',
    marketplaceId: 'Marketplace-kundens id',
    programme: 'Program',
    segment: 'Segment',
    level: 'Rabattnivå',
    anniversary: 'Årsdag',
    adminName: 'Administratör',
    adminEmail: 'Administratörens e-post',
    licences: 'Licenser',
    used: 'Använda',
    requestNumber: 'Auktoriseringens nummer',
    createdOn: 'Skapad',
    deploymentDate: 'Driftsättningsdag',
    licenceType: 'Licenstyp',
    product: 'Produkt',
    sku: 'SKU',
    quantity: 'Antal',
    purchaseOrder: 'Inköpsordernummer',
    status: 'Status',
    daysToOrder: 'Dagar till order',
    dueOn: 'Sista dag enligt Adobe',
    orderNumber: 'Ordernummer',
    orderDate: 'Orderdatum',
    orderType: 'Ordertyp',
    originalOrder: 'Ursprunglig order',
    unitPrice: 'Styckpris',
    currency: 'Valuta',
    yearlyPrice: 'Pris',
    months: 'Månader',
    validFrom: 'Gäller från',
    invoiceNumber: 'Fakturanummer',
    lineItem: 'Rad',
    charge: 'Debitering',
    orderReason: 'Orsak',
    subscription: 'Prenumeration',
    startsOn: 'Från och med',
    endsOn: 'Till och med',
    netAmount: 'Radbelopp utan moms',
    taxAmount: 'Radens moms',
    totalAmount: 'Radbelopp med moms',
    billingCycle: 'Faktureringsperiod',
    comments: 'Kommentar',
    email: 'E-post',
    userName: 'Användarnamn',
    firstName: 'Förnamn',
    lastName: 'Efternamn',
    personName: 'Namn',
    configurations: 'Produkter',
    profile: 'Produktprofil',
    userGroup: 'Avdelning',
    identityType: 'Identitetstyp',
    memberName: 'Kund',
  },
  /** Fields of a change that no column is called by. */
  fields: {
    line: 'Ny rad',
    authorization: 'Auktorisering',
    edition: 'Tid till order',
    purchaseOrderNumber: 'Inköpsordernummer',
    holder: 'Licens',
    person: 'Namn',
    account: 'Konto',
    department: 'Avdelning',
    takenOff: 'Tas bort ur listan:',
  },
  fieldsOfDates: {
    statedDue: 'Sista dag enligt Adobe',
    firstOrderOn: 'Första order',
    renews: 'Förlänger årsdagen',
  },
  values: {
    ordered: 'beställd',
    cancelled: 'tillbakadragen',
    expired: 'utgången',
    'return-granted': 'retur beviljad',
    new: 'ny',
    renewal: 'förlängning',
    enterprise: 'Enterprise',
    team: 'Team',
    invoice: 'faktura',
    return: 'retur',
    credit: 'kreditering',
    'adobe-vip.order-30': '30 dagar',
    'adobe-vip.order-14': '14 dagar',
    'adobe-vip.order-7': '7 dagar',
  },
  /** Of what a newer version wrote. */
  otherField: 'En annan uppgift',
  otherRule: 'en annan regel',
  otherValue: 'något annat',
  programmes: { vip: 'VIP', 'vip-marketplace': 'VIP Marketplace' },
  /** How many of each kind came in under a customer. */
  purchases: {
    'purchase-authorization': (count: number) =>
      count === 1 ? '1 auktorisering' : `${n(count)} auktoriseringar`,
    'vip-order': (count: number) => `${n(count)} order`,
    'return-authorization': (count: number) => (count === 1 ? '1 retur' : `${n(count)} returer`),
  },
  why: {
    'no-customer-named': () => 'Raden nämner ingen kund',
    'several-customers': ({ name = '' }) =>
      `Flera kunder heter ${name === '' ? 'så' : name}. Lägg till VIP ID.`,
    'names-two-customers': ({ name = '', other = '' }) =>
      name === '' || other === ''
        ? 'Raden nämner två kunder. Rätta VIP ID eller namn.'
        : `Raden nämner två kunder, ${name} och ${other}. Rätta VIP ID eller namn.`,
    'record-not-understood': () =>
      'På dess plats ligger något som den här versionen av Volym inte känner till. Uppdatera appen först.',
    'duplicate-of-row': ({ row = '', sheet = '' }) =>
      sheet === '' ? `Samma som rad ${row}` : `Samma som rad ${row} i ${sheet}`,
    'product-missing': () => 'Produkt saknas',
    'quantity-missing': () => 'Antal saknas',
    'quantity-not-whole': ({ written = '' }) =>
      written === '' ? 'Antalet är inget heltal' : `”${written}” är inget helt antal`,
    'quantity-not-above-nothing': ({ written = '' }) =>
      written === ''
        ? 'Antalet måste vara minst 1'
        : `Antalet är ${written}, det måste vara minst 1`,
    'quantity-too-large': ({ written = '' }) =>
      `Antalet${written === '' ? '' : ` ${written}`} är större än någon order kan vara`,
    'order-cancelled': ({ written = '' }) =>
      `Ordern är avbruten${written === '' ? '' : ` (${written})`}. Finns den här, ta bort den för hand.`,
    'order-from-adobe': () =>
      'Education-enhetslicenser beställs direkt av Adobe och auktoriseras inte',
    'created-missing': () => 'Det går inte att läsa vilken dag auktoriseringen skapades',
    'day-ahead': ({ day = '' }) =>
      day === '' ? 'Dagen ligger i framtiden' : `Dagen ${day} ligger i framtiden`,
    'order-number-missing': () => 'Ordernummer saknas',
    'order-date-missing': () => 'Det går inte att läsa vilken dag ordern lades',
    'return-without-order': ({ number = '' }) =>
      number === ''
        ? 'Ordern som returneras finns inte här'
        : `Order ${number} finns inte här. Läs in order först.`,
    'return-before-order': ({ day = '' }) =>
      day === ''
        ? 'Returen ligger före sin order. Kontrollera dagen i listan.'
        : `Returen ligger före sin order, som lades ${day}. Kontrollera dagen i listan.`,
    'return-of-other-product': ({ number = '' }) =>
      number === '' ? 'Ordern har ingen sådan produkt' : `Order ${number} har ingen sådan produkt`,
    'return-of-too-many': ({ left = '' }) =>
      left === '' ? 'Fler än ordern har kvar' : `Fler än ordern har kvar, som är ${left}`,
    'sku-missing': () => 'SKU saknas',
    'price-missing': () => 'Pris saknas',
    'price-below-nothing': ({ written = '' }) =>
      written === '' ? 'Priset är under noll' : `Priset ${written} är under noll`,
    'amount-unclear': ({ written = '' }) =>
      written === '' ? 'Priset är oklart' : `”${written}” är oklart`,
    'not-an-amount': ({ written = '' }) =>
      written === '' ? 'Priset går inte att läsa' : `”${written}” är inget pris`,
    'sku-twice': ({ row = '', price = '' }) =>
      row === '' || price === ''
        ? 'Samma SKU har ett annat pris tidigare i listan'
        : `Samma SKU kostar ${price} på rad ${row}, som gäller`,
    'invoice-number-missing': () => 'Fakturanummer och ordernummer saknas',
    'invoice-day-unreadable': ({ written = '' }) =>
      written === '' ? 'Ett datum går inte att läsa' : `”${written}” är inget datum`,
    'charge-not-known': ({ written = '' }) =>
      written === ''
        ? 'Varken faktura, retur eller kreditering'
        : `”${written}” är varken faktura, retur eller kreditering`,
    'line-twice': ({ row = '' }) =>
      row === ''
        ? 'Samma fakturarad står annorlunda tidigare i rapporten'
        : `Samma fakturarad står annorlunda på rad ${row}, som gäller`,
    'count-below-nothing': ({ written = '' }) =>
      written === '' ? 'Antalet är under noll' : `Antalet ${written} är under noll`,
    'customer-twice': ({ row = '' }) =>
      row === ''
        ? 'En tidigare rad säger något annat om samma kund, och den gäller'
        : `Rad ${row} säger något annat om samma kund, och den gäller`,
    'counts-twice': ({ row = '' }) =>
      row === ''
        ? 'Samma produkt har ett annat antal tidigare i listan'
        : `Samma produkt har ett annat antal på rad ${row}, som gäller`,
    'purchase-order-too-long': ({ length = '', most = '' }) =>
      length === ''
        ? 'Inköpsordernumret är för långt'
        : `Inköpsordernumret har ${length} tecken, VIP Marketplace tar högst ${most}`,
    'older-than-known': ({ day = '' }) =>
      day === '' ? 'Det som redan finns är nyare' : `Priset som redan finns är nyare, från ${day}`,
    'total-row': () => 'Summerar andra rader och importeras inte',
    'note-row': () => 'En anteckning vid sidan av listan, importeras inte',
    'headings-again': () => 'Rubrikerna en gång till, importeras inte',
    'another-table': () =>
      'Hör till en annan tabell under den första. Lägg den på ett eget blad för att importera den.',
    'number-was-rounded': ({ written = '' }) =>
      `${written === '' ? 'Ett nummer' : `”${written}”`} har ändrats av kalkylbladet. Ge kolumnen formatet Text där listan kommer ifrån och exportera igen.`,
    'nobody-listed': () => 'Raden har varken e-post, användarnamn eller namn',
    'holder-gone': ({ written = '' }) =>
      `Raden säger att personen inte har licensen längre${written === '' ? '' : ` (${written})`}`,
    'has-no-product': () => 'Har ingen produkt, importeras inte',
    'which-customer': () => 'Välj först vilken kund listan gäller',
    'customer-not-here': ({ name = '' }) =>
      name === ''
        ? 'Det finns ingen kund här än. Lägg till kunden först.'
        : `${name} finns inte bland kunderna`,
    'product-not-owned': ({ product = '' }) =>
      `${product === '' ? 'Produkten' : product} finns inte bland kundens produkter. Lägg till den, eller läs in orderna, och läs sedan in listan igen.`,
    'product-of-several-plans': ({ product = '' }) =>
      `${product === '' ? 'Produkten' : product} kan vara flera av kundens produkter`,
    'holders-too-many': ({ count = '' }) =>
      `Kunden har inte plats för ${count === '' ? 'fler' : n(Number(count))} namn till: de räknas, men namnen sparas inte`,
  } satisfies Sentences<VipRowReason>,
  notes: {
    'odd-vip-id': ({ written = '' }) => `VIP ID ${written} ser inte ut som Adobes, kontrollera det`,
    'odd-sku': ({ written = '' }) => `SKU ${written} ser inte ut som Adobes, kontrollera den`,
    'side-number-rounded': ({ field = '', written = '' }) =>
      `${field}: ”${written}” har ändrats av kalkylbladet och utelämnas`,
    'count-may-be-decimal': ({ written = '', thousands = '', decimals = '' }) =>
      `”${written}” läses som ${thousands} och inte som ${decimals}, kontrollera antalet`,
    'said-otherwise': ({ field = '', row = '' }) =>
      `${field === '' ? 'En uppgift' : field} utelämnas: rad ${row} säger något annat om samma kund`,
    'counts-without-product': () => 'Antal licenser utan produkt läses inte in',
    'not-an-email': ({ written = '' }) => `”${written}” är ingen e-postadress och utelämnas`,
    'word-not-known': ({ written = '' }) => `”${written}” känns inte igen och utelämnas`,
    'date-unclear': ({ written = '' }) => `”${written}” kan betyda flera dagar`,
    'not-a-day': ({ written = '' }) => `”${written}” är inget datum`,
    'amount-unclear': ({ written = '' }) => `Priset ”${written}” är oklart och utelämnas`,
    'not-an-amount': ({ written = '' }) => `”${written}” är inget pris och utelämnas`,
    'currency-missing': () => 'Valutan saknas',
    'price-in-other-currency': ({ written = '', currency = '' }) =>
      `Priset i ${written} utelämnas: ordern är i ${currency}`,
    'currency-unclear': ({ written = '' }) => `Valutan ”${written}” är oklar och utelämnas`,
    'taken-as-swedish': () => 'Inget säger vilka kronor ”kr” är; de räknas som svenska, SEK',
    'named-as-another': ({ name = '', other = '' }) =>
      `Radens nummer hör till ${name}, men ${other} är en annan kund; numret avgör`,
    'new-customer': () => 'Kunden är ny och läggs till',
    'other-customer-there': ({ name = '', number = '' }) =>
      `På dess plats ligger en annan kund (${number === '' ? name : `${name}, ${number}`}), och raden hör dit`,
    'programme-differs': () => 'Programmet är ett annat här, ändra det på kunden',
    'sku-not-in-price-list': ({ sku = '' }) => `SKU ${sku} finns inte i prislistan`,
    'said-cancelled': () => 'Avbruten enligt listan, läggs in som tillbakadragen',
    'said-ordered': () => 'Redan beställd enligt listan',
    'said-expired': () => 'Har gått ut enligt listan',
    'days-of-their-own': ({ days = '' }) =>
      `${days} dagar är ingen känd regel, dagen sparas som Adobes egen`,
    'day-far-ahead': ({ day = '' }) =>
      day === ''
        ? 'En dag ligger mer än ett år fram, kontrollera året'
        : `${day} ligger mer än ett år fram, kontrollera året`,
    'counts-from-deployment': ({ day = '' }) =>
      day === ''
        ? 'Listan säger inte när auktoriseringen skapades, tiden till order räknas från driftsättningsdagen'
        : `Listan säger inte när den skapades: tiden till order räknas från driftsättningsdagen ${day}`,
    'number-several-times': ({ number = '', count = '' }) =>
      `${count} auktoriseringar har numret ${number} här och räknas var för sig: behåll en och dra tillbaka resten`,
    'ordered-here': ({ number = '' }) => `Redan beställd här, order ${number}`,
    'authorization-not-here': ({ number = '' }) => `Auktoriseringen ${number} finns inte här`,
    'order-before-authorization': ({ day = '' }) =>
      `Ordern är äldre än auktoriseringen, som skapades ${day}`,
    'order-after-return': ({ day = '' }) =>
      `Orderdagen ändras inte: en retur av ordern begärdes redan ${day}`,
    'other-product': ({ product = '' }) => `Auktoriseringen gäller en annan produkt: ${product}`,
    'ordered-by-other': ({ number = '' }) =>
      `Auktoriseringen är redan beställd med order ${number}`,
    'first-order': ({ day = '' }) =>
      day === '' ? 'Kundens första order' : `Kundens första order är från ${day}`,
    'corrected-here': ({ field = '' }) =>
      field === ''
        ? 'Rättat här efter en tidigare inläsning och ändras inte'
        : `${field}: rättat här efter en tidigare inläsning, ändras inte`,
    'licence-type-open': ({ product = '' }) =>
      `${product === '' ? 'Produkten' : product} finns i flera licenstyper här: antalen räknas inte utan licenstyp i listan`,
    'covers-waiting': ({ day = '' }) =>
      `Auktoriseringen från ${day} väntade på ordern och noteras som beställd`,
    'several-waiting': ({ count = '' }) =>
      `${count} auktoriseringar väntar på en sådan order, notera den på rätt auktorisering`,
    'waits-for-another-count': ({ left = '' }) =>
      `En auktorisering av produkten väntar på ett annat antal: ${left}`,
    'renewal-closed': ({ day = '', left = '' }) =>
      left === ''
        ? `Allt är förlängt, nästa årsdag är ${day}`
        : `Alla som har en licens behåller den, lediga som inte förlängs: ${left}. Nästa årsdag är ${day}`,
    'ordered-since': ({ day = '' }) =>
      `Kunden har beställt sedan årsdagen${day === '' ? '' : `, nästa är ${day}`}`,
    'taken-as-renewal': ({ day = '' }) =>
      `Listan säger inte om den förlänger: läses som förlängningen ${day === '' ? 'vid den tiden' : `av årsdagen ${day}`}`,
    'may-renew': ({ day = '' }) =>
      `Beställd strax före årsdagen${day === '' ? '' : ` ${day}`}, och listan säger inte om den förlänger: läses som fler licenser i perioden dessförinnan`,
    'term-ended': ({ day = '' }) =>
      `Dess period har löpt ut${day === '' ? '' : `, ${day}`}, och ingen förlängning av den finns här: licenserna räknas inte som ägda`,
    'anniversary-counted': ({ day = '' }) => `Årsdagen räknas från kundens första order: ${day}`,
    'price-to-come': ({ day = '', price = '' }) =>
      price === '' ? `Gäller från ${day}` : `Gäller från ${day}, till dess kostar den ${price}`,
    'price-before': ({ day = '' }) => `Gäller till ${day}, då ett nyare pris tar vid`,
    'also-not-owned': ({ product = '' }) =>
      `${product === '' ? 'En produkt' : product} finns inte bland kundens produkter och tas inte med`,
    'also-of-several-plans': ({ product = '' }) =>
      `${product === '' ? 'En produkt' : product} kan vara flera av kundens produkter och tas inte med`,
    'other-department': ({ department = '', written = '' }) =>
      `Avdelningen är ${department} och ändras inte till ${written}`,
    'not-in-list': ({ count = '', product = '' }) =>
      `${holding(count, product)} finns inte i listan: ${they(count)} står kvar, men räknas inte`,
    'not-in-part': ({ count = '', product = '' }) =>
      `${holding(count, product)} finns inte i filen. Den är inte Admin Consoles lista över alla användare, så ingen erbjuds att tas bort`,
    'not-in-unread': ({ count = '', product = '' }) =>
      `${holding(count, product)} finns inte i det som läses. Allt som valdes läses inte, så ${they(count)} står kvar och räknas`,
    'not-in-unnamed': ({ count = '', product = '' }) =>
      `${holding(count, product)} finns inte i listan. En av dess rader säger inte vem den gäller, så ${they(count)} står kvar och räknas`,
    'not-in-older': ({ count = '', product = '' }) =>
      `${holding(count, product)} kom till efter att filen skrevs: ${they(count)} står kvar och räknas`,
    'holders-only-counted': ({ count = '', product = '' }) =>
      `${n(Number(count))} har ${product}: de räknas, men namnen sparas inte`,
  } satisfies Sentences<VipRowNote>,
};
