import { lookUpIn } from './heading-words.ts';

/**
 * Headings of the orders of a web shop: how goods travel and are paid, and what a sum is made of, in
 * the languages of the headings. Credit has none of these.
 */
const ofShops = lookUpIn([
  {
    shop: `shipping shippingcost shippingmethod shippingaddress shippingname billingaddress billingname paymentmethod
      paymentstatus financialstatus fulfillmentstatus fulfilmentstatus trackingnumber discountcode cartdiscount coupon
      frakt fraktkostnad fraktsätt leveransadress leveranssätt fakturaadress betalsätt betalningssätt betalningsstatus
      rabattkod spårningsnummer versand versandkosten versandart lieferadresse rechnungsadresse zahlungsart
      gutscheincode livraison fraisdeport adressedelivraison adressedefacturation modedepaiement envío
      direccióndeenvío direccióndefacturación métododepago verzending verzendkosten verzendadres factuuradres
      betaalmethode frakt fraktkostnader leveringsadresse fakturaadresse betalingsmåte betalingsmetode fragt toimitus
      toimitusosoite laskutusosoite maksutapa`,
  },
]);

const ofAddresses = lookUpIn([
  {
    address: `email emailaddress mail epost epostadress mejl mailadress emailadresse mailadresse courriel adresseemail
      adressemail correo correoelectrónico emailadres epostadresse sähköposti sähköpostiosoite`,
  },
]);

/** Headings of somebody who buys in a shop. */
const ofBuyers = lookUpIn([
  {
    buyer: `customer customername client kund kundnamn kunde kundenname kundenavn cliente nombredelcliente nomduclient
      klant klantnaam asiakas asiakkaannimi`,
  },
]);

/**
 * Whether headings beside an order's number are those of a web shop: `sure` where they say how goods
 * are sent or paid, `perhaps` where they name a customer with an e-mail address. Whoever orders credit
 * is a purchaser of a school, and a reseller's order has a product.
 */
export const saysShop = (headings: readonly string[]): 'sure' | 'perhaps' | 'no' => {
  const hasAny = (knows: (heading: string) => string | undefined): boolean =>
    headings.some((heading) => knows(heading) !== undefined);
  if (hasAny(ofShops)) return 'sure';
  return hasAny(ofAddresses) && hasAny(ofBuyers) ? 'perhaps' : 'no';
};
