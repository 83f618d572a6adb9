import type { Messages } from '#core/language/language.ts';
import type { syncProblems as source } from '../sv/sync-problems.ts';
import { notAllowedHere } from '#ui/words/en/not-allowed-here.ts';

/** Why something that was asked of a server, or of a link, was not done, in English. */
export const syncProblems = {
  'question-is-gone': 'The question has already been answered on another device.',
  'link-is-used':
    'The link has already been used or has expired. Ask someone who has the workspace for a new invitation.',
  'set-up-is-used':
    'The server already syncs a workspace. Ask someone who is in it for an invitation. If nobody is: restart the server with SET_UP_LINK=again for a new link.',
  'not-the-set-up':
    'The link or code is not right. Use the one that the server printed when it last started.',
  'already-used':
    'Someone has already joined with this invitation. Shut the device out if it should not be here.',
  'too-many-invitations':
    'Too many invitations are already waiting. Revoke one, or wait half an hour.',
  'too-many-devices':
    'The workspace has as many devices as the server allows. Ask someone who is already in to shut out devices that are no longer used, then try again.',
  'last-member': 'It is the last device that can edit. Let another one edit first.',
  'not-let-in': 'The server does not let this device in. Ask a colleague to invite it again.',
  'not-allowed-here': notAllowedHere,
  offline: 'The server cannot be reached. Check the network and try again.',
  'server-trouble': 'The server is returning errors. Try again in a while.',
  'other-link': 'The link is damaged. Ask for a new one.',
  'other-workspace':
    'The link leads to another workspace that claims to be yours. Nothing was changed. Do not use it; ask a colleague for a new one.',
  failed:
    'It could not be saved on this device. Nothing is lost; ask for a new link and try again.',
} satisfies Messages<typeof source>;
