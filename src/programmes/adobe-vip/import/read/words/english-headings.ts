import type { VipWords } from './vip-words.ts';

/**
 * English. Adobe's own headings are not published (adobe.md §6), so these are likely ones, except
 * those of a partner reconciliation file and of the Admin Console's users; `Tax (Y/N)` and `Extended Price` there
 * are others than these. What is not known is mapped by hand and remembered.
 */
export const english: VipWords = {
  headings: {
    vipId: `vipid vipnumber vipno vipmembershipid membershipid membershipnumber`,
    name: `customername customer organization organisation organizationname organisationname companyname company
      accountname shiptoname name membername endcustomer endusername enduser`,
    marketplaceId: `customerid shiptocustomerid marketplaceid marketplacecustomerid vipmpcustomerid`,
    programme: `programme program programtype viptype licensingprogram`,
    segment: `segment marketsegment marketsubsegment`,
    level: `level discountlevel pricelevel volumelevel vipselectlevel`,
    anniversary: `anniversarydate anniversary ad renewaldate cotermdate`,
    adminName: `adminname admin administrator vipadmin primaryadmin contact contactname`,
    adminEmail: `adminemail adminmail email emailaddress contactemail`,
    licences: `licenses licences totallicenses totallicences licensecount licencecount seats total owned quantity qty count`,
    used: `used usedlicenses usedlicences assigned assignedlicenses assignedlicences inuse`,
    requestNumber: `requestnumber request requestid parequestnumber panumber paid referenceid referencenumber
      authorizationnumber purchaseauthorization purchaseauthorizationnumber`,
    createdOn: `created createdon createdate creationdate datecreated requested requestdate daterequested`,
    deploymentDate: `deploymentdate deployed deploydate dateadded`,
    licenceType: `licencetype licensetype type`,
    product: `product productname productdescription item`,
    sku: `sku offerid partnumber baseofferid articlenumber skunumber`,
    quantity: `quantity qty count`,
    purchaseOrder: `enduserpo enduserponumber ponumber po purchaseorder purchaseordernumber externalreference
      externalreferenceid`,
    status: `status state requeststatus orderstatus`,
    daysToOrder: `daystoorder orderdays ordertime`,
    dueOn: `due duedate dueon orderdue orderdueby orderby expirydate expires`,
    orderNumber: `ordernumber order orderno orderid`,
    orderDate: `orderdate ordered orderedon dateordered`,
    orderType: `ordertype orderreason transactiontype`,
    originalOrder: `originalorder originalordernumber referenceorder referenceorderid referenceordernumber`,
    unitPrice: `unitprice productprice price netprice unitcost`,
    currency: `currency currencycode`,
    yearlyPrice: `yearlyprice price listprice unitprice annualprice partnerprice priceperyear`,
    months: `months term termmonths duration`,
    validFrom: `validfrom effectivedate effectivefrom startdate pricedate`,
    invoiceNumber: `invoicenumber invoiceno invoice invoiceid`,
    lineItem: `lineitem linenumber lineno line`,
    charge: `chargetype charge`,
    orderReason: `orderreason reason`,
    subscription: `subscriptionid subscription`,
    startsOn: `chargestartdate chargestart startdate periodstart`,
    endsOn: `chargeenddate chargeend enddate periodend`,
    netAmount: `extprice netamount lineamount`,
    taxAmount: `taxes taxamount vat vatamount`,
    totalAmount: `linetotalamount linetotal totalamount`,
    billingCycle: `billingcycle billingperiod`,
    comments: `comments comment note notes remark remarks`,
    email: `email emailaddress emailaddresses useremail useremailaddress mail`,
    userName: `username userid loginname login userprincipalname upn`,
    firstName: `firstname givenname forename`,
    lastName: `lastname surname familyname`,
    personName: `name fullname displayname user userfullname assignedto`,
    configurations: `productconfigurations productconfiguration assignedproducts productsassigned assignedlicenses products`,
    profile: `productprofile productprofiles productprofilename`,
    userGroup: `usergroups usergroup group groups department`,
    identityType: `identitytype`,
    memberName: `organization organisation organizationname organisationname customer customername company companyname`,
  },
  everyday: '',
  plainAmount: `amount`,
  programme: {
    vip: `vip classicvip vipclassic`,
    'vip-marketplace': `vipmp vipmarketplace marketplace mp`,
  },
  segment: {
    COM: `com commercial corporate`,
    EDU: `edu education k12 highered`,
    GOV: `gov government publicsector`,
  },
  licenceType: {
    enterprise: `enterprise ent`,
    team: `team teams`,
    'education-device': `educationdevice device shareddevice`,
  },
  status: {
    pending: `pending open requested unpaid pastdue overdue suspended pendingrequest pendingrequests waitingforanorder`,
    ordered: `ordered order processed completed complete fulfilled paid`,
    cancelled: `cancelled canceled removed withdrawn`,
    expired: `expired`,
  },
  orderType: {
    new: `new order newpurchase purchase addseats addon`,
    renewal: `renewal renew renewed`,
    return: `return returned returngranted credit refund`,
  },
  charge: {
    invoice: `invoice invoiced invoiceline`,
    return: `return returned`,
    credit: `credit creditmemo creditnote`,
  },
};
