import { describe, expect, test } from 'vitest';
import type { RecognisedSheet } from '#programmes/apple-credit/import/read/values.ts';
import { mappingKey } from '#programmes/apple-credit/import/read/columns.ts';
import { meaningOf } from '#programmes/apple-credit/import/read/headings.ts';
import { recogniseFile } from '#programmes/apple-credit/import/read/lists.ts';
import { saidBy } from '#programmes/apple-credit/import/read/status-words.ts';
import { namesCredit } from '#programmes/apple-credit/import/read/names-credit.ts';
import { languages } from '#programmes/apple-credit/import/read/words/languages.ts';
import { wordsIn } from '#core/import/heading-words.ts';
import { fileOf, sheetOf } from '#tests/factories/sheet-rows.ts';
import { onlyWithAccents, uselessWords, withTwoMeanings } from '#tests/factories/word-lists.ts';

const sheetIn = (rows: readonly (readonly string[])[]): RecognisedSheet | undefined => {
  const found = recogniseFile(fileOf(sheetOf(rows)));
  return found.ok ? found.value.sheets[0] : undefined;
};
const fieldsOf = (sheet: RecognisedSheet | undefined) => sheet?.columns.map(({ field }) => field);

/** Orders of credit, one a row: the same columns in every language. */
const ORDERS = {
  Swedish:
    'Ordernummer|Innehållsköpare|Kreditbelopp|Valuta|Orderdatum|Tillgänglig från|Inlösningskod|Status',
  English:
    'Order Number|Content Purchaser|Amount|Currency|Order Date|Available From|Redemption Code|Status',
  German:
    'Bestellnummer|Käufer|Guthabenbetrag|Währung|Bestelldatum|Verfügbar ab|Einlösecode|Status',
  French:
    'N° de commande|Acheteur|Montant du crédit|Devise|Date de commande|Disponible à partir du|Code d’échange|Statut',
  Spanish:
    'N.º de pedido|Comprador|Importe|Moneda|Fecha de pedido|Disponible desde|Código de canje|Estado',
  Dutch: 'Bestelnummer|Koper|Tegoedbedrag|Valuta|Besteldatum|Beschikbaar vanaf|Inwisselcode|Status',
  Norwegian:
    'Ordrenummer|Innholdskjøper|Beløp|Valuta|Bestillingsdato|Tilgjengelig fra|Innløsningskode|Status',
  Danish:
    'Ordrenummer|Indholdskøber|Beløb|Valuta|Bestillingsdato|Tilgængelig fra|Indløsningskode|Status',
  Finnish: 'Tilausnumero|Ostaja|Summa|Valuutta|Tilauspäivä|Saatavilla alkaen|Lunastuskoodi|Tila',
};

/** Codes of apps, one a row. */
const CODES = {
  Swedish: 'Kod|Inlösningslänk|App|Kommentar',
  English: 'Code|Code Redemption Link|App|Comment',
  German: 'Einlösecode|Einlöselink|App|Bemerkung',
  French: 'Code de téléchargement|Lien de téléchargement|Nom de l’app|Remarque',
  Spanish: 'Código de descarga|Enlace de descarga|Aplicación|Comentario',
  Dutch: 'Verzilvercode|Verzilverlink|App-naam|Opmerking',
  Norwegian: 'Kode|Innløsningslenke|Appnavn|Merknad',
  Danish: 'Kode|Indløsningslink|Appnavn|Bemærkning',
  Finnish: 'Koodi|Lunastuslinkki|Sovellus|Huomautus',
};

const ORDER = ['4500218837', 'x@nordby.example', '25 000,00', 'EUR', '2026-09-01', '2026-09-04'];
const LINK = 'https://apps.apple.com/redeem?code=FAKE0000ABCD&ctx=apps';

