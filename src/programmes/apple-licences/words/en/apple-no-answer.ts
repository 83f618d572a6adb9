import type { Messages } from '#core/language/language.ts';
import type { appleNoAnswer as source } from '../sv/apple-no-answer.ts';

type Words = Messages<typeof source>;

const update =
  'Update Volym. If the error returns, ask whoever runs the server to update that as well.';

/** Texts for when the workspace's own server refuses, in English. */
const relay = {
  'no-relay': {
    means: 'The server is not set up to ask Apple.',
    todo: 'Ask whoever runs the server to turn on its relay to Apple, or import pages you saved from Apple.',
  },
  'not-let-in': {
    means: 'The server does not let this device in.',
    todo: 'Ask a colleague for a new invitation to the workspace, and open it here.',
  },
  'readers-only-read': {
    means: 'This device is read-only, and this would change something at Apple.',
    todo: 'Ask a colleague who can edit to do it, or to let this device edit.',
  },
  'from-elsewhere': {
    means: 'The request came to the server from an address other than its own.',
    todo: 'Open Volym at the server’s own address, and sync there.',
  },
  'no-token': {
    means: 'The token did not reach the server, or is damaged.',
    todo: 'Load the token file again, unchanged.',
  },
  'bad-query': { means: 'The server does not recognise what Volym asks for.', todo: update },
  'too-large': {
    means: 'The request was larger than the server accepts.',
    todo: 'Choose fewer at once, and try again.',
  },
  'no-json': {
    means: 'The request did not reach the server whole.',
    todo: 'Try again. If the error returns, update Volym.',
  },
  'no-such-call': { means: 'The server does not pass this request on to Apple.', todo: update },
  'other-device': {
    means: 'Another device of the workspace is talking to Apple for the same token right now.',
    todo: 'Wait a minute and sync again. What it fetches comes here too.',
  },
} satisfies Words['relay'];

/** Texts for when a sync ends before Apple has any part in it, in English. */
const ours = {
  'vault-locked': {
    means: () => 'The token is in the vault, and the vault is locked.',
    todo: 'Unlock to sync.',
  },
  'no-text': {
    means: () => 'The content of the token file is not here, only its details.',
    todo: 'Choose the token file, then sync again.',
  },
  'no-endpoint': {
    means: () => 'The workspace has no server of its own that can ask Apple.',
    todo: 'Import pages you saved from Apple instead, or connect the workspace to a server that asks Apple.',
  },
  'other-location': {
    means: ({ now, next }) =>
      now === '' || next === ''
        ? 'The token belongs to a different location at Apple than before.'
        : `At Apple the token belongs to the location ${next}, but here it was added for ${now}.`,
    todo: 'Download the token for the right location from Apple, or add the new one as a separate token.',
  },
  'other-organization': {
    means: ({ now, next }) =>
      now === '' || next === ''
        ? 'The token belongs to a different organisation than before.'
        : `The token belongs to ${next}, but here it was added for ${now}.`,
    todo: 'Download the token for the right organisation from Apple, and load it.',
  },
  'duplicate-location': {
    means: ({ name }) =>
      name === ''
        ? 'Another token here has the same location at Apple.'
        : `The location at Apple is the same as that of ${name}.`,
    todo: 'Keep one of them. Put the other in the trash, and sync again.',
  },
  'not-written': {
    means: () => 'Not everything could be saved on this device.',
    todo: 'Check that the device has free space, then sync again. What was saved is kept.',
  },
  'busy-tab': {
    means: () => 'Another tab is syncing right now.',
    todo: 'Wait until it is done, or close it.',
  },
} satisfies Words['ours'];

/** Words for why there is no answer if Apple itself gave no reason, in English. */
export const appleNoAnswer = {
  relay,
  ours,
  none: {
    'no-reply': {
      means: 'No answer. The network may be down, or the server.',
      todo: 'Check the network and sync again.',
    },
    stopped: {
      means: 'The sync was stopped before it was done.',
      todo: 'Sync again when you are ready.',
    },
  },
  unknown: {
    means: (code: string) =>
      `The request to Apple got no answer, for a reason that this version of Volym does not know (${code}).`,
    todo: 'Update Volym and sync again.',
  },
  minutes: { one: 'minute', other: 'minutes' },
  waits: (time: string) => `Wait at least ${time} before you sync again.`,
} satisfies Words;
