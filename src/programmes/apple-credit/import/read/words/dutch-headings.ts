import type { CreditWords } from './credit-words.ts';

/** Sums that are an order’s. */
const ofOrder = `totaalbedrag orderbedrag bedragperorder bedragperbestelling`;

/** Sums that are those of each code. */
const ofCode = `percode bedragpercode waardepercode waardevandecode`;

/** Dutch. A bare `bestelling` is no order number: any shop's invoice has one. */
export const dutch: CreditWords = {
  headings: {
    code: `code codes inwisselcode inwisselcodes verzilvercode verzilvercodes downloadcode tegoedcode kredietcode vppcode`,
    link: `link inwissellink verzilverlink downloadlink codelink`,
    orderNumber: `bestelnummer bestelnr bestellingsnummer ordernummer ordernr`,
    creditNumber: `tegoednummer kredietnummer vpptegoednummer`,
    purchaseOrderNumber: `inkoopordernummer inkooporder inkoopnummer uwreferentie`,
    orderDate: `besteldatum bestelddatum besteldop besteld orderdatum aankoopdatum gekochtop datum`,
    readyOn: `beschikbaarvanaf beschikbaarop beschikbaarsinds leverdatum leveringsdatum geleverdop`,
    amount: `bedrag tegoed tegoedbedrag krediet kredietbedrag waarde vpptegoed ${ofOrder} ${ofCode}`,
    currency: `valuta valutacode munteenheid`,
    purchaser: `koper inkoper contentkoper contentbeheerder`,
    purchaserName: `naamkoper naamvandekoper`,
    purchaserAppleId: `appleidkoper appleidvandekoper beheerdeappleid appleaccount email emailadres mail`,
    buyer: `besteller bestelddoor gekochtdoor`,
    institution: `instelling onderwijsinstelling organisatie school klant klantnaam bedrijf bedrijfsnaam`,
    reseller: `reseller wederverkoper leverancier leveranciersnaam`,
    product: `product productnaam app appnaam titel boek`,
    adamId: `appid`,
    status: `status codestatus`,
    comment: `opmerking opmerkingen notitie notities`,
    purchased: `gekochtecodes aantalcodes aantal`,
    redeemed: `ingewisseldecodes verzilverdecodes gebruiktecodes`,
    remaining: `resterendecodes overgeblevencodes`,
    offerCode: `aanbiedingscode aanbiedingscodes`,
  },
  sums: { order: ofOrder, code: ofCode },
  everyday: `email emailadres mail koper inkoper naamkoper naamvandekoper`,
  otherThings: `serienummer artikelnummer artikelnr artnr artikelcode productcode postcode klantcode licentiesleutel
    productsleutel factuurnummer factuurnr factuur klantnummer klantnr barcode streepjescode telefoon telefoonnummer mobiel
    btwnummer kvknummer bsn burgerservicenummer leerlingnummer studentnummer personeelsnummer`,
  redeemed: `ingewisseld verzilverd gebruikt`,
  unredeemed: `nietingewisseld nietverzilverd ongebruikt nietgebruikt beschikbaar actief nieuw vrij`,
};
