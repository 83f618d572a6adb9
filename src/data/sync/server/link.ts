import { forgettingMatch } from '#platform/forget-match.ts';
import { fromBase64Url, toBase64Url } from '../../vault/seal/base64url.ts';
import type { Role } from './role.ts';

/**
 * What a link to `/join` carries behind its `#`, which no browser sends to a server, and where it
 * leads.
 */
export type JoinLink = {
  /**
   * The server that the link was made for, without a slash at its end; undefined where only the
   * part behind `#` is known.
   */
  readonly server?: string;
} & (SetUp | Invitation);

type SetUp = { readonly kind: 'set-up'; readonly secret: string };

type Invitation = {
  readonly kind: 'invited';
  readonly invitation: string;
  /** The key that the handed keys are sealed with: 32 bytes in base64url. */
  readonly opens: string;
  readonly names: Names;
  /** What the one who comes may do, as the link says; the server alone decides. */
  readonly role?: Role;
};

/**
 * Who invites and to what, as the link says: shown to the new user, but never trusted. `''` if the
 * link does not say.
 */
export type Names = { readonly workspace: string; readonly person: string };

const FORM = /^#?(?:set-up\.([\w-]{43})|invited\.([\w-]{43})\.([\w-]{43})(?:\.([\w-]{0,600}))?)$/;

/** Longer names are cut: the link must fit into a QR code that a phone reads off another phone. */
const LONGEST_NAME = 40;

/**
 * Reads the part behind `#`, or a whole link as it was pasted; undefined when it is no link of
 * ours.
 */
export const readLink = (text: string): JoinLink | undefined => forgettingMatch(() => linkIn(text));

const linkIn = (text: string): JoinLink | undefined => {
  const trimmed = text.trim();
  const at = Math.max(0, trimmed.indexOf('#'));
  const [, secret, invitation, opens, names] = FORM.exec(trimmed.slice(at)) ?? [];
  const server = serverIn(trimmed.slice(0, at));
  if (secret !== undefined) return { ...server, kind: 'set-up', secret };
  if (invitation === undefined || opens === undefined) return undefined;
  return { ...server, kind: 'invited', invitation, opens, ...readNames(names) };
};

/**
 * The set-up link's secret by itself: what a server printed, as it is typed where that server is
 * known already.
 */
const CODE = /^[\w-]{43}$/;

/** Reads a link as `readLink` does, or the code that is in a set-up link. */
export const readLinkOrCode = (text: string): JoinLink | undefined =>
  forgettingMatch(() => CODE.test(text.trim()))
    ? { kind: 'set-up', secret: text.trim() }
    : readLink(text);

/** Servers are only reached over https, except one on this computer. */
const serverIn = (address: string): { readonly server?: string } => {
  if (!/^https?:\/\/[^\s/]+\//i.test(address)) return {};
  try {
    const { protocol, origin, hostname, pathname } = new URL(address);
    const isSafe = protocol === 'https:' || ['localhost', '127.0.0.1'].includes(hostname);
    const prefix = /^(.*)\/join\/?$/.exec(pathname)?.[1];
    return isSafe && prefix !== undefined ? { server: `${origin}${prefix}` } : {};
  } catch {
    return {};
  }
};

/** What a link to invite with is made of: `join` is the address of that screen. */
export type Invited = Names & {
  readonly join: string;
  readonly invitation: string;
  readonly opens: string;
  readonly role?: Role;
};

/** The link that invites. */
export const invitationLink = ({
  join,
  invitation,
  opens,
  workspace,
  person,
  role,
}: Invited): string => {
  const written = [short(workspace), short(person), ...(role === undefined ? [] : [role])].join(
    '\n',
  );
  return `${join}#invited.${invitation}.${opens}.${toBase64Url(new TextEncoder().encode(written))}`;
};

const short = (name: string): string => {
  const letters = [...name.replace(/\s+/gu, ' ').trim()];
  return letters.length <= LONGEST_NAME
    ? letters.join('')
    : `${letters.slice(0, LONGEST_NAME - 1).join('')}…`;
};

const readNames = (written = ''): Pick<Invitation, 'names' | 'role'> => {
  try {
    const [workspace = '', person = '', role] = new TextDecoder('utf-8', { fatal: true })
      .decode(fromBase64Url(written))
      .split('\n');
    const names = { workspace: short(workspace), person: short(person) };
    return role === 'member' || role === 'reader' ? { names, role } : { names };
  } catch {
    // The names are a courtesy: the link works without them.
    return { names: { workspace: '', person: '' } };
  }
};
