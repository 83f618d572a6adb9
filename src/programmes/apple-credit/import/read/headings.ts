import { headingKey } from '#core/import/heading-key.ts';
import type { PreambleLine, SheetField } from './values.ts';

/**
 * What a heading or the key of a line above the headings can mean. `purchaser` is a name or an
 * Apple ID by its content.
 */
export type HeadingMeaning = Exclude<PreambleLine['field'], ''> | 'purchaser' | 'offerCode';

/**
 * Headings in English and Swedish by meaning, as `headingKey` writes them. Only `Code` and `Code
 * Redemption Link` are confirmed of Apple's files (apple.md §3.1); the others are what people and
 * shops write.
 */
const HEADINGS: Readonly<Record<HeadingMeaning, string>> = {
  code: `code codes redemptioncode redemptioncodes redeemcode vppcode creditcode vppcreditcode vouchercode
    kod koder inlösningskod inlösningskoder inlösenkod inlösenkoder kreditkod vppkod`,
  link: `coderedemptionlink redemptionlink coderedemptionurl redemptionurl redeemurl redeemlink link url
    inlösningslänk inlösenlänk inlösningsadress kodlänk länk`,
  orderNumber: `ordernumber orderno ordernr orderid order webordernumber salesordernumber appleordernumber
    ordernummer beställningsnummer beställningsnr bestnr beställning`,
  creditNumber: `creditnumber creditno creditid vppcreditnumber vppcreditid kreditnummer kreditnr vppkreditnummer`,
  purchaseOrderNumber: `purchaseordernumber purchaseorder purchaseorderno ponumber pono po yourreference
    inköpsordernummer inköpsorder inköpsnummer inköpsnr rekvisition rekvisitionsnummer referens`,
  orderDate: `orderdate ordereddate dateordered orderedon ordered purchasedate datepurchased purchasedon date
    orderdatum beställningsdatum beställd köpdatum inköpsdatum datum`,
  readyOn: `availablefrom availableon available dateavailable readyon readydate ready deliverydate deliveredon maildate
    klar klardatum klariinkorgen tillgänglig tillgängligfrån leveransdatum levererad mejldatum`,
  amount: `amount creditamount creditvalue credit value total totalamount ordertotal sum vppcredit vppcreditamount
    belopp kreditbelopp kreditvärde kredit värde summa totalt vppkredit`,
  currency: `currency currencycode valuta valutakod`,
  purchaser: `purchaser contentpurchaser contentmanager innehållsköpare köpare`,
  purchaserName: `purchasername contentpurchasername innehållsköparensnamn köparensnamn`,
  purchaserAppleId: `purchaserappleid contentpurchaserappleid contentpurchaseremail purchaseremail appleid appleaccount
    managedappleid managedappleaccount email emailaddress epost epostadress mejl innehållsköparensappleid köparensappleid`,
  buyer: `buyer boughtby orderedby buyerappleid köptav beställare beställdav`,
  institution: `institution institutionname organization organisation organizationname organisationname company
    companyname school customer kund kommun skola företag företagsnamn organisationsnamn förvaltning`,
  reseller: `reseller resellername återförsäljare`,
  product: `product productname app appname item itemname title book produkt produktnamn appnamn titel bok`,
  adamId: `adamid appid appstoreid itunesid storeid`,
  status: `status state codestatus kodstatus tillstånd`,
  comment: `comment comments note notes remark remarks kommentar kommentarer anteckning anteckningar notering`,
  purchased: `codespurchased codesbought quantity numberofcodes köptakoder koderköpta antalkoder antal`,
  redeemed: `codesredeemed codesused inlöstakoder koderinlösta användakoder`,
  remaining: `codesremaining codesleft kvarvarandekoder koderkvar återståendekoder`,
  offerCode: `offercode offercodes`,
};

const MEANING_OF = new Map(
  Object.entries(HEADINGS).flatMap(([meaning, keys]) =>
    keys.split(/\s+/).map((key): [string, HeadingMeaning] => [key, meaning as HeadingMeaning]),
  ),
);

/** What a heading means, or undefined when it is not known. */
export const meaningOf = (heading: string): HeadingMeaning | undefined =>
  MEANING_OF.get(headingKey(heading));

/** Headings of numbers that look like codes: devices, Adobe's customers and products. */
const OTHER_THINGS =
  `serialnumber serial serialno serienummer serienr imei meid udid deviceid assettag macaddress vipid vipnumber
  membershipid sku partnumber artikelnummer artnr requestnumber parequestnumber licensekey licencekey productkey licensnyckel
  invoicenumber fakturanummer kundnummer customernumber`.split(/\s+/);

/** Whether a heading says that its column holds something other than codes. */
export const namesOtherThing = (heading: string): boolean => {
  const meaning = meaningOf(heading);
  return (
    OTHER_THINGS.includes(headingKey(heading)) || !['code', 'link', undefined].includes(meaning)
  );
};

/**
 * What a code column holds in place of a missing code; too long to be told from a code by its
 * letters.
 */
export const NO_CODE_WORDS: readonly string[] =
  'AVAILABLE UNAVAILABLE NOTAVAILABLE REDEEMED CANCELLED CANCELED REFUNDED INLOST TILLGANGLIG'.split(
    ' ',
  );

const REDEEMED_WORDS = 'redeemed used inlöst använd förbrukad'.split(' ');

/** Whether a status says that the code is redeemed. */
export const saysRedeemed = (status: string): boolean =>
  REDEEMED_WORDS.includes(headingKey(status));

/** Fields that can appear above the headings and apply to the whole sheet. */
export const isPreambleField = (meaning: HeadingMeaning): boolean =>
  !['code', 'link', 'status', 'comment', 'offerCode'].includes(meaning);

/** Fields of a column; what only is above the headings (`Codes Purchased`) is none. */
export const isColumnField = (meaning: HeadingMeaning): meaning is SheetField | 'purchaser' =>
  !['purchased', 'redeemed', 'remaining', 'offerCode'].includes(meaning);
