import type { CreditWords } from './credit-words.ts';

/** Sums that are an order’s. */
const ofOrder = `yhteensä kokonaissumma loppusumma tilauksensumma summapertilaus`;

/** Sums that are those of each code. */
const ofCode = `summaperkoodi arvoperkoodi koodinarvo koodinsumma nimellisarvo`;

/**
 * Finnish. A bare `tilaus` is no order number, and there is no word for a credit's that is not a
 * credit note's (`hyvitysnumero`) as well.
 */
export const finnish: CreditWords = {
  headings: {
    code: `koodi koodit lunastuskoodi lunastuskoodit latauskoodi vppkoodi`,
    link: `linkki lunastuslinkki latauslinkki koodinlinkki`,
    orderNumber: `tilausnumero tilausnro tilauksennumero`,
    purchaseOrderNumber: `ostotilausnumero ostotilaus ostotilauksennumero viitteenne`,
    orderDate: `tilauspäivä tilauspvm tilauspäivämäärä tilattu ostopäivä ostettu päivämäärä pvm päiväys`,
    readyOn: `saatavilla saatavillaalkaen valmis toimituspäivä toimitettu`,
    amount: `summa rahamäärä arvo saldo ${ofOrder} ${ofCode}`,
    currency: `valuutta valuuttakoodi`,
    purchaser: `ostaja sisällönostaja sisällönhallitsija`,
    purchaserName: `ostajannimi`,
    purchaserAppleId: `ostajanappleid appletunnus appletili sähköposti sähköpostiosoite`,
    buyer: `tilaaja`,
    institution: `oppilaitos koulu organisaatio kunta asiakas asiakkaannimi yritys`,
    reseller: `jälleenmyyjä toimittaja toimittajannimi`,
    product: `tuote tuotenimi tuotteennimi appi sovellus apinnimi sovelluksennimi kirja`,
    status: `tila koodintila`,
    comment: `kommentti kommentit huomautus huomautukset huomio muistiinpano muistiinpanot`,
    purchased: `ostetutkoodit koodienmäärä määrä lukumäärä kpl`,
    redeemed: `lunastetutkoodit käytetytkoodit`,
    remaining: `jäljelläolevatkoodit koodejajäljellä`,
    offerCode: `tarjouskoodi tarjouskoodit`,
  },
  sums: { order: ofOrder, code: ofCode },
  everyday: `sähköposti sähköpostiosoite ostaja ostajannimi`,
  otherThings: `sarjanumero laitenumero tuotenumero tuotenro tuotekoodi nimikenumero postinumero lisenssiavain tuoteavain
    laskunumero laskunro lasku asiakasnumero asiakasnro viivakoodi puhelin puhelinnumero matkapuhelin henkilötunnus hetu
    ytunnus tilinumero viitenumero oppilasnumero opiskelijanumero henkilönumero oppijanumero`,
  redeemed: `lunastettu käytetty`,
  unredeemed: `lunastamatta lunastamaton käyttämätön käyttämättä saatavilla vapaa aktiivinen uusi`,
};
