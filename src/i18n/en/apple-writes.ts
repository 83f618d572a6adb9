import type { Messages } from '../language.ts';
import type { appleWrites as swedish } from '../sv/apple-writes.ts';
import { countIn } from '../count.ts';

const n = countIn('en');

const licencesOf = (count: number): string => (count === 1 ? '1 licence' : `${n(count)} licences`);
const usersOf = (count: number): string => (count === 1 ? '1 user' : `${n(count)} users`);

const problems: Record<string, string> = {
  'busy-tab': 'Another tab is talking to Apple right now. Wait until it is done, or close it.',
  'no-endpoint':
    'The workspace has no server of its own that can ask Apple. Only note it, or connect the workspace to one.',
  'no-reply': 'The server does not answer just now. Check the network and try again, or only note it.',
  'no-text': 'What is in the token is not here. Read in the file with the token, or only note it.',
  'vault-locked': 'The token is locked in. Unlock first.',
  'cut-off': 'It was cut off. What Apple has done is kept here. Go on with it on the app’s page.',
  'apple-not-over': 'Apple is not done with what came before. Go on with it or let it go on the app’s page first.',
};

/** Words of giving and taking back licences, and of inviting and retiring users, through Apple. */
export const appleWrites: Messages<typeof swedish> = {
  problems,
  where: {
    title: 'Where',
    apple: 'At Apple and here',
    appleMeans: (system: string) =>
      system === ''
        ? 'Apple does it at once. Volym notes what went well.'
        : `Apple does it at once. It shows in ${system} after its next sync.`,
    here: 'Only note it',
    hereMeans: 'Apple is not told. Do the same in the system that manages the devices.',
  },
  invitesFirst: (count: number) =>
    count === 1
      ? 'One user is not known at Apple yet and is invited first.'
      : `${usersOf(count)} are not known at Apple yet and are invited first.`,
  running: {
    give: 'Apple assigns',
    take: 'Apple takes back',
    invite: 'Apple invites',
    retire: 'Apple retires',
  },
  far: (done: number, all: number) => `${n(done)} of ${n(all)}`,
  takesTime: 'Apple mostly answers within a minute. Close this if you like, it goes on while Volym is open.',
  stop: 'Stop',
  done: {
    give: (count: number, all: number) =>
      count === all ? `${licencesOf(count)} assigned at Apple` : `${n(count)} of ${n(all)} got a licence`,
    take: (count: number, all: number) =>
      count === all ? `${licencesOf(count)} taken back at Apple` : `${n(count)} of ${n(all)} were taken back`,
    invite: (count: number, all: number) =>
      count === all ? `${usersOf(count)} invited at Apple` : `${n(count)} of ${n(all)} were invited`,
    retire: (count: number, all: number) =>
      count === all ? `${usersOf(count)} retired at Apple` : `${n(count)} of ${n(all)} were retired`,
  },
  failed: 'Did not work',
  noNumber: { means: 'Apple did not say why.', todo: 'Sync, and then try again.' },
  number: (number: number) => `Apple ${number}`,
  unclear: 'Unclear',
  unclearMeans: 'Apple says that some did not work, but not which. Once the sync is done you see which did.',
  stopped: { means: 'You stopped it.', todo: 'Go on when it suits you. What Apple has done is counted in then.' },
  locked: {
    means: 'The vault was locked while it went on.',
    todo: 'Unlock and go on. What Apple has done is counted in then.',
  },
  later: 'Wait a while, and then go on.',
  laterThan: (time: string) => `Wait at least ${time}, and then go on.`,
  left: (count: number) => `${n(count)} are not done at Apple.`,
  reads: 'Volym now reads at Apple how it turned out.',
  notRecorded: 'Apple is done, but not everything was noted here. The sync brings it.',
  retry: (count: number) => `Try again for ${n(count)}`,
  goOn: 'Go on',
  close: 'Done',
  open: {
    give: (count: number) =>
      count === 1 ? '1 assignment at Apple is not done' : `${n(count)} assignments at Apple are not done`,
    take: (count: number) => `${licencesOf(count)} on the way back at Apple, not done`,
    invite: (count: number) =>
      count === 1 ? '1 invitation at Apple is not done' : `${n(count)} invitations at Apple are not done`,
    retire: (count: number) => `${usersOf(count)} being retired at Apple, not done`,
    means: 'What is done is noted. If you let the rest go, Volym reads at Apple what was done of it.',
    goesOn: 'Apple is at it. What is done is noted here by itself.',
    drop: 'Let go',
    dropped: 'Let go. Volym reads at Apple how it turned out.',
  },
  people: {
    title: { invited: 'Invite', retired: 'Retire' },
    save: {
      invited: (count: number) => `Invite ${n(count)}`,
      retired: (count: number) => `Retire ${n(count)}`,
    },
    record: {
      invited: (count: number) => `Note ${n(count)} as invited`,
      retired: (count: number) => `Note ${n(count)} as retired`,
    },
    means: {
      invited: 'Apple makes the users. Then send each of them the invitation.',
      retired: 'Apple takes back the licences that can be taken back. It cannot be undone, only invited anew.',
    },
    noToken: (count: number) =>
      `${usersOf(count)} have no token here that can ask Apple, and are not changed at Apple.`,
  },
  undo: {
    asks: 'Undoing at Apple. It takes a moment.',
    done: 'The step is undone, at Apple and here',
    some: (left: number, all: number) => `${n(left)} of ${n(all)} are not undone at Apple. Try again under Trash.`,
    open: 'Apple did not finish. Go on on the app’s page.',
    notAsked: 'It was done at Apple, and Apple cannot be asked from here now. Nothing is changed.',
    failed: 'It could not be undone. Try again under Trash.',
  },
};
