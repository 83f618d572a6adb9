import type { LicenceWords } from './licence-words.ts';

/** German. */
export const german: LicenceWords = {
  licences: {
    adamId: `appid appkennung`,
    storeUrl: `appstorelink storelink`,
    pricingParam: `qualität`,
    name: `name appname titel`,
    productType: `produkttyp inhaltstyp typ`,
    total: `gesamt gesamtzahl gesamtlizenzen lizenzengesamt gekauft gekauftelizenzen lizenzen anzahl anzahllizenzen
      stückzahl menge`,
    assigned: `zugewiesen zugewiesenelizenzen verwendet verwendetelizenzen genutzt inverwendung`,
    available: `verfügbar verfügbarelizenzen frei freielizenzen verbleibend verbleibendelizenzen`,
    retired: `eingezogen eingezogenelizenzen`,
    unlimited: `unbegrenzt`,
    location: `standort standortname organisationseinheit`,
    source: `quelle`,
    asOf: `stand standvom datum letztesynchronisierung zuletztsynchronisiert`,
  },
  installs: {
    deviceName: `gerätename gerät`,
    serialNumber: `seriennummer seriennr`,
    user: `benutzerprinzipalname emailadresse email`,
    userName: `benutzername benutzer`,
    state: `installationsstatus installationszustand status`,
    errorCode: `fehlercode hexadezimalerfehlercode`,
    details: `statusdetails details`,
    asOf: `letztereincheckvorgang letztercheckin letzteanmeldung letzteeinchecken letztesynchronisierung zuletztgeändert
      zuletztsynchronisiert`,
    appName: `appname anwendungsname anwendung`,
    failed: `fehler fehlgeschlagen`,
    pending: `ausstehend`,
    installed: `installationen installiert`,
    notInstalled: `nichtinstalliert`,
    notApplicable: `nichtzutreffend nichtanwendbar`,
  },
  sureOfInstalls: `installationsstatus installationszustand`,
  namesWho: `gerätename seriennummer benutzerprinzipalname`,
  states: {
    installed: `installiert erfolgreich erfolg`,
    failed: `fehler fehlgeschlagen installationfehlgeschlagen fehlerbeiderinstallation`,
    'uninstall-failed': `deinstallationfehlgeschlagen fehlerbeiderdeinstallation`,
    pending: `ausstehend installationausstehend ausstehendeinstallation wirdinstalliert inbearbeitung wirdheruntergeladen`,
    'not-installed': `nichtinstalliert deinstalliert entfernt`,
    'not-applicable': `nichtzutreffend nichtanwendbar`,
    unknown: `unbekannt`,
  },
  yesOrNo: { yes: `ja wahr`, no: `nein falsch` },
  noLimit: `unbegrenzt unlimitiert`,
  productTypes: { Book: `buch bücher` },
};
