import type { LicenceWords } from './licence-words.ts';

/** Swedish. */
export const swedish: LicenceWords = {
  licences: {
    storeUrl: `butikslänk appstorelänk butiksadress`,
    pricingParam: `kvalitet`,
    name: `appnamn namn programnamn titel`,
    productType: `produkttyp innehållstyp typ`,
    total: `totalt ägda köpta antal kvantitet st antallicenser köptalicenser ägdalicenser licenser
      inköpta inköptalicenser antalinköpta antalköpta antalägda licenserköpta licenserägda licensertotalt inköptast köptast ägdast`,
    assigned: `tilldelade tilldeladelicenser använda användalicenser antaltilldelade antalanvända licenseranvända licensertilldelade tilldeladest användast`,
    available: `lediga ledigalicenser tillgängliga tillgängligalicenser kvar kvarvarande antallediga antalkvar licenserlediga licenserkvar licensertillgängliga ledigast`,
    retired: `indragna indragnalicenser`,
    unlimited: `obegränsad obegränsat obegränsade`,
    location: `plats platsnamn organisationsenhet`,
    source: `källa`,
    asOf: `perdatum datum avläst senastsynkad`,
  },
  installs: {
    deviceName: `enhetsnamn enhetensnamn enhet`,
    serialNumber: `serienummer`,
    user: `användarenshuvudnamn användarhuvudnamn epostadress epost`,
    userName: `användarnamn användare`,
    state: `installationsstatus installationstillstånd status tillstånd`,
    errorCode: `hexadecimalfelkod felkod`,
    details: `statusdetaljer detaljer`,
    asOf: `senasteincheckning senastincheckad senastinchecking senastesynkronisering senastsynkad senaständrad perdatum`,
    appName: `appnamn programnamn program`,
    failed: `misslyckade misslyckanden`,
    pending: `väntande väntar`,
    installed: `installationer installerade`,
    notInstalled: `inteinstallerade ejinstallerade`,
    notApplicable: `ejtillämpliga inteaktuella`,
  },
  sureOfInstalls: `installationsstatus installationstillstånd`,
  namesWho: `enhetsnamn serienummer`,
  states: {
    installed: `installerad installerat installerade lyckades lyckad`,
    failed: `misslyckades misslyckad misslyckat fel`,
    'uninstall-failed': `avinstallationenmisslyckades avinstallationmisslyckades`,
    pending: `väntar väntande väntarpåinstallation väntandeinstallation installationväntar installationväntande installeras
      pågår hämtas`,
    'not-installed': `inteinstallerad ejinstallerad inteinstallerat avinstallerad borttagen`,
    'not-applicable': `intetillämplig ejtillämplig ejtillämpligt intetillämpligt inteaktuell gällerinte`,
    unknown: `okänd okänt`,
  },
  yesOrNo: { yes: `ja j sant`, no: `nej falskt` },
  noLimit: `obegränsat obegränsad obegränsade`,
  productTypes: { Book: `bok böcker` },
};