describe('A5: headings in nine languages', () => {
  test.each(Object.entries(ORDERS))('A5: orders of credit in %s', (_, headings) => {
    const sheet = sheetIn([headings.split('|'), [...ORDER, 'FAKE0000ABCD', 'x']]);
    expect(sheet).toMatchObject({ kind: 'credit', headerRow: 1, needsMapping: false });
    expect(fieldsOf(sheet)).toEqual([
      'orderNumber',
      'purchaserAppleId',
      'amount',
      'currency',
      'orderDate',
      'readyOn',
      'code',
      'status',
    ]);
  });

  test.each(Object.entries(CODES))('A5: codes of apps in %s', (_, headings) => {
    const sheet = sheetIn([headings.split('|'), ['FAKE0000ABCD', LINK, 'Foto', 'x']]);
    expect(sheet).toMatchObject({ kind: 'codes', headerRow: 1, needsMapping: false });
    expect(fieldsOf(sheet)).toEqual(['code', 'link', 'product', 'comment']);
    expect(sheet && namesCredit(sheet)).toBe(true);
  });

  test.each([
    ['Prénom', undefined],
    ['NUMERO DE COMMANDE', 'orderNumber'],
    ['Numéro de la commande', 'orderNumber'],
    ['Waehrung', 'currency'],
    ['Einloesecode', 'code'],
    ['Beloeb', 'amount'],
    ['Indlosningskode', 'code'],
    ['CODIGO DE CANJE', 'code'],
    ['Tilauspaiva', 'orderDate'],
    // What any shop's invoice has is not an order's number.
    ['Bestellung', undefined],
    ['Commande', undefined],
    ['Gutschriftsnummer', undefined],
  ])('A5: %s means %s', (heading, meaning) => {
    expect(meaningOf(heading)).toBe(meaning);
  });

  test('A5: lines above the headings', () => {
    const sheet = sheetIn([
      ['Bestellnummer', 'MFX0000105'],
      ['Gekaufte Codes: 3'],
      ['Numéro du bon de commande', 'PO 7'],
      ['Tilaaja', 'Aino'],
      [],
      ['Code', 'Link'],
      ['FAKE0000ABCD', LINK],
    ]);
    expect(sheet?.metadata).toEqual({
      orderNumber: 'MFX0000105',
      purchaseOrderNumber: 'PO 7',
      buyer: 'Aino',
      purchased: 3,
    });
  });

  test('A5: a status says in every language that a code is redeemed', () => {
    const words =
      'Redeemed Inlöst Eingelöst Utilisé Canjeado Ingewisseld Innløst Indløst Lunastettu EINGELOEST';
    expect(words.split(' ').filter((word) => saidBy(word) !== 'redeemed')).toEqual([]);
    expect(['Offen', 'Disponible', 'Tilgjengelig', ''].map(saidBy)).toEqual([
      'unknown',
      'unredeemed',
      'unredeemed',
      'unknown',
    ]);
  });

  test('A5: mappings are remembered by the keys that they were stored under', () => {
    const keyOf = (...headings: readonly string[]) =>
      mappingKey(sheetIn([headings, headings.map(() => 'FAKE0000ABCD')])!);
    expect(keyOf('Code', 'Bestellnummer', 'Ref')).toBe('apple-codes:code|#2|#3');
    expect(keyOf('Code', 'Beställningsnummer', 'Ref')).toBe(
      'apple-codes:code|beställningsnummer|ref',
    );
    expect(keyOf('Code', 'N° cmd', 'Größe')).toBe('apple-codes:code|ncmd|größe');
  });
});

