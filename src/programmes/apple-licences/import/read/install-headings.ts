import { headingKey } from '#core/import/heading-key.ts';
import { lookUpIn, wordsIn } from '#core/import/heading-words.ts';
import type { ListedInstall } from '#programmes/apple-licences/rules/install/install-status.ts';
import type { InstallField } from './fields.ts';
import { languages } from './words/languages.ts';
import type { InstallWord } from './words/licence-words.ts';

const fieldOf = lookUpIn(languages.map(({ installs }) => installs));

/**
 * How well a word says what it means: its place among those of its language, the first that has it.
 */
const RANKS = new Map(
  languages
    .flatMap(({ installs }) => Object.values(installs))
    .flatMap((words) => [...wordsIn(words).entries()])
    .map(([rank, word]) => [word, rank] as const)
    .toReversed(),
);

/**
 * What a heading means in a list of installations, and how well it says it (0 is best); undefined
 * when it is not known. One without its accents says it least.
 */
export const installFieldOf = (
  heading: string,
): { readonly field: InstallField; readonly rank: number } | undefined => {
  const field = fieldOf(heading);
  return field && { field, rank: RANKS.get(headingKey(heading)) ?? RANKS.size };
};

const sureOfInstalls = lookUpIn(languages.map((words) => ({ sure: words.sureOfInstalls })));

const namesWho = lookUpIn(languages.map((words) => ({ who: words.namesWho })));

/**
 * Whether headings belong to a list of installations: `sure` by themselves, `perhaps` if the
 * content of the column must decide, since `Status` can mean many things.
 */
export const saysInstalls = (headings: readonly string[]): 'sure' | 'perhaps' | 'no' => {
  const fields = new Set(headings.map(fieldOf));
  const who = (['deviceName', 'serialNumber', 'user', 'userName'] as const).some((field) =>
    fields.has(field),
  );
  if (!who) return 'no';
  if (headings.some((heading) => sureOfInstalls(heading) !== undefined)) return 'sure';
  const named = headings.some((heading) => namesWho(heading) !== undefined);
  if (named && fields.has('failed') && fields.has('installed')) return 'sure';
  return (named || namesDeviceAndApp(fields)) && fields.has('state') ? 'perhaps' : 'no';
};

/**
 * Whether headings name a device, by however short a word (`Device`, `Serial`), beside an app: a state
 * of installation below is then that of the app on the device, and nobody's licence.
 */
export const listsAppsOfDevices = (headings: readonly string[]): boolean =>
  namesDeviceAndApp(new Set(headings.map(fieldOf)));

const namesDeviceAndApp = (fields: ReadonlySet<InstallField | undefined>): boolean =>
  (fields.has('deviceName') || fields.has('serialNumber')) &&
  (fields.has('appName') || fields.has('adamId'));

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
 * What does not apply to a device is not installed there, and nothing went wrong; where
 * uninstalling failed, something did.
 */
const INSTALLS: Readonly<Record<InstallWord, ListedInstall>> = {
  installed: { state: 'installed' },
  failed: { state: 'failed' },
  'uninstall-failed': { state: 'failed', note: 'uninstall-failed' },
  pending: { state: 'pending' },
  'not-installed': { state: 'not-installed' },
  'not-applicable': { state: 'not-installed', note: 'not-applicable' },
  unknown: { state: 'unknown' },
};

const stateIn = lookUpIn(languages.map(({ states }) => states));

/**
 * The state of an installation by the word in a list (`Not installed`, `notInstalled`,
 * `Misslyckades`); undefined for any other word. Of numbers only those that mean the same in all of
 * Intune's lists are words: the others are ambiguous.
 */
export const readInstallState = (written: string): ListedInstall | undefined => {
  const word = stateIn(written);
  return word && INSTALLS[word];
};
