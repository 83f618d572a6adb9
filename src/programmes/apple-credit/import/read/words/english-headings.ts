import type { CreditWords } from './credit-words.ts';

/** Sums that are an order’s. */
const ofOrder = `ordervalue orderamount total totalamount ordertotal amountperorder
  valueperorder sumperorder totalperorder`;

/** Sums that are those of each code. */
const ofCode = `percode amountpercode valuepercode sumpercode creditpercode amountofcode
  amountofthecode valueofcode valueofthecode denomination facevalue`;

/**
 * English. Only `Code` and `Code Redemption Link` are confirmed of Apple's files (apple.md §3.1);
 * the others are what people and shops write.
 */
export const english: CreditWords = {
  headings: {
    code: `code codes redemptioncode redemptioncodes redeemcode vppcode creditcode vppcreditcode vouchercode`,
    link: `coderedemptionlink redemptionlink coderedemptionurl redemptionurl redeemurl redeemlink link url`,
    orderNumber: `ordernumber orderno ordernr orderid order webordernumber salesordernumber appleordernumber`,
    creditNumber: `creditnumber creditno creditid vppcreditnumber vppcreditid`,
    purchaseOrderNumber: `purchaseordernumber purchaseorder purchaseorderno ponumber pono po yourreference`,
    orderDate: `orderdate ordereddate dateordered orderedon ordered purchasedate datepurchased purchasedon date`,
    readyOn: `availablefrom availableon available dateavailable readyon readydate ready deliverydate deliveredon
      maildate`,
    amount: `amount creditamount creditvalue credit value sum vppcredit vppcreditamount ${ofOrder} ${ofCode}`,
    currency: `currency currencycode`,
    purchaser: `purchaser contentpurchaser contentmanager`,
    purchaserName: `purchasername contentpurchasername`,
    purchaserAppleId: `purchaserappleid contentpurchaserappleid contentpurchaseremail purchaseremail appleid appleaccount
      managedappleid managedappleaccount email emailaddress`,
    buyer: `buyer boughtby orderedby buyerappleid`,
    institution: `institution institutionname organization organisation organizationname organisationname company
      companyname school customer`,
    reseller: `reseller resellername supplier suppliername vendor vendorname`,
    product: `product productname app appname item itemname title book`,
    adamId: `adamid appid appstoreid itunesid storeid`,
    status: `status state codestatus`,
    comment: `comment comments note notes remark remarks`,
    purchased: `codespurchased codesbought quantity numberofcodes`,
    redeemed: `codesredeemed codesused`,
    remaining: `codesremaining codesleft`,
    offerCode: `offercode offercodes`,
  },
  sums: { order: ofOrder, code: ofCode },
  everyday: `email emailaddress`,
  otherThings: `serialnumber serial serialno imei meid udid deviceid assettag macaddress vipid vipnumber membershipid
    sku partnumber requestnumber parequestnumber licensekey licencekey productkey invoicenumber customernumber isbn isbn10
    isbn13 issn ean ean13 gtin barcode iban bic phone phonenumber telephone mobile studentid studentnumber pupilnumber
    employeeid vatnumber sn coursecode subjectcode postcode zipcode countrycode productcode roomcode classcode`,
  redeemed: `redeemed used`,
  unredeemed: `unredeemed notredeemed unused notused available active new free`,
};
