import { fromBase64Url, toBase64Url } from '../vault/base64url.ts';

/** What a link to `/join` carries behind its `#`, which no browser sends to a server. */
export type JoinLink =
  | { readonly kind: 'set-up'; readonly secret: string }
  /** `opens` is the key that the handed keys are sealed with: 32 bytes in base64url. */
  | { readonly kind: 'invited'; readonly invitation: string; readonly opens: string; readonly names: Names };

/** Who invites and to what, as the link says: told to the newcomer, believed by nothing. `''` where it is not said. */
export type Names = { readonly workspace: string; readonly person: string };

const FORM = /^#?(?:set-up\.([\w-]{43})|invited\.([\w-]{43})\.([\w-]{43})(?:\.([\w-]{0,600}))?)$/;

/** Longer names are cut: the link must fit into a QR code that a phone reads off another phone. */
const LONGEST_NAME = 40;

/** Reads the part behind `#`, or a whole link as it was pasted; undefined when it is no link of ours. */
export const readLink = (text: string): JoinLink | undefined => {
  const trimmed = text.trim();
  const [, secret, invitation, opens, names] = FORM.exec(trimmed.slice(Math.max(0, trimmed.indexOf('#')))) ?? [];
  if (secret !== undefined) return { kind: 'set-up', secret };
  if (invitation === undefined || opens === undefined) return undefined;
  return { kind: 'invited', invitation, opens, names: readNames(names) };
};

/** What a link to invite with is made of: `join` is the address of that screen. */
export type Invited = Names & { readonly join: string; readonly invitation: string; readonly opens: string };

/** The link that invites. */
export const invitationLink = ({ join, invitation, opens, workspace, person }: Invited): string =>
  `${join}#invited.${invitation}.${opens}.${toBase64Url(new TextEncoder().encode(`${short(workspace)}\n${short(person)}`))}`;

const short = (name: string): string => {
  const letters = [...name.replace(/\s+/gu, ' ').trim()];
  return letters.length <= LONGEST_NAME ? letters.join('') : `${letters.slice(0, LONGEST_NAME - 1).join('')}…`;
};

const readNames = (written = ''): Names => {
  try {
    const [workspace = '', person = ''] = new TextDecoder('utf-8', { fatal: true })
      .decode(fromBase64Url(written))
      .split('\n');
    return { workspace: short(workspace), person: short(person) };
  } catch {
    // The names are a courtesy: without them the link lets in all the same.
    return { workspace: '', person: '' };
  }
};
