import type { CreditWords } from './credit-words.ts';

/** Sums that are an order’s. */
const ofOrder = `ordervärde orderbelopp ordersumma beställningsvärde totalt totalbelopp
  totalsumma beloppperorder värdeperorder summaperorder beställningssumma orderntotalt
  orderntotaltbelopp`;

/** Sums that are those of each code. */
const ofCode = `perkod beloppperkod värdeperkod summaperkod kreditperkod kodensvärde
  kodensbelopp kodbelopp beloppkod valör`;

/** Swedish. */
export const swedish: CreditWords = {
  headings: {
    code: `kod koder inlösningskod inlösningskoder inlösenkod inlösenkoder kreditkod vppkod`,
    link: `inlösningslänk inlösenlänk inlösningsadress kodlänk länk`,
    orderNumber: `ordernummer beställningsnummer beställningsnr bestnr beställning`,
    creditNumber: `kreditnummer kreditnr vppkreditnummer`,
    purchaseOrderNumber: `inköpsordernummer inköpsorder inköpsnummer inköpsnr rekvisition rekvisitionsnummer referens`,
    orderDate: `orderdatum beställningsdatum beställd köpdatum inköpsdatum datum`,
    readyOn: `klar klardatum klariinkorgen tillgänglig tillgängligfrån leveransdatum levererad mejldatum`,
    amount: `belopp kreditbelopp kreditvärde kredit värde summa vppkredit ${ofOrder} ${ofCode}`,
    currency: `valuta valutakod`,
    purchaser: `innehållsköpare köpare`,
    purchaserName: `innehållsköparensnamn köparensnamn`,
    purchaserAppleId: `epost epostadress mejl innehållsköparensappleid köparensappleid`,
    buyer: `köptav beställare beställdav`,
    institution: `kund kommun skola företag företagsnamn organisationsnamn förvaltning`,
    reseller: `återförsäljare leverantör leverantörsnamn`,
    product: `produkt produktnamn appnamn titel bok`,
    status: `status kodstatus tillstånd`,
    comment: `kommentar kommentarer anteckning anteckningar notering noteringar anmärkning anmärkningar`,
    purchased: `köptakoder koderköpta antalkoder antal`,
    redeemed: `inlöstakoder koderinlösta användakoder`,
    remaining: `kvarvarandekoder koderkvar återståendekoder`,
  },
  sums: { order: ofOrder, code: ofCode },
  everyday: `epost epostadress mejl köpare köparensnamn`,
  otherThings: `serienummer serienr artikelnummer artnr licensnyckel fakturanummer kundnummer personnummer
    organisationsnummer orgnummer orgnr telefon telefonnummer mobil mobilnummer bankgiro plusgiro ocrnummer streckkod
    elevnummer anställningsnummer kurskod ämneskod postnummer landskod produktkod klasskod salkod`,
  redeemed: `inlöst använd förbrukad`,
  unredeemed: `oinlöst ejinlöst inteinlöst oanvänd ejanvänd tillgänglig aktiv ny ledig kvar`,
};
