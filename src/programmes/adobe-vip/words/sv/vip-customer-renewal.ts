import { countIn } from '#core/language/count.ts';
import type { RenewalProblem } from '#programmes/adobe-vip/rules/renewal/renewal-order-rules.ts';

const n = countIn('sv');

const licences = (count: number): string => (count === 1 ? '1 licens' : `${n(count)} licenser`);

/** Words of one customer's renewal and of the file; a list of renewals does without them. */
export const customerRenewal = {
  historyName: 'forlangningshistorik',
  csvHeads: {
    customer: 'Kund',
    on: 'Dag',
    orderNumber: 'Ordernummer',
    purchaseOrderNumber: 'PO-nummer',
    vipId: 'VIP ID',
    state: 'Läge',
    anniversary: 'Årsdag',
    lastDay: 'Sista orderdag',
    product: 'Produkt',
    level: 'Nivå',
    sku: 'SKU',
    owned: 'Ägda',
    assigned: 'Tilldelade',
    renewed: 'Förlängda',
    missing: 'Saknas',
    suggested: 'Föreslaget antal',
  },
  auto: (day: string, until: string) =>
    `VIP Marketplace förlängs automatiskt ${day}. Antalen kan ändras till och med ${until}.`,
  autoSince: (day: string) =>
    `VIP Marketplace förlänger automatiskt ${day} det som inte beställdes, om det inte stängdes av. Om det har skett syns inte här.`,
  notYet: (day: string) => `Förlängningen visas här från ${day}, 90 dagar före årsdagen.`,
  noAnniversary: 'Kunden har ingen årsdag än: första ordern sätter den.',
  lastClosed: (day: string) => `Senast förlängd ${day}.`,
  lastDeclined: (day: string) => `Förlängdes inte, noterat ${day}.`,
  lapsed: {
    sentence: (day: string) =>
      `Sista dagen var ${day}. Det som inte förlängdes är borta. En ny inköpsauktorisering ger licenser igen.`,
    itself: (day: string) =>
      `VIP Marketplace förlänger automatiskt ${day}, om det inte stängdes av. Skriv in vad som förlängdes, så stämmer planerna.`,
    ended: 'Notera att den inte förlängdes',
    close: 'Notera att inget mer förlängs',
  },
  record: {
    title: 'Registrera förlängningen',
    sub: (name: string, day: string) => `${name} · årsdag ${day}`,
    number: 'Ordernummer',
    on: 'Orderdag',
    lines: 'Förlängs',
    sku: (product: string) => `SKU, ${product}`,
    closes: 'Förlängningen är klar',
    closesDetail: 'Nästa förlängning blir nästa års. Det som inte förlängdes upphör.',
    left: (count: number) =>
      count === 1 ? '1 användare blir utan licens.' : `${n(count)} användare blir utan licens.`,
    save: (count: number) => `Spara, ${licences(count)}`,
    saved: (number: string) => `Förlängning ${number} är sparad`,
    savedClosed: (number: string, day: string) =>
      `Förlängning ${number} är sparad. Nästa årsdag ${day}`,
  },
  end: {
    title: 'Avsluta',
    close: 'Notera att resten inte förlängs',
    closeDetail: (count: number, day: string) =>
      count === 0
        ? 'Det som är förlängt gäller till nästa årsdag.'
        : `${licences(count)} upphör efter ${day}.`,
    decline: 'Notera att kunden inte förlänger',
    declineDetail: (day: string) => `Åtkomsten upphör efter ${day}.`,
    closed: 'Förlängningen är avslutad',
    declined: 'Noterat: kunden förlänger inte',
    reopen: 'Öppna igen',
    reopened: 'Förlängningen är öppen igen',
  },
  banner: {
    title: (count: number) =>
      count === 1 ? 'Dags att förlänga, 1 dag kvar' : `Dags att förlänga, ${n(count)} dagar kvar`,
    due: 'Årsdagen är i dag',
    late: (day: string) => `Årsdagen har passerat. Order går att lägga till och med ${day}.`,
    sentence: (count: number, day: string) => `${licences(count)}, årsdag ${day}.`,
    open: 'Öppna förlängningen',
  },
  problems: {
    'renewal-too-early': (from: string) => `Ordern kan läggas tidigast ${from}. Rätta orderdagen.`,
    'renewal-too-late': (until: string) =>
      `Sista dagen för en förlängning var ${until}. Efter den hjälper bara ett nytt köp.`,
    'late-renewal-new-product': (product: string) =>
      `${product} kan inte läggas till efter årsdagen. Beställ den för sig.`,
    'late-renewal-too-many': (product: string, most: string) =>
      `Efter årsdagen går högst ${most} att förlänga av ${product}.`,
    'lines-needed': 'Välj minst en licens att förlänga.',
    'renewal-ended-already': 'Förlängningen är redan avslutad.',
  } satisfies Record<RenewalProblem['code'], unknown>,
};
