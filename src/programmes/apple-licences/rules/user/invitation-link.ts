import { fieldsOf } from '#core/record/fields.ts';
import { ok, refuse } from '#core/result.ts';
import { invitationLink, isInvitationTemplate } from '../api/service-facts.ts';
import { isElsewhere } from '../licence/assign-plan.ts';
import type { ContentToken } from '../token/content-token.ts';
import type { VolumeUserData } from './volume-user.ts';
import type { LicenceResult } from '../licence/licence-problem.ts';

/** Longer is no address of an invitation (bytes), and has no room in a QR code. */
const LONGEST_LINK = 2_000;

/** Apple's codes have 32 letters and digits (apple.md §2.10); others may write them in groups. */
const CODE = /^[A-Za-z\d](?:[A-Za-z\d_-]{6,126})[A-Za-z\d]$/;

/**
 * What Apple gives for a code needs no form of ours: anything that is in an address as it is.
 */
const CODE_OF_APPLE = /^[\w.~+/=-]{1,200}$/;

/**
 * A backslash, which browsers read as a slash, and what is not seen or turns others around: none of
 * it is in an honest link.
 */
const UNSEEN = /[\\\p{Cc}\p{Cf}\p{Cs}]/u;

/**
 * The link or the code in what someone pasted, a whole letter too. Refuses with `invite-needed`,
 * `invite-not-read` (neither a link that leads to one person nor a code), `invite-not-safe` (no
 * https) or `invite-is-template` (the code is missing in it).
 */
export const readInvite = (written: string): LicenceResult<string> => {
  const text = written.trim();
  if (text === '') return refuse('invite-needed', 'invite');
  const links = text.match(/https?:\/\/[^\s<>"”’]+/gi) ?? [];
  // A letter may lead to the school first.
  const found = links.find((link) => hostBesideApple(link) === '') ?? links[0];
  if (found === undefined) return CODE.test(text) ? ok(text) : refuse('invite-not-read', 'invite');
  const link = found.replace(/(?<![.,;:!?)\]\p{Cf}])[.,;:!?)\]\p{Cf}]+$/u, '');
  if (/%(?:25)?inviteCode%/i.test(link)) return refuse('invite-is-template', 'invite');
  if (!/^https:/i.test(link)) return refuse('invite-not-safe', 'invite');
  return isPersonal(link) ? ok(link) : refuse('invite-not-read', 'invite');
};

/**
 * Whether a link leads to one person, and where it seems to: a user's name before the host hides
 * that.
 */
const isPersonal = (link: string): boolean =>
  new TextEncoder().encode(link).length <= LONGEST_LINK &&
  /^https:\/\/[^/?#@\s.]+\.[^/?#@\s]+[/?#][^/\s]/i.test(link) &&
  !UNSEEN.test(link);

/** What a person opens to accept, or only the code while the address is unknown. */
export type Invitation = { readonly link: string } | { readonly code: string };

/**
 * The invitation that was sealed: a link as it is, or Apple's template ('' where it is not known)
 * with the code in it. Undefined where it is neither link nor code: a member can seal any text
 * there, and write any template on a token.
 */
export const invitationOf = (invite: string, template: string): Invitation | undefined => {
  if (/^https:/i.test(invite)) {
    const read = readInvite(invite);
    return read.ok ? { link: read.value } : undefined;
  }
  if (!CODE_OF_APPLE.test(invite)) return undefined;
  const link = invitationLink({ invitation: template }, invite);
  return link !== undefined && isPersonal(link) ? { link } : { code: invite };
};

/** The host of a link that does not lead to Apple; '' if it does. */
export const hostBesideApple = (link: string): string => {
  const host = /^https?:\/\/([^/?#:]+)/i.exec(link)?.[1]?.toLowerCase() ?? '';
  return host === 'apple.com' || host.endsWith('.apple.com') ? '' : host;
};

/**
 * The address of an invitation to a user's location, which Apple gave when the location's token was
 * synced; '' if no live token of that location has one. With only one token, a user's location may
 * be left open.
 */
export const invitationTemplateFor = (
  { data }: { readonly data: Pick<VolumeUserData, 'location' | 'locationId'> },
  tokens: readonly ContentToken[],
): string => {
  const live = tokens.filter(({ trashedOn }) => trashedOn === '');
  const byId = live.filter(
    (token) => data.locationId !== '' && token.data.locationId === data.locationId,
  );
  const byName = live.filter(
    (token) => isNamedAlike(token, data) && !isElsewhere(token.data, data),
  );
  const only = live.length === 1 && data.locationId === '' && data.location === '' ? live : [];
  return [...byId, ...byName, ...only].map(templateIn).find((template) => template !== '') ?? '';
};

const isNamedAlike = (
  token: ContentToken,
  { location }: Pick<VolumeUserData, 'location'>,
): boolean => location !== '' && token.data.location.toLowerCase() === location.toLowerCase();

/** What a sync wrote of it on the token. */
const templateIn = ({ data }: ContentToken): string => {
  const { invitation } = fieldsOf(data);
  return isInvitationTemplate(invitation) ? invitation : '';
};
