import { countIn } from '#core/language/count.ts';
import type { Messages } from '#core/language/language.ts';
import { savedError } from '../saved-error.ts';
import { appleErrors } from './apple-errors.ts';
import { intuneFacts, intuneNotes, intuneWhy } from './import-intune.ts';
import { importPlaces, placeNotes } from './import-places.ts';
import { installCodes } from './install-codes.ts';
import type { importLicences as swedish } from '../sv/import-licences.ts';

const n = countIn('en');

const inOrder = (...sentences: readonly string[]): string => sentences.filter(Boolean).join(' ');

/** What an import of lists of licences says. */
export const importLicences = {
  savedAnswer: (list, from) => `${list}, saved answer from ${from}`,
  savedFrom: { apple: 'Apple', graph: 'Microsoft Graph', intune: 'Intune', jamf: 'Jamf Pro' },
  savedLists: {
    apps: 'Apps and licences',
    assignments: 'Assigned licences',
    users: 'Users',
    location: 'Location',
    installs: 'Install status',
    tokens: 'Tokens',
    deployments: 'Groups that apps go to',
  },
  how: {
    title: 'Lists of apps',
    lead: 'Choose one or several files at once. You see what will happen before anything is saved.',
    intune: 'Microsoft Intune',
    intuneHow:
      'Save the answer to one of these addresses in Graph Explorer, or export the list All apps.',
    graph: 'Apps and which groups they go to',
    graphTokens: 'Tokens',
    graphStatuses: 'Installations of an app, with the id that it has in Intune',
    installs: 'Install status in Intune',
    installsHow:
      'Apps, Monitor, App install status: choose the app, then Device install status or User install status, and Export. Unpack the file and choose the .csv. One app at a time.',
    installsJoin:
      'The rows are matched with licences that are already assigned: by serial number, the device’s name or the user’s address.',
    jamf: 'Jamf Pro',
    jamfHow: 'Export the content of the volume purchasing location as .csv.',
    people: 'Users, and who has which licence',
    peopleHow:
      'Choose a list of users from Apple School Manager, Google Workspace, Entra ID, Jamf or Intune, or a list of apps and who has them.',
    peopleJoin:
      'People are matched by email address or Managed Apple Account, devices by serial number. The list adds licences and never takes one back.',
    apple: 'Apple',
    appleHow:
      'On a computer with the token file in the same folder. The token is read from its file and does not show in the command.',
    pages: 'If the answer has more pages, change 0 to 1, 2 and so on. Choose all pages together.',
    other: 'Other systems',
    otherHow: 'Fill in the apps in the template. Empty cells mean that it is not known.',
    template: 'Save the template',
    templateName: 'volym-apps.csv',
  },
  headName: 'App or user',
  headToken: 'Token',
  licences: 'Licences',
  fresh: {
    app: 'New app',
    assignment: 'New assigned licence',
    user: 'New user',
    location: '',
    install: '',
    token: 'New token',
    deployment: 'New deployment',
  },
  back: 'Restored from the trash',
  owned: (count: number) => `${n(count)} owned`,
  free: (count: number) => `${n(count)} free`,
  unlimited: 'unlimited',
  licencesCame: (count: number) =>
    count === 1 ? '1 assigned licence' : `${n(count)} assigned licences`,
  asksPlace: 'Which location do the apps belong to?',
  asksPlaceOfUsers: 'Which location do the users belong to?',
  places: importPlaces,
  groupPlaces: 'Locations with a token',
  groupOthers: 'Other',
  asListSays: 'As the list says, where it does',
  noPlace: 'No location',
  asksApp: 'Which app is the list about?',
  asksAppWhy: 'The list does not say. These are the apps that somebody on it has a licence for.',
  chooseApp: 'Choose app',
  chooseAppFirst: 'First choose which app the list is about.',
  asksAppOfHoldings:
    'The list does not say. The apps that most people on it already have come first.',
  groupAllApps: 'Apps',
  asksColumns: 'Are the app numbers in the right column?',
  asksColumnsWhy: (heading: string) =>
    `The headings are not recognised. The app numbers are read from ${heading}. If that is wrong, choose what the columns mean under Columns.`,
  asksNames: 'Is this a list of apps and their licences?',
  asksNamesWhy:
    'It has no app numbers. Each app is matched by its name with one that is here; the others are left out.',
  unknownApps: {
    title: (count) => (count === 1 ? 'The app is not here' : 'The apps are not here'),
    named: (names) =>
      `The list names ${names} without a number, and no app here is called that. Import a list of the apps first, or add the app’s number (Adam ID) to the list.`,
    unnamed: 'There is no app here that the list can be about. Import a list of the apps first.',
    otherFile: 'Choose another file',
    otherFileWhat: 'The list of apps, or this list with the app’s number',
    newApp: 'Add the app by hand',
    newAppWhat: 'Then choose the file again',
  },
  groupApps: 'Apps with licences on the list',
  appRows: (name: string, count: number) =>
    `${name}: ${count === 1 ? '1 row' : `${n(count)} rows`}`,
  app: 'App',
  headWho: 'Device or user',
  reported: (count: number) =>
    count === 1 ? '1 installation has a new status' : `${n(count)} installations have a new status`,
  noCause: 'none',
  installCodes,
  installColumns: {
    deviceName: 'Device name',
    serialNumber: 'Serial number',
    user: 'User address (UPN)',
    userName: 'User name',
    state: 'Install status',
    errorCode: 'Error code',
    details: 'Status details',
    asOf: 'Time of the status',
    appName: 'App name',
    adamId: 'App number (Adam ID)',
    failed: 'Devices where it failed',
    pending: 'Devices where it is pending',
    installed: 'Devices where it is installed',
    notInstalled: 'Devices where it is not installed',
    notApplicable: 'Devices it does not apply to',
  },
  userColumns: {
    email: 'Email address',
    managedAppleId: 'Managed Apple Account',
    userPrincipalName: 'User name (UPN)',
    clientUserId: 'Name at Apple (clientUserId)',
    name: 'Name',
    firstName: 'First name',
    lastName: 'Last name',
    group: 'Group',
    location: 'Location',
  },
  assignmentColumns: {
    adamId: 'App number (Adam ID)',
    storeUrl: 'App Store address',
    appName: 'App name',
    pricingParam: 'Quality (pricingParam)',
    email: 'Email address',
    managedAppleId: 'Managed Apple Account',
    userPrincipalName: 'User name (UPN)',
    clientUserId: 'Name at Apple (clientUserId)',
    name: 'The user’s name',
    firstName: 'First name',
    lastName: 'Last name',
    serialNumber: 'Serial number',
    deviceName: 'Device name',
    licenceType: 'User or device licence',
    state: 'Assigned or not',
    asOf: 'Assigned on',
    takenBackOn: 'Taken back on',
    location: 'Location',
  },
  columns: {
    adamId: 'App number (Adam ID)',
    storeUrl: 'App Store address',
    pricingParam: 'Quality (pricingParam)',
    name: 'App name',
    productType: 'App or book',
    total: 'Owned licences',
    assigned: 'Assigned licences',
    available: 'Free licences',
    retired: 'Retired licences',
    unlimited: 'Unlimited',
    location: 'Location',
    source: 'System',
    asOf: 'Time of the figures',
    intuneType: 'Type in Intune',
  },
  fields: {
    owned: 'Owned',
    assigned: 'Assigned',
    free: 'Free',
    retired: 'Retired',
    unlimited: 'Unlimited',
    asOf: 'As of',
    facts: 'App details are filled in',
    terms: 'VPP terms',
    email: 'Email',
    name: 'Name',
    group: 'Group',
    clientUserId: 'Name at Apple',
    licence: 'The licence',
    location: 'Location',
    install: 'Status',
    cause: 'Cause',
    devices: 'Devices',
    organization: 'Organisation',
    appleId: 'Apple ID',
    expiresAt: 'Expires',
    system: 'System',
    alsoIn: 'Also in',
    found: 'Token',
    intent: 'Deployment action',
  },
  values: {
    true: 'yes',
    false: 'no',
    free: 'free',
    assigned: 'assigned',
    'not-invited': 'not invited',
    invited: 'invited',
    accepted: 'accepted',
    retired: 'retired',
    installed: 'installed',
    pending: 'waiting',
    failed: 'failed',
    'not-installed': 'not installed',
    revoked: 'revoked',
    invalid: 'invalid',
    claimed: 'taken over',
    duplicate: 'duplicate',
    'found-valid': 'valid',
    intune: 'Microsoft Intune',
    required: 'Required',
    available: 'Available',
    uninstall: 'Uninstall',
  },
  intune: intuneFacts,
  why: {
    ...intuneWhy,
    'adam-id-missing': () =>
      'The app number is missing. It is in the App Store address, after “id”.',
    'not-an-adam-id': ({ written = '' }) =>
      written === '' ? 'Not an app number' : `“${written}” is not an app number`,
    'not-a-volume-app': () => 'Not a volume-purchased app',
    'not-a-pricing-param': ({ written = '' }) =>
      `${written === '' ? 'That' : `“${written}”`} is not a quality. It is STDQ or PLUS.`,
    'not-a-count': ({ written = '' }) =>
      written === '' ? 'Not a number' : `“${written}” is not a number`,
    'not-a-yes-or-no': ({ written = '' }) =>
      written === '' ? 'Neither yes nor no' : `“${written}” is neither yes nor no`,
    'record-not-understood': () =>
      'A record that this version of Volym does not recognise is in its place. Update the app first.',
    'duplicate-of-row': ({ row = '', sheet = '' }) =>
      sheet === ''
        ? `Same app and location as row ${row}`
        : `Same app and location as row ${row} in ${sheet}`,
    'counted-otherwise': ({ row = '' }) =>
      row === ''
        ? 'An earlier row has other counts for the same app, and they are used'
        : `Row ${row} has other counts for the same app, and they are used`,
    'named-before': () => 'The same licence appears earlier in the file',
    'older-than-known': ({ asOf = '' }) =>
      `What is here is newer${asOf === '' ? '' : `, from ${asOf}`}`,
    'counts-confirmed': () => 'Same counts, confirmed',
    'former-user': () => 'An earlier record of the same user',
    'names-the-location': () => 'Says what the location is called',
    'which-app': () => 'First choose which app the list is about',
    'app-not-here': ({ who = '' }) =>
      who === '' ? 'The app is not here' : `The app ${who} is not here`,
    'no-such-licence': ({ who = '' }) =>
      who === '' ? 'No assigned licence for the app' : `${who} has no licence for the app`,
    'several-licences': ({ who = '' }) =>
      who === '' ? 'Several licences match' : `Several licences match ${who}, none is changed`,
    'decided-by-row': ({ row = '', sheet = '' }) =>
      sheet === ''
        ? `Same licence as row ${row}, which is used`
        : `Same licence as row ${row} in ${sheet}, which is used`,
    'install-not-known': () => 'Intune does not know the status',
    'nobody-named': () => 'The row names no device and no user',
    'install-state-missing': () => 'The install status is missing',
    'not-an-install-state': ({ written = '' }) =>
      written === '' ? 'Not an install status' : `“${written}” is not an install status`,
    'only-a-name': ({ who = '' }) =>
      `${who === '' ? 'The person' : who} has only a name. Add an email address or a Managed Apple Account.`,
    'not-an-address': ({ written = '' }) =>
      written === '' ? 'Not an email address' : `“${written}” is not an email address`,
    'nobody-here': () => 'The row names no person',
    'same-person': ({ row = '', sheet = '' }) =>
      sheet === '' ? `Same person as row ${row}` : `Same person as row ${row} in ${sheet}`,
    'several-people': ({ who = '' }) =>
      `${who === '' ? 'The person' : who} is here more than once. Add a column with the location.`,
    'location-missing': () => 'The row does not say its location, as other rows do',
    'total-row': () => 'Adds up other rows and is not imported',
    'app-missing': () => 'The row names no app',
    'app-name-not-here': ({ app = '' }) =>
      `${app === '' ? 'The app' : `The app ${app}`} is not here. Import the app first, or add its number.`,
    'app-elsewhere': ({ app = '', locations = '', place = '' }) =>
      `${app === '' ? 'The app' : `The app ${app}`} is at another location${locations === '' ? '' : `: ${locations}`}${place === '' ? '' : `, and not at ${place}`}. Import the app at the row’s location first, or add the app’s number.`,
    'several-apps-named': ({ app = '' }) =>
      `Several apps are called ${app === '' ? 'that' : app}. Add the app number.`,
    'app-at-several-places': ({ app = '' }) =>
      `${app === '' ? 'The app' : `The app ${app}`} is at several locations. Add a column with the location.`,
    'serial-number-missing': ({ who = '' }) =>
      `The serial number is missing${who === '' ? '' : ` for ${who}`}. Devices are matched by it.`,
    'not-a-serial-number': ({ written = '' }) =>
      written === '' ? 'Not a serial number' : `“${written}” is not a serial number`,
    'number-was-rounded': ({ written = '' }) =>
      `${written === '' ? 'A number' : `“${written}”`} was changed by the spreadsheet. Give the column the format Text at the source and export again.`,
    'not-assigned': ({ written = '' }) =>
      `The row says that the licence is not assigned${written === '' ? '' : ` (${written})`}. The list takes no licence back.`,
    'free-since': ({ asOf = '' }) =>
      `The licence came back${asOf === '' ? '' : ` on ${asOf}`}, and the list may be older. Assign it again if somebody has it.`,
  },
  notes: {
    ...intuneNotes,
    ...placeNotes,
    'other-app-there': ({ name = '', number = '' }) =>
      `Another app is in its place (${name}, ${number}). It becomes this one.`,
    'other-licence-there': ({ name = '' }) =>
      `Another licence is in its place${name === '' ? '' : ` (${name})`}. That one stays, and this one is added beside it.`,
    'other-user-there': ({ name = '' }) =>
      `Someone else is in its place (${name}). That record becomes this user.`,
    'same-address-beside': ({ name = '', location = '' }) =>
      `${name} has the same email address${location === '' ? '' : `, at ${location}`}. It is not clear whether the location is the same, so both stay.`,
    'as-of-unclear': () => 'The date of the figures is ambiguous and is left out',
    'state-not-known': () =>
      'The status is not kept: it does not say clearly whether the licence is assigned. The row counts as assigned.',
    'user-without-address': () => 'The user is not kept: a name alone does not say who it is',
    'user-of-device': () => 'The user is not kept: the licence is the device’s',
    'not-applicable': () => 'The app is not for this device',
    'uninstall-failed': () => 'Uninstalling failed',
    'user-comes-too': () => 'The user is added, too',
    'stays-as-changed': ({ said = '' }) =>
      `${said === '' ? 'Something in the list' : `“${said}”`} was changed here since, and that stays`,
    'negative-count': ({ said = '' }) => `A number is below zero (${said})`,
    'not-a-whole-count': ({ said = '' }) => `A number is not whole (${said})`,
    'assigned-over-total': ({ assigned = '', total = '' }) =>
      `More assigned (${assigned}) than owned (${total})`,
    'available-over-total': ({ available = '', total = '' }) =>
      `More free (${available}) than owned (${total})`,
    'sum-differs': ({ assigned = '', available = '', total = '' }) =>
      `Assigned ${assigned} and free ${available} do not make owned ${total}`,
    'unlimited-with-total': ({ total = '' }) => `Unlimited, but also ${total} owned`,
  },
  /** What can be wrong with saved answers and lists of licences. */
  problems: {
    'installs-per-app': () =>
      'The file only has totals per app. Open the app in Intune, choose Device install status and export that list.',
    'no-licences': () => 'The file has no apps and no licences.',
    'saved-other-reply': ({ name = '' }) =>
      `The file ${name} is another answer from Apple. Save the pages of assets, assignments, users or client/config.`,
    'saved-apple-error': ({ name = '', errorNumber = '' }) =>
      inOrder(
        `The file ${name} is an error from Apple, ${errorNumber}.`,
        savedError(appleErrors.numbers, errorNumber),
        'Fetch the page again when the error is gone.',
      ),
    'saved-wrong-type': ({ name = '', record = '', at = '' }) =>
      record === ''
        ? `The file ${name} cannot be understood: ${at} is wrong. Save the answer again without changing it.`
        : `The file ${name}, record ${record}: ${at} is wrong. Save the answer again without changing it.`,
    'saved-not-a-graph-list': ({ name = '' }) =>
      `The file ${name} is neither a saved answer from Apple nor a list from Microsoft Graph.`,
    'saved-empty-list': ({ name = '' }) =>
      `The file ${name} is an empty list. Check the filter in the request to Graph.`,
    'saved-graph-error': ({ name = '', code = '' }) =>
      `The file ${name} is an error from Microsoft Graph (${code}). Sign in again and save the list again.`,
    'saved-mixed-list': ({ name = '', lists = '' }) =>
      `The file ${name} mixes different lists: ${lists}. Save each of them by itself.`,
    'saved-other-list': ({ name = '', list = '' }) =>
      `The file ${name} is the list ${list} from Microsoft Graph, which is not read. Save mobileApps, vppTokens, assignedLicenses, deviceStatuses or userStatuses.`,
    'saved-lists-assignments': ({ name = '' }) =>
      `The file ${name} lists assignments without saying of which app. Save mobileApps?$expand=assignments instead.`,
    'saved-several-apps': ({ name = '' }) =>
      `The file ${name} is about another app than the other files, and none of them says which. Choose one at a time, or choose the list mobileApps together with them.`,
  },
} satisfies Messages<typeof swedish>;
