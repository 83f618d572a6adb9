import { describe, expect, test } from 'vitest';
import { guessedVipTable } from '#programmes/adobe-vip/import/read/guessed.ts';
import { vipTable } from '#programmes/adobe-vip/import/read/columns.ts';
import { VIP_LIST_FIELDS, VIP_LISTS } from '#programmes/adobe-vip/import/read/fields.ts';
import {
  chargeIn,
  isPlainAmount,
  licenceTypeIn,
  orderTypeIn,
  programmeIn,
  segmentIn,
  statusIn,
  vipFieldOf,
} from '#programmes/adobe-vip/import/read/headings.ts';
import { languages } from '#programmes/adobe-vip/import/read/words/languages.ts';
import { wordsIn } from '#core/import/heading-words.ts';
import { sheetOf } from '#tests/factories/sheet-rows.ts';
import { onlyWithAccents, uselessWords, withTwoMeanings } from '#tests/factories/word-lists.ts';

const tableOf = (headings: string, ...row: readonly string[]) => {
  const cells = headings.split('|');
  return vipTable(sheetOf([cells, cells.map((_, at) => row[at] ?? 'x')]));
};
const fieldsOf = (headings: string, ...row: readonly string[]) =>
  tableOf(headings, ...row)?.columns.map(({ field }) => field);

const CUSTOMERS = {
  Swedish: 'VIP-nummer|Kundnamn|Marknadssegment|Rabattnivå|Årsdag|Administratör|E-post',
  English: 'VIP ID|Customer Name|Market Segment|Discount Level|Anniversary Date|Admin|Email',
  German: 'VIP-Nummer|Kundenname|Marktsegment|Rabattstufe|Jahrestag|Ansprechpartner|E-Mail-Adresse',
  French:
    'Numéro VIP|Nom du client|Segment de marché|Niveau de remise|Date anniversaire|Administrateur|Adresse e-mail',
  Spanish:
    'ID de VIP|Nombre del cliente|Segmento de mercado|Nivel de descuento|Fecha de aniversario|Administrador|Correo electrónico',
  Dutch: 'VIP-nummer|Klantnaam|Marktsegment|Kortingsniveau|Verlengingsdatum|Beheerder|E-mailadres',
  Norwegian: 'VIP-nummer|Kundenavn|Markedssegment|Rabattnivå|Årsdag|Administrator|E-postadresse',
  Danish: 'VIP-nummer|Kundenavn|Markedssegment|Rabatniveau|Årsdag|Administrator|E-mailadresse',
  Finnish:
    'VIP-tunnus|Asiakkaan nimi|Markkinasegmentti|Alennustaso|Vuosipäivä|Pääkäyttäjä|Sähköposti',
};

const ORDERS = {
  Swedish: 'Ordernummer|VIP-nummer|Orderdatum|SKU|Produkt|Antal|Ordertyp|Styckpris|Valuta',
  English: 'Order Number|VIP ID|Order Date|SKU|Product|Quantity|Order Type|Unit Price|Currency',
  German: 'Bestellnummer|VIP-Nummer|Bestelldatum|SKU|Produkt|Menge|Bestellart|Einzelpreis|Währung',
  French:
    'N° de commande|ID VIP|Date de commande|SKU|Produit|Quantité|Type de commande|Prix unitaire|Devise',
  Spanish:
    'Nº de pedido|ID de VIP|Fecha de pedido|SKU|Producto|Cantidad|Tipo de pedido|Precio unitario|Moneda',
  Dutch: 'Bestelnummer|VIP-nummer|Besteldatum|SKU|Product|Aantal|Besteltype|Stukprijs|Valuta',
  Norwegian: 'Ordrenummer|VIP-nummer|Ordredato|SKU|Produkt|Antall|Ordretype|Stykkpris|Valuta',
  Danish: 'Ordrenummer|VIP-nummer|Ordredato|SKU|Produkt|Antal|Ordretype|Stykpris|Valuta',
  Finnish: 'Tilausnumero|VIP-tunnus|Tilauspäivä|SKU|Tuote|Määrä|Tilaustyyppi|Yksikköhinta|Valuutta',
};

