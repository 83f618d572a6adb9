import type { CreditWords } from './credit-words.ts';

/** Sums that are an order’s. */
const ofOrder = `totalt totalbeløp ordrebeløp ordresum beløpperordre`;

/** Sums that are those of each code. */
const ofCode = `perkode beløpperkode beløpprkode verdiperkode verdiprkode kodensverdi pålydende`;

/** Norwegian (bokmål). A bare `bestilling` is no order number: any shop's invoice has one. */
export const norwegian: CreditWords = {
  headings: {
    code: `kode koder innløsningskode innløsningskoder kredittkode vppkode`,
    link: `lenke innløsningslenke kodelenke`,
    orderNumber: `ordrenummer ordrenr bestillingsnummer bestillingsnr`,
    creditNumber: `kredittnummer kredittnr vppkredittnummer`,
    purchaseOrderNumber: `innkjøpsordrenummer innkjøpsordre innkjøpsnummer rekvisisjon rekvisisjonsnummer deresreferanse`,
    orderDate: `ordredato bestillingsdato bestilt kjøpsdato innkjøpsdato dato`,
    readyOn: `klar klardato tilgjengelig tilgjengeligfra leveringsdato levert`,
    amount: `beløp kredittbeløp kreditt kredittverdi verdi sum vppkreditt ${ofOrder} ${ofCode}`,
    currency: `valuta valutakode`,
    purchaser: `innholdskjøper kjøper innkjøper innholdsansvarlig`,
    purchaserName: `innholdskjøperensnavn kjøperensnavn`,
    purchaserAppleId: `innholdskjøperensappleid kjøperensappleid applekonto epost epostadresse`,
    buyer: `kjøptav bestiller bestiltav`,
    institution: `institusjon organisasjon organisasjonsnavn skole kommune kunde kundenavn bedrift firma`,
    reseller: `forhandler leverandør leverandørnavn`,
    product: `produkt produktnavn app appnavn tittel bok`,
    adamId: `appid`,
    status: `status kodestatus tilstand`,
    comment: `kommentar kommentarer merknad merknader notat notater`,
    purchased: `kjøptekoder antallkoder antall`,
    redeemed: `innløstekoder bruktekoder`,
    remaining: `gjenværendekoder gjenståendekoder`,
    offerCode: `tilbudskode tilbudskoder`,
  },
  sums: { order: ofOrder, code: ofCode },
  everyday: `epost epostadresse kjøper kjøperensnavn innkjøper`,
  otherThings: `serienummer serienr varenummer varenr artikkelnummer artnr lisensnøkkel produktnøkkel fakturanummer fakturanr
    faktura kundenummer kundenr strekkode telefon telefonnummer mobil mobilnummer fødselsnummer personnummer
    organisasjonsnummer orgnr orgnummer kontonummer elevnummer ansattnummer postnummer`,
  redeemed: `innløst brukt`,
  unredeemed: `ikkeinnløst uinnløst ubrukt ikkebrukt tilgjengelig aktiv ny ledig`,
};
