import { headingKey } from '#core/import/heading-key.ts';
import { asHeading, lookUpIn } from '#core/import/heading-words.ts';
import type { HoldingField } from '../fields.ts';
import { fieldOf } from '../headings.ts';
import { isOfTrade, saysWho, whoFieldOf } from './who-headings.ts';

type OwnField =
  | 'appName'
  | 'serialNumber'
  | 'deviceName'
  | 'licenceType'
  | 'state'
  | 'asOf'
  | 'takenBackOn';

/**
 * Headings by field, as `headingKey` writes them, in the languages of `who-headings.ts`. The columns
 * of Intune's *App licences* and of Jamf's pages are not published: these are likely ones.
 */
const HEADINGS: Readonly<Record<OwnField, string>> = {
  appName: `appname applicationname app application apptitle contentname contenttitle bookname appnamn programnamn program
    appensnamn applikation anwendung anwendungsname appbezeichnung nomdelapp nomdelapplication nomdapplication nombredelaapp
    nombredeaplicación nombredelaaplicación nombredelaaplicacion aplicación aplicacion appnaam naamvandeapp toepassing
    appnavn programnavn appennavn sovellus sovelluksennimi sovellusnimi`,
  serialNumber: `serialnumber serialno serial deviceserialnumber serienummer enhetensserienummer seriennummer
    geräteseriennummer numérodesérie numerodeserie númerodeserie sarjanumero
    ipadserialnumber ipadserial ipadserienummer ipadserienr iphoneserienummer iphoneserienr serienr serialnr seriennr
    serienummeripad`,
  deviceName: `devicename device mobiledevice mobiledevicename computername computer enhet enhetsnamn enhetensnamn gerät
    gerätename appareil nomdelappareil nomdappareil dispositivo nombredeldispositivo apparaat apparaatnaam enhetsnavn
    enhedsnavn enhed laite laitteennimi laitenimi`,
  licenceType: `licensetype licencetype assignmenttype assigntype licensedto licenstyp tilldelningstyp lizenztyp
    typedelicence tipodelicencia licentietype lisenstype licenstype lisenssityyppi lisenssinlaji`,
  state: `status state licensestatus licencestatus licensestate assignmentstatus assignmentstate licensstatus
    tilldelningsstatus tillstånd lizenzstatus zuweisungsstatus état etat statut estado lisensstatus tila`,
  asOf: `assignedon assigneddate dateassigned assignmentdate assignedat tilldeladden tilldelningsdatum tilldelningsdag
    zugewiesenam dateattribution fechadeasignación fechadeasignacion toegewezenop tildeltdato`,
  takenBackOn: `revokeddate daterevoked revokedon revokedat returneddate datereturned returnedon unassignedon
    removedon removeddate dateremoved reclaimedon returned revoked återlämnad återlämnaddatum återlämnadden återtagen
    återtagenden återkallad återkallades indragen indragenden borttagen borttagenden zurückgegeben zurückgegebenam
    widerrufenam entferntam rendule restituéle révoquéle retiréle devuelto devueltoel revocadoel teruggegeven
    teruggegevenop ingetrokkenop tilbakelevert levertinn fjernetdato tilbageleveret fjernet palautettu palautuspäivä
    peruttu`,
};

const FIELD_OF = new Map(
  (Object.keys(HEADINGS) as OwnField[]).flatMap((field) =>
    HEADINGS[field].split(/\s+/).map((key): [string, HoldingField] => [key, field]),
  ),
);

const ofOwn = asHeading<HoldingField>((heading) => FIELD_OF.get(headingKey(heading)));

/** Headings that ask of a licence whether somebody has it, where yes or no is below them. */
const ASKS_ASSIGNED = new Set(
  `assigned assignment tilldelad tilldelat licens license licence licensed zugewiesen lizenz attribué attribuée licence
   asignado asignada licencia toegewezen licentie tildelt lisens määritetty lisenssi`.split(/\s+/),
);

/** Whether a heading asks that. */
export const asksAssigned = (heading: string): boolean => ASKS_ASSIGNED.has(headingKey(heading));

/** What such a list has in common with one of apps. */
const OF_APPS = ['adamId', 'storeUrl', 'pricingParam', 'location', 'asOf'] as const;

/** What a heading means in a list of who has which licence, or undefined when it is not known. */
export const holdingFieldOf = (heading: string): HoldingField | undefined => {
  const ofApps = fieldOf(heading, 'neutral');
  return ofOwn(heading) ?? whoFieldOf(heading) ?? OF_APPS.find((field) => field === ofApps);
};