const AUTHORIZATIONS = {
  Swedish: 'Inköpsauktorisering|VIP-nummer|Kund|Distributionsdatum|Licenstyp|Produkt|Antal|Status',
  English: 'PA Request Number|VIP ID|Customer|Deployment Date|Licence Type|Product|Quantity|Status',
  German: 'Kaufautorisierung|VIP-Nummer|Kunde|Bereitstellungsdatum|Lizenztyp|Produkt|Anzahl|Status',
  French:
    'Autorisation d’achat|Numéro VIP|Client|Date de déploiement|Type de licence|Produit|Quantité|Statut',
  Spanish:
    'Autorización de compra|ID VIP|Cliente|Fecha de implementación|Tipo de licencia|Producto|Cantidad|Estado',
  Dutch:
    'Aankoopautorisatie|VIP-nummer|Klant|Implementatiedatum|Licentietype|Product|Aantal|Status',
  Norwegian:
    'Kjøpsautorisasjon|VIP-nummer|Kunde|Distribusjonsdato|Lisenstype|Produkt|Antall|Status',
  Danish: 'Købsautorisation|VIP-nummer|Kunde|Udrulningsdato|Licenstype|Produkt|Antal|Status',
  Finnish: 'Ostovaltuutus|VIP-tunnus|Asiakas|Käyttöönottopäivä|Lisenssityyppi|Tuote|Määrä|Tila',
};

const PRICES = {
  Swedish: 'SKU|Produkt|Segment|Nivå|Årspris|Valuta|Löptid|Gäller från',
  English: 'SKU|Product|Segment|Level|Yearly Price|Currency|Term|Valid From',
  German: 'SKU|Produkt|Segment|Stufe|Jahrespreis|Währung|Laufzeit|Gültig ab',
  French: 'SKU|Produit|Segment|Niveau|Prix annuel|Devise|Durée|Valable à partir du',
  Spanish: 'SKU|Producto|Segmento|Nivel|Precio anual|Moneda|Duración|Válido desde',
  Dutch: 'SKU|Product|Segment|Niveau|Jaarprijs|Valuta|Looptijd|Geldig vanaf',
  Norwegian: 'SKU|Produkt|Segment|Nivå|Årspris|Valuta|Løpetid|Gyldig fra',
  Danish: 'SKU|Produkt|Segment|Niveau|Årspris|Valuta|Løbetid|Gyldig fra',
  Finnish: 'SKU|Tuote|Segmentti|Taso|Vuosihinta|Valuutta|Kesto|Voimassa alkaen',
};

const INVOICES = {
  Swedish: 'Fakturanummer|Kund|VIP-nummer|Ordernummer|SKU|Produkt|Antal|Styckpris|Belopp|Valuta',
  English:
    'Invoice Number|Customer|VIP ID|Order Number|SKU|Product|Quantity|Unit Price|Amount|Currency',
  German:
    'Rechnungsnummer|Kunde|VIP-Nummer|Bestellnummer|SKU|Produkt|Menge|Einzelpreis|Nettobetrag|Währung',
  French:
    'N° de facture|Client|Numéro VIP|N° de commande|SKU|Produit|Quantité|Prix unitaire|Montant HT|Devise',
  Spanish:
    'Nº de factura|Cliente|ID VIP|Nº de pedido|SKU|Producto|Cantidad|Precio unitario|Importe|Moneda',
  Dutch: 'Factuurnummer|Klant|VIP-nummer|Bestelnummer|SKU|Product|Aantal|Stukprijs|Bedrag|Valuta',
  Norwegian: 'Fakturanummer|Kunde|VIP-nummer|Ordrenummer|SKU|Produkt|Antall|Stykkpris|Beløp|Valuta',
  Danish: 'Fakturanummer|Kunde|VIP-nummer|Ordrenummer|SKU|Produkt|Antal|Stykpris|Beløb|Valuta',
  Finnish:
    'Laskunumero|Asiakas|VIP-tunnus|Tilausnumero|SKU|Tuote|Määrä|Yksikköhinta|Nettosumma|Valuutta',
};

