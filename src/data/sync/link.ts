/** What a link to `/join` carries behind its `#`, which no browser sends to a server. */
export type JoinLink =
  | { readonly kind: 'set-up'; readonly secret: string }
  /** `opens` is the key that the handed keys are sealed with: 32 bytes in base64url. */
  | { readonly kind: 'invited'; readonly invitation: string; readonly opens: string };

const FORM = /^#?(?:set-up\.([\w-]{43})|invited\.([\w-]{43})\.([\w-]{43}))$/;

/** Reads the part behind `#`, or a whole link as it was pasted; undefined when it is no link of ours. */
export const readLink = (text: string): JoinLink | undefined => {
  const trimmed = text.trim();
  const [, secret, invitation, opens] = FORM.exec(trimmed.slice(Math.max(0, trimmed.indexOf('#')))) ?? [];
  if (secret !== undefined) return { kind: 'set-up', secret };
  return invitation === undefined || opens === undefined ? undefined : { kind: 'invited', invitation, opens };
};

/** The link that invites: `join` is the address of that screen. */
export const invitationLink = (join: string, invitation: string, opens: string): string =>
  `${join}#invited.${invitation}.${opens}`;