/** Whether a name may be the app's as well as that of whoever has the licence. */
export const isAnybodysName = (heading: string): boolean =>
  fieldOf(heading, 'neutral') === 'name' && whoFieldOf(heading) === 'name';

/** Whether headings name apps, and beside each whoever has a licence of it. */
export const saysHoldings = (headings: readonly string[]): boolean => {
  const fields = new Set(headings.map(holdingFieldOf));
  const namesApp = fields.has('adamId') || fields.has('storeUrl') || fields.has('appName');
  if (!namesApp || !(saysWho(fields) || fields.has('serialNumber'))) return false;
  const counts = headings.some((heading) => {
    const meant = fieldOf(heading, 'neutral');
    return meant === 'total' || meant === 'available';
  });
  return !counts && !isOfTrade(headings);
};

const wordsOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

const USER = wordsOf(
  `user users userlicense userlicence userbased userlicensed användare användarlicens benutzer benutzerlizenz utilisateur
   usuario gebruiker bruker bruger käyttäjä`,
);

const DEVICE = wordsOf(
  `device devices devicelicense devicelicence devicebased devicelicensed enhet enhetslicens gerät gerätelizenz appareil
   dispositivo apparaat enhed laite`,
);

/** Whether a licence is a user's or a device's by the word in a list; undefined for any other. */
export const licenceTypeOf = (written: string): 'user' | 'device' | undefined => {
  const key = headingKey(written);
  return USER.has(key) ? 'user' : DEVICE.has(key) ? 'device' : undefined;
};

/** What a state says of a licence, as far as it is understood. */
export type StateSaid = 'assigned' | 'not-assigned' | 'unknown';

/** Such words in the languages of `who-headings.ts`; nobody has a licence that is yet to come. */
const stateIn = lookUpIn<Exclude<StateSaid, 'unknown'>>([
  {
    'not-assigned': `revoked unassigned notassigned available free removed retired returned reclaimed disassociated
      återkallad återtagen intetilldelad ejtilldelad ledig indragen borttagen widerrufen nichtzugewiesen verfügbar frei
      entfernt révoquée révoqué nonattribuée disponible revocada revocado sinasignar ingetrokken niettoegewezen
      beschikbaar trukkettilbake ikketildelt ledig tilgængelig peruutettu vapaa
      notinstalled uninstalled inteinstallerad ejinstallerad inteinstallerat avinstallerad nichtinstalliert deinstalliert
      noninstallé noinstalado nietgeïnstalleerd ikkeinstallert ikkeinstalleret eiasennettu unmanaged notmanaged
      previouslyassigned formerlyassigned tidigaretilldelad återlämnad returnerad återlämnat zurückgegeben
      no nej nein non nee nei ei false ingen
      refunded inactive failed pending pendingassignment pendingassociation queued waiting expired rejected declined denied
      cancelled canceled deactivated error assignmentfailed
      återbetald inaktiv misslyckades misslyckad misslyckat väntar väntande ejgodkänd integodkänd avslagen nekad utgången
      avslutad avbruten annullerad inaktiverad fel
      fehlgeschlagen ausstehend wartend abgelaufen abgelehnt erstattet storniert deaktiviert fehler
      inactif échoué échouée échec enattente expiré expirée refusé refusée remboursé remboursée annulé annulée erreur
      inactivo inactiva fallido fallida pendiente caducado caducada vencido vencida rechazado rechazada reembolsado
      reembolsada cancelado cancelada
      inactief mislukt inafwachting verlopen afgewezen geweigerd terugbetaald geannuleerd fout
      mislyktes mislykket venter utløpt avvist refundert kansellert feil
      mislykkedes afventer udløbet afvist refunderet annulleret fejl
      eiaktiivinen epäonnistui odottaa vanhentunut hylätty hyvitetty peruttu virhe`,
    assigned: `assigned active associated inuse used taken allocated linked installed accepted ok yes true
      tilldelad tilldelat tilldelade aktiv aktivt aktiverad associerad ibruk använd används installerad kopplad godkänd ja
      zugewiesen zugeordnet aktiviert inverwendung inbenutzung verwendet installiert
      attribué attribuée assigné assignée actif active associé associée utilisée utilisé oui
      asignado asignada activo activa enuso usada usado sí
      toegewezen actief ingebruik geïnstalleerd
      tildelt aktivert ibruk aktiveret ibrug installert installeret
      määritetty aktiivinen käytössä asennettu kyllä`,
  },
]);

/** What a word in the column of a licence's state says; nothing where it is empty. */
export const stateSaid = (written: string): StateSaid | '' =>
  written === '' ? '' : (stateIn(written) ?? 'unknown');