describe('C13: headings in nine languages', () => {
  test.each(Object.entries(CUSTOMERS))('C13: customers in %s', (_, headings) => {
    expect(tableOf(headings)?.kind).toBe('customers');
    expect(fieldsOf(headings)?.join()).toBe(
      'vipId,name,segment,level,anniversary,adminName,adminEmail',
    );
  });

  test.each(Object.entries(ORDERS))('C13: orders in %s', (_, headings) => {
    expect(tableOf(headings)?.kind).toBe('orders');
    expect(fieldsOf(headings)?.join()).toBe(
      'orderNumber,vipId,orderDate,sku,product,quantity,orderType,unitPrice,currency',
    );
  });

  test.each(Object.entries(AUTHORIZATIONS))('C13: authorizations in %s', (_, headings) => {
    expect(tableOf(headings)?.kind).toBe('authorizations');
    expect(fieldsOf(headings)?.join()).toBe(
      'requestNumber,vipId,name,deploymentDate,licenceType,product,quantity,status',
    );
  });

  test.each(Object.entries(PRICES))('C13: prices in %s', (_, headings) => {
    expect(tableOf(headings)?.kind).toBe('prices');
    expect(fieldsOf(headings)?.join()).toBe(
      'sku,product,segment,level,yearlyPrice,currency,months,validFrom',
    );
  });

  test.each(Object.entries(INVOICES))('C13: lines of invoices in %s', (_, headings) => {
    expect(tableOf(headings)?.kind).toBe('invoices');
    expect(fieldsOf(headings)?.join()).toBe(
      'invoiceNumber,name,vipId,orderNumber,sku,product,quantity,unitPrice,netAmount,currency',
    );
  });
});

describe('C13: lists of any shop are not Adobe’s', () => {
  test.each([
    ['a Dutch price list of paper', 'Artikelnummer|Omschrijving|Eenheid|Prijs', 'PAP-80|Papier'],
    ['a German price list', 'Artikelnr.|Bezeichnung|Listenpreis|Währung', 'P-80|Papier|24,95|EUR'],
    ['a French price list', 'Référence|Désignation|Prix|Devise', 'P-80|Papier|24,95|EUR'],
    ['a Norwegian price list', 'Varenummer|Beskrivelse|Pris|Valuta', 'P-80|Papir|249,50|NOK'],
    ['a Danish price list', 'Varenr.|Beskrivelse|Stykpris|Valuta', 'P-80|Papir|249,50|DKK'],
    ['a Finnish price list', 'Tuotenumero|Kuvaus|Hinta|Valuutta', 'P-80|Paperi|24,95|EUR'],
    [
      'a German invoice of a bookshop',
      'Rechnungsnummer|Pos.|Artikel|ISBN|Menge|Einzelpreis|Nettobetrag',
      'RE-17|1|Mathe 5|9783161484100|30|19,95|598,50',
    ],
    [
      'a French invoice',
      'N° de facture|Ligne|Désignation|Quantité|Prix unitaire|Montant HT',
      'F-17|1|Cahier|30|1,95|58,50',
    ],
    [
      'a Danish invoice',
      'Fakturanr.|Linje|Varenr.|Beskrivelse|Antal|Beløb',
      'F-17|1|P-80|Papir|3|249',
    ],
    [
      'German orders of a shop',
      'Bestellnummer|Bestelldatum|Kunde|Artikelnummer|Bezeichnung|Menge',
      'B-17|01.09.2026|Nordschule|P-80|Papier|3',
    ],
    ['a Dutch list of requests', 'Aanvraag|Naam|Artikel|Aantal', 'A-1|Sanne|Papier|3'],
    ['a Finnish list of pupils', 'Nimi|Luokka|Syntymäaika|Sähköposti', 'Aino|5A|3.4.2014|x'],
    ['a French list of birthdays', 'Nom|Anniversaire', 'Léa|03/04/2014'],
    ['a Dutch list of birthdays', 'Naam|Verjaardag', 'Sanne|03-04-2014'],
    ['a German list of contracts', 'Name|Verlängerungsdatum', 'Miete|01.09.2026'],
    [
      'a German list of customers',
      'Kundennummer|Name|Straße|Ort|E-Mail',
      'K-1|Nordschule|Weg 1|Kiel|x',
    ],
  ])('C13: %s', (_, headings, row) => {
    expect(tableOf(headings, ...row.split('|'))).toBeUndefined();
  });

  test('C13: what any shop has is read where the content is Adobe’s', () => {
    const table = guessedVipTable(
      sheetOf([
        ['Artikelnummer', 'Bezeichnung', 'Preis', 'Währung'],
        ['65297701BA02B12', 'Acrobat Pro', '249,00', 'EUR'],
      ]),
    );
    expect(table).toMatchObject({ kind: 'prices', needsMapping: true });
    expect(table?.columns.map(({ field }) => field)).toEqual([
      'sku',
      'product',
      'yearlyPrice',
      'currency',
    ]);
  });
});

