import { headingKey } from '#core/import/heading-key.ts';
import type { Charge } from '#programmes/adobe-vip/rules/product/invoice-line.ts';
import type {
  LicenceType,
  Segment,
  VipProgramme,
} from '#programmes/adobe-vip/rules/edition/programme.ts';

/**
 * The lists that are read (C13), in the order in which headings are compared: a line of an invoice
 * names all that an order does.
 */
export const VIP_LISTS = ['invoices', 'customers', 'authorizations', 'orders', 'prices'] as const;

/** Which of them a sheet is. */
export type VipListKind = (typeof VIP_LISTS)[number];

/** What a column of each list can mean, in the order in which it is offered. */
export const VIP_LIST_FIELDS = {
  customers: [
    'vipId',
    'name',
    'marketplaceId',
    'programme',
    'segment',
    'level',
    'anniversary',
    'adminName',
    'adminEmail',
    'product',
    'sku',
    'licenceType',
    'licences',
    'used',
  ],
  authorizations: [
    'requestNumber',
    'vipId',
    'name',
    'marketplaceId',
    'createdOn',
    'deploymentDate',
    'licenceType',
    'product',
    'sku',
    'quantity',
    'purchaseOrder',
    'status',
    'daysToOrder',
    'dueOn',
    'orderNumber',
  ],
  orders: [
    'orderNumber',
    'vipId',
    'name',
    'marketplaceId',
    'orderDate',
    'sku',
    'product',
    'licenceType',
    'quantity',
    'orderType',
    'purchaseOrder',
    'requestNumber',
    'originalOrder',
    'unitPrice',
    'currency',
  ],
  invoices: [
    'invoiceNumber',
    'lineItem',
    'charge',
    'orderReason',
    'orderNumber',
    'orderDate',
    'purchaseOrder',
    'name',
    'vipId',
    'marketplaceId',
    'subscription',
    'sku',
    'product',
    'startsOn',
    'endsOn',
    'quantity',
    'unitPrice',
    'netAmount',
    'taxAmount',
    'totalAmount',
    'currency',
    'billingCycle',
    'comments',
  ],
  prices: ['sku', 'product', 'segment', 'level', 'yearlyPrice', 'currency', 'months', 'validFrom'],
} as const satisfies Readonly<Record<VipListKind, readonly string[]>>;

/** What a column of any of the lists can mean. */
export type VipField = (typeof VIP_LIST_FIELDS)[VipListKind][number];

/**
 * Headings by `headingKey`. Adobe's own are not published (adobe.md §6), so these are likely ones,
 * English and Swedish; what is not known here is mapped by hand and remembered.
 */
const HEADINGS: Readonly<Record<VipField, string>> = {
  vipId:
    'vipid vipnumber vipno vipmembershipid membershipid membershipnumber vipmedlemsid vipnummer medlemsid',
  name:
    'customername customer organization organisation organizationname organisationname companyname company accountname ' +
    'shiptoname name membername kundnamn kund organisationsnamn företag företagsnamn slutkund endcustomer endusername enduser namn',
  marketplaceId:
    'customerid shiptocustomerid marketplaceid marketplacecustomerid vipmpcustomerid kundid marketplacekundid',
  programme: 'programme program programtype viptype licensingprogram licensprogram',
  segment: 'segment marketsegment marknadssegment marknad marketsubsegment',
  level:
    'level discountlevel pricelevel volumelevel vipselectlevel nivå rabattnivå prisnivå volymnivå',
  anniversary:
    'anniversarydate anniversary ad renewaldate cotermdate årsdag årsdagen årsdatum förnyelsedatum förlängningsdatum',
  adminName:
    'adminname admin administrator vipadmin primaryadmin contact contactname administratör kontakt kontaktperson',
  adminEmail:
    'adminemail adminmail email emailaddress contactemail adminse-post epost epostadress administratörensepost',
  licences:
    'licenses licences totallicenses totallicences licensecount licencecount seats total owned quantity qty count ' +
    'licenser antallicenser antal totalt ägda kvantitet',
  used: 'used usedlicenses usedlicences assigned assignedlicenses assignedlicences inuse använda användalicenser tilldelade',
  requestNumber:
    'requestnumber request requestid parequestnumber panumber paid referenceid referencenumber authorizationnumber ' +
    'purchaseauthorization purchaseauthorizationnumber begäransnummer begäran auktoriseringsnummer auktoriseringensnummer referensnummer ' +
    'inköpsauktorisering',
  createdOn:
    'created createdon createdate creationdate datecreated requested requestdate daterequested skapad skapades begärd begärddatum',
  deploymentDate:
    'deploymentdate deployed deploydate dateadded distributionsdatum distribuerad driftsättningsdatum',
  licenceType: 'licencetype licensetype type licenstyp typ',
  product: 'product productname productdescription item produkt produktnamn artikel benämning',
  sku: 'sku offerid partnumber baseofferid articlenumber skunumber artikelnummer artnr',
  quantity: 'quantity qty count antal kvantitet',
  purchaseOrder:
    'enduserpo enduserponumber ponumber po purchaseorder purchaseordernumber externalreference externalreferenceid ' +
    'ponummer inköpsordernummer inköpsorder slutkundensinköpsorder beställningsnummer',
  status: 'status state requeststatus orderstatus läge tillstånd',
  daysToOrder:
    'daystoorder orderdays ordertime dagartillbeställning dagarattbeställa beställningsdagar',
  dueOn:
    'due duedate dueon orderdue orderdueby orderby expirydate expires sistadag senast beställsenast förfallodag',
  orderNumber: 'ordernumber order orderno orderid ordernummer ordernr',
  orderDate: 'orderdate ordered orderedon dateordered orderdatum beställd beställningsdatum',
  orderType: 'ordertype orderreason transactiontype ordertyp beställningstyp',
  originalOrder:
    'originalorder originalordernumber referenceorder referenceorderid referenceordernumber ursprungligorder',
  unitPrice: 'unitprice productprice price netprice unitcost styckpris pris àpris apris',
  currency: 'currency currencycode valuta',
  yearlyPrice:
    'yearlyprice price listprice unitprice annualprice partnerprice priceperyear årspris pris listpris prisperår',
  months: 'months term termmonths duration månader löptid avtalstid',
  validFrom: 'validfrom effectivedate effectivefrom startdate pricedate gällerfrån giltigfrån från',
  // Of a partner reconciliation file, whose header is published (adobe.md §6). `Tax (Y/N)` and
  // `Extended Price` are others.
  invoiceNumber: 'invoicenumber invoiceno invoice invoiceid fakturanummer fakturanr faktura',
  lineItem: 'lineitem linenumber lineno line radnummer radnr rad fakturarad',
  charge: 'chargetype charge debiteringstyp debitering',
  orderReason: 'orderreason reason orsak',
  subscription: 'subscriptionid subscription prenumeration prenumerationsid',
  startsOn: 'chargestartdate chargestart startdate periodstart startdatum från',
  endsOn: 'chargeenddate chargeend enddate periodend slutdatum till tillochmed',
  netAmount:
    'extprice netamount lineamount nettobelopp radbelopp beloppexmoms beloppexklmoms beloppexklusivemoms',
  taxAmount: 'taxes taxamount vat vatamount moms momsbelopp',
  totalAmount: 'linetotalamount linetotal totalamount radsumma beloppinklmoms beloppinklusivemoms',
  billingCycle: 'billingcycle billingperiod faktureringsperiod',
  comments: 'comments comment kommentar kommentarer',
};

