import type {
  recognisedProblems as problemsSource,
  tokenRecognised as source,
} from '../sv/tokens-recognised.ts';
import { countIn } from '#core/language/count.ts';
import type { Messages } from '#core/language/language.ts';

const n = countIn('en');

/** Why a file is no new token: its token is here already, in whatever dress. */
export const recognisedProblems: typeof problemsSource = {
  'token-is-here': ({ name }) => `This token already exists: ${name}.`,
  'token-same-file': () =>
    'This is the same file that is already here. Download a new one from Apple.',
  'token-in-other-file': ({ name }) =>
    `This is the same token as ${name}, in a file where only the date or the white space differs. To renew it, download a new one from Apple.`,
  'token-was-here': ({ name }) =>
    `${name} had this file before it was renewed. Download a new one from Apple.`,
  'token-same-token': () =>
    'This is the same token as the one here, in a file where only the date or the white space differs. Download a new one from Apple.',
  'token-same-token-later': () =>
    'This is the same token as the one here, in a file that names a later day. If you are not sure, download a new one from Apple: Volym reminds you by the day in the file.',
};

/** Words about a token that is recognised where it is taken as a new one. */
export const tokenRecognised = {
  show: 'Show the token',
  takeAllTheSame: 'Use it anyway',
  back: 'The token is restored from the trash',
  twin: {
    title: (name) => `The same token is also here as ${name}`,
    sentence: 'Both of them remind you. Put one in the trash; the other stays as it is.',
  },
  renews: {
    title: 'Does the file renew a token that is here?',
    sentence:
      'It belongs to the same organisation and is valid longer. The file does not say which location at Apple it is for. If it is the same one, renew: otherwise it will be here twice.',
    renew: (name, day) => `Renew ${name}, which expires ${day}`,
    more: (count) => `${n(count)} more can be renewed, each on its own page.`,
    first: {
      title: 'Is this the file of a token that is here?',
      sentence:
        'A list has named tokens of the same organisation whose files are missing. The file does not say which location at Apple it is for. If it is one of them, add the file to it: otherwise it will be here twice.',
      add: (name) => `Add the file to ${name}`,
    },
  },
} satisfies Messages<typeof source>;