describe('C13: words in cells in nine languages', () => {
  const allRead = (words: string, read: (written: string) => string | undefined) =>
    new Set(words.split(',').map((word) => read(word) ?? word));

  test('C13: segments, licence types and programmes', () => {
    const schools =
      'EDU,Utbildning,Bildung,Éducation,Educación,Onderwijs,Utdanning,Uddannelse,Koulutus';
    const devices = 'Device,Enhet,Gerät,Appareil,Dispositivo,Apparaat,Enhed,Laite';
    expect(allRead(schools, segmentIn)).toEqual(new Set(['EDU']));
    expect(allRead(devices, licenceTypeIn)).toEqual(new Set(['education-device']));
    expect(allRead('VIP,Klassiskt VIP,Klassisches VIP', programmeIn)).toEqual(new Set(['vip']));
  });

  test('C13: statuses', () => {
    const open =
      'Pending,Väntande,Ausstehend,En attente,Pendiente,In behandeling,Venter,Afventer,Odottaa';
    const ordered = 'Ordered,Beställd,Bestellt,Commandée,Pedido,Besteld,Bestilt,Tilattu';
    const gone = 'Expired,Utgången,Abgelaufen,Expirée,Caducada,Verlopen,Utløpt,Udløbet,Vanhentunut';
    expect(allRead(open, statusIn)).toEqual(new Set(['pending']));
    expect(allRead(ordered, statusIn)).toEqual(new Set(['ordered']));
    expect(allRead(gone, statusIn)).toEqual(new Set(['expired']));
  });

  test('C13: types of orders, and charges', () => {
    const renewed =
      'Renewal,Förnyelse,Verlängerung,Renouvellement,Renovación,Verlenging,Fornyelse,Uusiminen';
    const credit =
      'Credit note,Kreditfaktura,Gutschrift,Avoir,Abono,Creditnota,Kreditnota,Hyvityslasku';
    expect(allRead(renewed, orderTypeIn)).toEqual(new Set(['renewal']));
    expect(allRead(credit, chargeIn)).toEqual(new Set(['credit']));
  });
});

describe('C13: the words themselves', () => {
  test.each(VIP_LISTS)('C13: among %s no heading means two things', (kind) => {
    const own = languages.map(({ headings }) =>
      Object.fromEntries(VIP_LIST_FIELDS[kind].map((field) => [field, headings[field] ?? ''])),
    );
    expect(withTwoMeanings(own)).toEqual([]);
    expect(onlyWithAccents(own)).toEqual([]);
    expect(uselessWords(own)).toEqual([]);
  });

  test.each(['programme', 'segment', 'licenceType', 'status', 'orderType', 'charge'] as const)(
    'C13: no word for a %s means two things',
    (list) => {
      const words = languages.map((language) => language[list]);
      expect(withTwoMeanings(words)).toEqual([]);
      expect(onlyWithAccents(words)).toEqual([]);
      expect(uselessWords(words)).toEqual([]);
    },
  );

  test('C13: what any shop has is a heading of some list', () => {
    const isKnown = (word: string): boolean =>
      VIP_LISTS.some((kind) => vipFieldOf(word, kind) !== undefined);
    for (const { everyday } of languages)
      expect(wordsIn(everyday).filter((word) => !isKnown(word))).toEqual([]);
  });

  test('C13: a plain amount is no heading of an invoice', () => {
    for (const { plainAmount } of languages)
      for (const word of wordsIn(plainAmount)) {
        expect(isPlainAmount(word)).toBe(true);
        expect(vipFieldOf(word, 'invoices')).toBeUndefined();
      }
  });
});

test.each('Anteckning|Notes|Notiz|Notitie|Notat|Noter|Muistiinpano|Nota'.split('|'))(
  'C13: %s is a comment',
  (heading) => {
    expect(vipFieldOf(heading, 'invoices')).toBe('comments');
  },
);
