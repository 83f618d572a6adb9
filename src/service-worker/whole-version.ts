import { startPage, type BuildList } from './precache.ts';

const NAMED_FILE = /(?<![^"'()\s])[^"'()\s]*\/immutable\/[^"'()\s]+/g;

/**
 * Whether the start page was made by this very build: it names files, and only files of this build.
 * A deployment under way, a cache on the road or the sign-in page of a guest network answer with
 * another page, and a start page without its files would never start again offline.
 */
export const namesOnlyFilesOf = (
  page: string,
  build: readonly string[],
  address: string,
): boolean => {
  const own = new Set(build);
  const named = (page.match(NAMED_FILE) ?? []).map((file) => new URL(file, address).pathname);
  return named.length > 0 && named.every((file) => own.has(file));
};

const isHtml = (response: Response): boolean =>
  (response.headers.get('content-type') ?? '').startsWith('text/html');

/** Why a fetched file may not be kept for this version, or nothing when it may. */
export const whyNotKept = async (
  address: string,
  response: Response,
  { base, build }: Pick<BuildList, 'base' | 'build'>,
): Promise<string | undefined> => {
  const { pathname } = new URL(address);
  // A host that answers everything with the start page says 200 for a file that is gone.
  if (build.includes(pathname) && isHtml(response)) return 'a page instead of a file';
  if (pathname !== startPage(base) || !response.ok) return undefined;
  return namesOnlyFilesOf(await response.clone().text(), build, address)
    ? undefined
    : 'the start page of another version';
};
