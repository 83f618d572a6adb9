import type { CreditWords } from './credit-words.ts';

/** Sums that are an order’s. */
const ofOrder = `totalbeløb ialt ordrebeløb ordresum beløbperordre`;

/** Sums that are those of each code. */
const ofCode = `perkode prkode beløbperkode beløbprkode værdiperkode værdiprkode kodensværdi pålydende`;

/** Danish. A bare `bestilling` is no order number: any shop's invoice has one. */
export const danish: CreditWords = {
  headings: {
    code: `kode koder indløsningskode indløsningskoder kreditkode vppkode`,
    link: `link indløsningslink kodelink`,
    orderNumber: `ordrenummer ordrenr bestillingsnummer bestillingsnr`,
    creditNumber: `kreditnummer kreditnr vppkreditnummer`,
    purchaseOrderNumber: `indkøbsordrenummer indkøbsordre indkøbsnummer rekvisition rekvisitionsnummer deresreference`,
    orderDate: `ordredato bestillingsdato bestilt købsdato indkøbsdato dato`,
    readyOn: `klar klardato tilgængelig tilgængeligfra leveringsdato leveret`,
    amount: `beløb kreditbeløb kredit kreditværdi værdi vppkredit ${ofOrder} ${ofCode}`,
    currency: `valuta valutakode`,
    purchaser: `indholdskøber køber indkøber indholdsansvarlig`,
    purchaserName: `indholdskøberensnavn købersnavn køberensnavn`,
    purchaserAppleId: `indholdskøberensappleid køberensappleid applekonto email emailadresse mail`,
    buyer: `købtaf bestiller bestiltaf`,
    institution: `institution organisation organisationsnavn skole kommune kunde kundenavn virksomhed firma`,
    reseller: `forhandler leverandør leverandørnavn`,
    product: `produkt produktnavn app appnavn titel bog`,
    adamId: `appid`,
    status: `status kodestatus tilstand`,
    comment: `kommentar kommentarer bemærkning bemærkninger note noter`,
    purchased: `købtekoder antalkoder antal`,
    redeemed: `indløstekoder brugtekoder`,
    remaining: `resterendekoder tilbageværendekoder`,
    offerCode: `tilbudskode tilbudskoder`,
  },
  sums: { order: ofOrder, code: ofCode },
  everyday: `email emailadresse mail køber købersnavn køberensnavn indkøber`,
  otherThings: `serienummer serienr varenummer varenr artikelnummer artnr licensnøgle produktnøgle fakturanummer fakturanr
    faktura kundenummer kundenr stregkode telefon telefonnummer mobil mobilnummer cprnummer cprnr cpr cvrnummer cvr eannummer
    kontonummer elevnummer medarbejdernummer postnummer`,
  redeemed: `indløst brugt`,
  unredeemed: `ikkeindløst uindløst ubrugt ikkebrugt tilgængelig aktiv ny ledig`,
};
