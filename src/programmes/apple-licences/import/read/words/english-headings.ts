import type { LicenceWords } from './licence-words.ts';

/**
 * English: of licences the headings of our template, Graph and Jamf's API (apple.md §3.3), and what
 * people and portals write; columns of Intune's and Apple's portals are not confirmed. Of
 * installations those of Intune's reports `DeviceInstallStatusByApp` and
 * `UserInstallStatusAggregateByApp` (Microsoft Learn, "Intune reports and properties available using
 * Graph API"), those of its pages, and what people write. The words in `AppInstallState_loc` explain
 * the number in `AppInstallState`, so they come first.
 */
export const english: LicenceWords = {
  licences: {
    adamId: `adamid adamidentifier appstoreid itunesid itunesstoreid storeid appid`,
    storeUrl: `storeurl appstoreurl storelink appstorelink itunesurl storeaddress`,
    pricingParam: `pricingparam pricingparameter pricing quality`,
    name: `appname name displayname app contentname title`,
    productType: `producttype contenttype type`,
    total: `total quantity qty totalcount totallicenses totallicences totallicensecount licensecounttotal totalpurchasedlicenses
      totalvpplicenses purchased owned licenses licences licensespurchased licencespurchased licensestotal licencestotal
      licensesowned purchasedlicenses`,
    assigned: `assigned assignedcount assignedlicenses assignedlicences used usedcount usedlicenses usedlicences
      usedlicensecount inuse licensesinuse licencesinuse licensecountinuse totalusedlicenses usedvpplicenses licensesused licencesused
      licensesassigned licencesassigned`,
    available: `available availablecount availablelicenses availablelicences availablelicensecount free remaining
      remaininglicenses remainingvpplicenses licensesavailable licencesavailable licensesremaining licencesremaining
      licensesfree freelicenses`,
    retired: `retired retiredcount retiredlicenses retiredlicences`,
    unlimited: `unlimited isunlimited`,
    location: `location locationname organizationalunit organisationalunit volumepurchasinglocation`,
    source: `source system mdm`,
    asOf: `asof date lastsync lastsynced lastsynctime lastsynchronized updated`,
    intuneType: `apptype`,
  },
  installs: {
    deviceName: `devicename computername device`,
    serialNumber: `serialnumber serialno deviceserialnumber serial`,
    user: `userprincipalname upn primaryuserupn clientuserid useremail emailaddress email mail`,
    userName: `username userdisplayname user`,
    state: `appinstallstateloc installstateloc appinstallstate installstate installstatus installationstatus
      installationstate appinstallstatus appstatus status state`,
    errorCode: `hexerrorcode errorcodehex errorcode error`,
    details: `appinstallstatedetailsloc installstatedetailloc installstatedetailsloc statusdetails appinstallstatedetails
      installstatedetails installstatedetail statusinformation details`,
    asOf: `lastmodifieddatetime lastcheckin lastcheckintime lastcheckindatetime lastsync lastsyncdatetime lastmodified
      lastupdated asof`,
    appName: `applicationname appname app application`,
    adamId: `adamid appstoreid itunesstoreid itunesid`,
    failed: `failedcount faileddevicecount failures failed`,
    pending: `pendinginstallcount pendingcount pendingdevicecount pendinginstalldevicecount pending`,
    installed: `installedcount installeddevicecount installations installed`,
    notInstalled: `notinstalledcount notinstalleddevicecount notinstalled`,
    notApplicable: `notapplicablecount notapplicabledevicecount notapplicable`,
  },
  sureOfInstalls: `appinstallstateloc installstateloc appinstallstate installstate installstatus installationstatus
    installationstate appinstallstatus`,
  namesWho: `devicename serialnumber userprincipalname upn`,
  // Only numbers with the same meaning in all of Intune's lists are read: the others are ambiguous.
  states: {
    installed: `installed succeeded success 1`,
    failed: `failed installfailed installationfailed error 2`,
    'uninstall-failed': `uninstallfailed uninstallationfailed`,
    pending: `pending installpending pendinginstall installing inprogress downloading`,
    'not-installed': `notinstalled uninstalled removed 3`,
    'not-applicable': `notapplicable`,
    unknown: `unknown 99`,
  },
  yesOrNo: { yes: `true yes y 1 x`, no: `false no n 0` },
  noLimit: `unlimited nolimit`,
  productTypes: { App: `app`, Book: `book books` },
};