describe('A5: lists of others are no codes', () => {
  test.each([
    [
      'a German invoice of a bookshop',
      'Rechnungsnummer|Rechnungsdatum|ISBN|Titel|Menge|Einzelpreis|Gesamtpreis',
      'RE20260017|01.09.2026|9783161484100|Mathe 5|30|19,95|598,50',
    ],
    [
      'a German list of customers',
      'Kundennummer|Name|Straße|PLZ|Ort|E-Mail|Telefon',
      'KD10023400|Nordschule|Weg 1|24937|Flensburg|x@nord.example|0461123456',
    ],
    [
      'a Finnish list of pupils',
      'Sukunimi|Etunimi|Henkilötunnus|Luokka|Sähköposti',
      'Virtanen|Aino|131052-308T|5A|aino@koulu.example',
    ],
    [
      'a Dutch price list of paper',
      'Artikelnummer|Omschrijving|Eenheid|Prijs',
      'PAP80A4500|Papier A4 80 g|doos|24,95',
    ],
    [
      'a French list of pupils',
      'Nom|Prénom|Classe|N° INE|Date de naissance',
      'Martin|Léa|5B|120890177FA|03/04/2014',
    ],
    [
      'a Spanish list of employees',
      'Nombre|Apellidos|NIF|Correo electrónico|Teléfono',
      'Ana|García|12345678Z|ana@centro.example|600123456',
    ],
    [
      'a Danish list of pupils',
      'Navn|CPR-nr.|Klasse|E-mail',
      'Freja|010101-1234|5A|f@skole.example',
    ],
    [
      'a Norwegian list of devices',
      'Enhetsnavn|Serienummer|Strekkode|Sted',
      'iPad 12|DMPXK1ABCD|7071234567890|Rom 3',
    ],
    ['a Swedish list of books', 'ISBN|Titel|Streckkod', '9789100123456|Matte 5|7350000000001'],
  ])('A5: %s', (_, headings, row) => {
    expect(sheetIn([headings.split('|'), row.split('|'), row.split('|')])).toBeUndefined();
  });

  test.each([
    'Leverantör|Anteckning',
    'Supplier|Notes',
    'Vendor|Remarks',
    'Lieferant|Notizen',
    'Fournisseur|Notes',
    'Proveedor|Notas',
    'Leverancier|Notities',
    'Leverandør|Notater',
    'Leverandør|Noter',
    'Toimittaja|Muistiinpanot',
  ])(
    'A5: %s are who sold the credit and what somebody noted, not a reason to take it for one',
    (said) => {
      const sheet = sheetIn([
        ['Order Number', 'Amount', ...said.split('|')],
        ['B-17', '25,00', 'Atea', 'Vårterminen'],
      ]);
      expect(fieldsOf(sheet)?.slice(2)).toEqual(['reseller', 'comment']);
      expect(sheet && namesCredit(sheet)).toBe(false);
    },
  );

  test.each(['E-Mail', 'Käufer', 'Acheteur', 'Correo', 'Kjøper', 'Køber', 'Ostaja', 'Koper'])(
    'A5: %s does not say that a sheet is Apple’s',
    (heading) => {
      const sheet = sheetIn([
        ['Bestellnummer', 'Betrag', heading],
        ['B-17', '25,00', 'x@nord.example'],
      ]);
      expect(fieldsOf(sheet)).toContain('purchaserAppleId');
      expect(sheet && namesCredit(sheet)).toBe(false);
    },
  );
});

describe('A5: the words themselves', () => {
  const headings = languages.map((words) => words.headings);

  test('A5: no heading means two things', () => {
    expect(withTwoMeanings(headings)).toEqual([]);
    expect(onlyWithAccents(headings)).toEqual([]);
  });

  test('A5: each word is written as headings are compared, once in a language', () => {
    expect(uselessWords(headings)).toEqual([]);
    expect(uselessWords(languages.map(({ otherThings }) => ({ otherThings })))).toEqual([]);
    expect(uselessWords(languages.map(({ redeemed }) => ({ redeemed })))).toEqual([]);
  });

  test('A5: what everybody has is a heading, and what is another thing is no code', () => {
    for (const { everyday, otherThings } of languages) {
      expect(wordsIn(everyday).filter((word) => meaningOf(word) === undefined)).toEqual([]);
      expect(wordsIn(otherThings).filter((word) => meaningOf(word) === 'code')).toEqual([]);
    }
  });
});
