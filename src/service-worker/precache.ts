/**
 * One file that the worker keeps: its address, and the version it belongs to unless its name
 * already changes with its content.
 */
export type KeptFile = { readonly url: string; readonly revision: string | null };

/** What SvelteKit tells the worker about its build; every address starts with `base`. */
export type BuildList = {
  readonly base: string;
  readonly build: readonly string[];
  readonly files: readonly string[];
  readonly prerendered: readonly string[];
  readonly version: string;
};

/** The page that answers every address of a screen; it is in none of SvelteKit's lists. */
export const startPage = (base: string): string => `${base}/index.html`;

/**
 * `.nojekyll` and the like: meant for the host and often not served, and one missing file stops the
 * whole installation.
 */
const HIDDEN_FILE = /\/\.[^/]*$/;

/**
 * Only the system looks at these, once, when the app is installed; they would weigh more than the
 * app itself.
 */
const FOR_INSTALLING = ['screenshots/', 'splash/'];

/**
 * Everything that must be on the device before this version may start: screens, workers, fonts,
 * icons, the start page.
 */
export const filesToKeep = ({
  base,
  build,
  files,
  prerendered,
  version,
}: BuildList): KeptFile[] => {
  const isUsed = (url: string): boolean =>
    !FOR_INSTALLING.some((folder) => url.startsWith(`${base}/${folder}`));
  const kept = files.filter((url) => !HIDDEN_FILE.test(url) && isUsed(url));
  const plain = [...kept, ...prerendered, startPage(base)];
  return [
    ...build.map((url) => ({ url, revision: null })),
    ...plain.map((url) => ({ url, revision: version })),
  ];
};

/**
 * Addresses that a person may open but that the server answers, not a screen: the databases, `/_up`
 * and its relatives, and the licences, which are not kept here (docs/decisions/packages.md).
 */
export const answeredByServer = (base: string): RegExp[] => [
  new RegExp(`^${literal(base)}/(?:db|_[^/?]*|licences\\.txt)(?:[/?]|$)`),
];

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