const KEYS = new Map(
  Object.entries(HEADINGS).map(([field, keys]) => [field, new Set(keys.split(/\s+/))]),
);

/** What a heading means in a list of that kind, or undefined when it is not known. */
export const vipFieldOf = (heading: string, kind: VipListKind): VipField | undefined => {
  const key = headingKey(heading);
  return (VIP_LIST_FIELDS[kind] as readonly VipField[]).find((field) => KEYS.get(field)?.has(key));
};

const PLAIN_AMOUNTS: readonly string[] = ['amount', 'belopp'];

/**
 * Whether a heading names a sum and no more: of a line of an invoice its net amount, where no other
 * column says that.
 */
export const isPlainAmount = (heading: string): boolean =>
  PLAIN_AMOUNTS.includes(headingKey(heading));

const wordIn = <Value extends string>(words: Readonly<Record<Value, string>>) => {
  const found = new Map(
    Object.entries<string>(words).flatMap(([value, keys]) =>
      keys.split(' ').map((key) => [key, value as Value]),
    ),
  );
  return (written: string): Value | undefined => found.get(headingKey(written));
};

/** Which programme a word names, or undefined. */
export const programmeIn: (written: string) => VipProgramme | undefined = wordIn({
  vip: 'vip classicvip vipclassic klassisktvip',
  'vip-marketplace': 'vipmp vipmarketplace marketplace mp',
});

/** Which market segment a word names, or undefined. */
export const segmentIn: (written: string) => Segment | undefined = wordIn({
  COM: 'com commercial corporate företag kommersiell näringsliv',
  EDU: 'edu education k12 highered utbildning skola',
  GOV: 'gov government publicsector offentlig offentligsektor myndighet',
});

/**
 * Which licence type a word names; Education devices are ordered from Adobe directly (seed 002).
 */
export const licenceTypeIn: (written: string) => LicenceType | 'education-device' | undefined =
  wordIn({
    enterprise: 'enterprise ent företag',
    team: 'team teams',
    'education-device':
      'educationdevice device shareddevice educationenhet educationenheter enhet enhetslicens',
  });

/**
 * An authorization's status in a list: its open stages follow from the days (C3) and count as one.
 */
export type ListedStatus = 'pending' | 'ordered' | 'cancelled' | 'expired';

/** Which status a word names, or undefined. */
export const statusIn: (written: string) => ListedStatus | undefined = wordIn({
  pending:
    'pending open requested unpaid pastdue overdue suspended pendingrequest pendingrequests waitingforanorder ' +
    'väntande väntar väntarpåorder öppen försenad pausad avstängd',
  ordered: 'ordered order processed completed complete fulfilled paid beställd slutförd klar',
  cancelled:
    'cancelled canceled removed withdrawn avbruten avbokad annullerad återkallad tillbakadragen borttagen',
  expired: 'expired utgången gickut hargåttut',
});

/** What an order row is: licences that come, licences that are renewed, licences that go back. */
export type ListedOrderType = 'new' | 'renewal' | 'return';

/** Which type a word names, or undefined. */
export const orderTypeIn: (written: string) => ListedOrderType | undefined = wordIn({
  new: 'new order newpurchase purchase addseats addon ny nyköp tillägg',
  renewal: 'renewal renew renewed förlängning förnyelse',
  return: 'return returned returngranted credit refund retur returnerad returbeviljad kredit',
});

/** Which charge a word names, or undefined. */
export const chargeIn: (written: string) => Charge | undefined = wordIn({
  invoice: 'invoice invoiced invoiceline faktura fakturarad fakturering debet',
  return: 'return returned retur',
  credit: 'credit creditmemo creditnote kredit kreditering kreditfaktura',
});
