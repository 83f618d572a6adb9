import type { CreditWords } from './credit-words.ts';

/** Sums that are an order’s. */
const ofOrder = `gesamtbetrag bestellwert gesamtsumme bestellsumme betragprobestellung`;

/** Sums that are those of each code. */
const ofCode = `procode betragprocode betragjecode wertprocode wertjecode wertdescodes nennwert`;

/**
 * German. A bare `Bestellung` is no order number, and `Gutschriftsnummer` no credit's: any shop's
 * invoice has them.
 */
export const german: CreditWords = {
  headings: {
    code: `code codes einlösecode einlösecodes einlöscode einlösungscode gutscheincode gutscheincodes guthabencode
      downloadcode vppcode`,
    link: `link einlöselink einlöslink einlösungslink codelink`,
    orderNumber: `bestellnummer bestellnr auftragsnummer auftragsnr`,
    creditNumber: `guthabennummer guthabennr kreditnummer vppguthabennummer`,
    purchaseOrderNumber: `einkaufsbestellnummer einkaufsbestellung kundenbestellnummer bestellreferenz ihrereferenz
      ihrzeichen`,
    orderDate: `bestelldatum bestelltam bestellt auftragsdatum kaufdatum gekauftam datum`,
    readyOn: `verfügbarab verfügbarseit verfügbaram bereitab bereitgestelltam lieferdatum geliefertam`,
    amount: `betrag guthaben guthabenbetrag guthabenwert kreditbetrag wert vppguthaben ${ofOrder} ${ofCode}`,
    currency: `währung währungscode`,
    purchaser: `käufer einkäufer inhaltskäufer inhaltsmanager`,
    purchaserName: `namedeskäufers käufername`,
    purchaserAppleId: `appleiddeskäufers verwalteteappleid appleaccount email emailadresse mail`,
    buyer: `besteller bestelltvon gekauftvon`,
    institution: `einrichtung institution organisation schule schulträger kunde kundenname firma unternehmen`,
    reseller: `händler fachhändler wiederverkäufer lieferant lieferantenname`,
    product: `produkt produktname app appname titel buch`,
    adamId: `appid`,
    status: `status codestatus`,
    comment: `kommentar kommentare bemerkung bemerkungen anmerkung anmerkungen notiz notizen`,
    purchased: `gekauftecodes anzahlcodes anzahldercodes anzahl menge`,
    redeemed: `eingelöstecodes verwendetecodes`,
    remaining: `verbleibendecodes restlichecodes übrigecodes`,
    offerCode: `angebotscode angebotscodes`,
  },
  sums: { order: ofOrder, code: ofCode },
  everyday: `email emailadresse mail käufer käufername namedeskäufers einkäufer`,
  otherThings: `seriennummer seriennr gerätenummer inventarnummer artikelnummer artikelnr artnr lizenzschlüssel produktschlüssel
    rechnungsnummer rechnungsnr rechnung kundennummer kundennr lieferscheinnummer strichcode telefon telefonnummer handy
    handynummer mobil steuernummer ustid ustidnr umsatzsteuerid kontonummer schülernummer schülerid personalnummer
    matrikelnummer ausweisnummer`,
  redeemed: `eingelöst verwendet verbraucht benutzt`,
  unredeemed: `nichteingelöst uneingelöst unbenutzt unverwendet verfügbar aktiv neu frei`,
};
