import { headingKey } from '#core/import/heading-key.ts';
import type { ListedInstall } from '#programmes/apple-licences/rules/install/install-status.ts';

/** Every field of a list of installations, in the order in which a choice of them is offered. */
export const INSTALL_FIELDS = [
  'deviceName',
  'serialNumber',
  'user',
  'userName',
  'state',
  'errorCode',
  'details',
  'asOf',
  'appName',
  'adamId',
  'failed',
  'pending',
  'installed',
  'notInstalled',
  'notApplicable',
] as const;

/** What a column of a list of installations can mean; the last five count a user's devices. */
export type InstallField = (typeof INSTALL_FIELDS)[number];

/**
 * Headings by field, as `headingKey` writes them, the best first where a list has several: those of
 * Intune's reports `DeviceInstallStatusByApp` and `UserInstallStatusAggregateByApp` (Microsoft
 * Learn, "Intune reports and properties available using Graph API"), those of its pages, and what
 * people write. The words in `AppInstallState_loc` explain the number in `AppInstallState`, so they
 * come first.
 */
const HEADINGS: Readonly<Record<InstallField, string>> = {
  deviceName: `devicename enhetsnamn enhetensnamn device enhet`,
  serialNumber: `serialnumber serialno deviceserialnumber serial serienummer`,
  user: `userprincipalname upn primaryuserupn clientuserid användarenshuvudnamn användarhuvudnamn useremail emailaddress email
    mail epostadress epost`,
  userName: `username userdisplayname user användarnamn användare`,
  state: `appinstallstateloc installstateloc appinstallstate installstate installstatus installationstatus installationstate
    appinstallstatus installationsstatus installationstillstånd status state tillstånd`,
  errorCode: `hexerrorcode errorcodehex errorcode error hexadecimalfelkod felkod`,
  details: `appinstallstatedetailsloc installstatedetailloc installstatedetailsloc statusdetails appinstallstatedetails
    installstatedetails installstatedetail statusinformation statusdetaljer detaljer details`,
  asOf: `lastmodifieddatetime lastcheckin lastcheckintime lastcheckindatetime lastsync lastsyncdatetime lastmodified
    lastupdated asof senasteincheckning senastincheckad senastinchecking senastesynkronisering senastsynkad senaständrad
    perdatum`,
  appName: `applicationname appname app application appnamn programnamn program`,
  adamId: `adamid appstoreid itunesstoreid itunesid`,
  failed: `failedcount faileddevicecount failures failed misslyckade misslyckanden`,
  pending: `pendinginstallcount pendingcount pendingdevicecount pendinginstalldevicecount pending väntande väntar`,
  installed: `installedcount installeddevicecount installations installed installationer installerade`,
  notInstalled: `notinstalledcount notinstalleddevicecount notinstalled inteinstallerade ejinstallerade`,
  notApplicable: `notapplicablecount notapplicabledevicecount notapplicable ejtillämpliga inteaktuella`,
};

/** Headings that can only be about installing; `Status` alone may appear in any list. */
const SURE = new Set(
  `appinstallstateloc installstateloc appinstallstate installstate installstatus installationstatus installationstate
   appinstallstatus installationsstatus installationstillstånd`.split(/\s+/),
);

/** Headings that name a device or user of a system; an e-mail address may appear in any list. */
const NAMES_WHO = new Set(
  `devicename enhetsnamn serialnumber serienummer userprincipalname upn`.split(/\s+/),
);

const FIELD_OF = new Map(
  INSTALL_FIELDS.flatMap((field) =>
    HEADINGS[field]
      .split(/\s+/)
      .map((key, rank): [string, { readonly field: InstallField; readonly rank: number }] => [
        key,
        { field, rank },
      ]),
  ),
);

/**
 * What a heading means in a list of installations, and how well it says it (0 is best); undefined
 * when it is not known.
 */
export const installFieldOf = (
  heading: string,
): { readonly field: InstallField; readonly rank: number } | undefined =>
  FIELD_OF.get(headingKey(heading));

/**
 * Whether headings belong to a list of installations: `sure` by themselves, `perhaps` if the
 * content of the column must decide, since `Status` can mean many things.
 */
export const saysInstalls = (headings: readonly string[]): 'sure' | 'perhaps' | 'no' => {
  const keys = headings.map(headingKey);
  const fields = new Set(keys.map((key) => FIELD_OF.get(key)?.field));
  const who = (['deviceName', 'serialNumber', 'user', 'userName'] as const).some((field) =>
    fields.has(field),
  );
  if (!who) return 'no';
  if (keys.some((key) => SURE.has(key))) return 'sure';
  const named = keys.some((key) => NAMES_WHO.has(key));
  if (named && fields.has('failed') && fields.has('installed')) return 'sure';
  return named && fields.has('state') ? 'perhaps' : 'no';
};

/**
 * Whether headings are those of `AppInstallStatusAggregate`: how many devices of each app, and
 * nobody by name.
 */
export const countsPerApp = (headings: readonly string[]): boolean => {
  const keys = new Set(headings.map(headingKey));
  return (
    keys.has('installeddevicecount') &&
    keys.has('faileddevicecount') &&
    saysInstalls(headings) === 'no'
  );
};

/**
 * Words of Intune's lists and pages in English and Swedish, as `headingKey` writes them. What does
 * not apply to a device is not installed there, and nothing went wrong; where uninstalling failed,
 * something did.
 */
const WORDS: readonly (readonly [ListedInstall, string])[] = [
  [
    { state: 'installed' },
    `installed succeeded success installerad installerat installerade lyckades lyckad 1`,
  ],
  [
    { state: 'failed' },
    `failed installfailed installationfailed error misslyckades misslyckad misslyckat fel 2`,
  ],
  [
    { state: 'failed', note: 'uninstall-failed' },
    `uninstallfailed uninstallationfailed avinstallationenmisslyckades avinstallationmisslyckades`,
  ],
  [
    { state: 'pending' },
    `pending installpending pendinginstall installing inprogress downloading väntar väntande väntarpåinstallation
    väntandeinstallation installationväntar installationväntande installeras pågår hämtas`,
  ],
  [
    { state: 'not-installed' },
    `notinstalled uninstalled removed inteinstallerad ejinstallerad inteinstallerat avinstallerad borttagen 3`,
  ],
  [
    { state: 'not-installed', note: 'not-applicable' },
    `notapplicable intetillämplig ejtillämplig ejtillämpligt intetillämpligt inteaktuell gällerinte`,
  ],
  [{ state: 'unknown' }, `unknown okänd okänt 99`],
];

const STATE_OF = new Map(
  WORDS.flatMap(([install, words]) =>
    words.split(/\s+/).map((word): [string, ListedInstall] => [word, install]),
  ),
);

/**
 * The state of an installation by the word in a list (`Not installed`, `notInstalled`,
 * `Misslyckades`); undefined for any other word. Only numbers with the same meaning in all of
 * Intune's lists are read: the others are ambiguous.
 */
export const readInstallState = (written: string): ListedInstall | undefined =>
  STATE_OF.get(headingKey(written));
