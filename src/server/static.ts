import { getMimeType } from 'hono/utils/mime';
import { encodingFor } from './compression.ts';
import type { Asset, Site } from './site.ts';

const IMMUTABLE = 'public,max-age=31536000,immutable';

/** SvelteKit puts a hash of the content into these names, so that they never change. */
const cacheControl = (path: string): string =>
  path.startsWith('_app/immutable/') ? IMMUTABLE : 'no-cache';

/**
 * Whether a path names a file rather than a screen. An ending of no known file type is a screen
 * when a browser navigates to it: rules have addresses like `/rules/apple-credit.inbox`.
 */
const namesAFile = (path: string, accept: string): boolean => {
  if (path.startsWith('_app/') || /(?:^|\/)\./.test(path) || getMimeType(path) !== undefined)
    return true;
  return /\.[a-z0-9]+$/i.test(path) && !accept.includes('text/html');
};

/**
 * The file for a path without leading slash: itself, its prerendered page, or the start page for
 * the app's screens.
 */
const assetFor = (site: Site, path: string, accept: string): Asset | undefined => {
  const found = site.files.get(path) ?? site.files.get(`${path}.html`);
  return found ?? (namesAFile(path, accept) ? undefined : site.start);
};

/**
 * Answers a path of the built app, or undefined when it has no such file (the start page is never
 * served instead).
 */
export const serveFile = (site: Site, path: string, request: Request): Response | undefined => {
  const asset = assetFor(site, path, request.headers.get('accept') ?? '');
  if (asset === undefined) return undefined;
  const encoding = encodingFor(asset, request.headers.get('accept-encoding') ?? undefined);
  const etag = `"${asset.tag}${encoding === undefined ? '' : `-${encoding}`}"`;
  const headers = new Headers({
    'cache-control': cacheControl(asset.path),
    etag,
    vary: 'accept-encoding',
  });
  if (asset.policy !== undefined) headers.set('content-security-policy', asset.policy);
  if (isKnown(etag, request.headers.get('if-none-match')))
    return new Response(null, { status: 304, headers });
  const bytes = (encoding && asset.encoded[encoding]) ?? asset.bytes;
  headers.set('content-type', asset.type);
  headers.set('content-length', String(bytes.length));
  if (encoding !== undefined) headers.set('content-encoding', encoding);
  return new Response(bytes, { headers });
};

/** RFC 9110 §13.1.2: "the recipient MUST use the weak comparison function" for If-None-Match. */
const isKnown = (etag: string, known: string | null): boolean =>
  (known ?? '')
    .split(',')
    .some((tag) => tag.trim().replace(/^W\//, '') === etag || tag.trim() === '*');
