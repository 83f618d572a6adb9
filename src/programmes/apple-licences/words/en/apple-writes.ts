import type { Messages } from '#core/language/language.ts';
import type { appleWrites as swedish } from '../sv/apple-writes.ts';
import { countIn } from '#core/language/count.ts';
import type { AtAppleProblem } from '#programmes/apple-licences/rules/licence/licence-problem.ts';

const n = countIn('en');

const licencesOf = (count: number): string => (count === 1 ? '1 licence' : `${n(count)} licences`);
const usersOf = (count: number): string => (count === 1 ? '1 user' : `${n(count)} users`);

const problems = {
  'busy-tab': 'Another tab is talking to Apple right now. Wait until it is done, or close it.',
  'no-endpoint':
    'The workspace has no server of its own that can ask Apple. Record it here only, or connect the workspace to one.',
  'no-reply':
    'The server is not answering at the moment. Check the network and try again, or record it here only.',
  'no-text': 'The content of the token file is not here. Load it, or record it here only.',
  'vault-locked': 'The token is in the vault. Unlock first.',
  'cut-off': 'It was interrupted. What Apple has done is saved here. Continue on the app’s page.',
  'apple-not-over':
    'Apple has not finished the previous change. First continue it or drop it on the app’s page.',
  stopped: 'It was stopped before Apple was asked. Try again.',
} satisfies Record<AtAppleProblem['code'], string>;

/** Words of giving and taking back licences, and of inviting and retiring users, through Apple. */
export const appleWrites: Messages<typeof swedish> = {
  problems,
  where: {
    title: 'Where',
    apple: 'At Apple and here',
    appleMeans: (system: string) =>
      system === ''
        ? 'Apple does it at once. Volym records what succeeded.'
        : `Apple does it at once. It shows in ${system} after its next sync.`,
    here: 'Record it here only',
    hereMeans: 'Apple is not told. Do the same in the system that manages the devices.',
  },
  invitesFirst: (count: number) =>
    count === 1
      ? 'One user is not known at Apple yet and is invited first.'
      : `${usersOf(count)} are not known at Apple yet and are invited first.`,
  running: {
    give: 'Apple assigns',
    take: 'Apple revokes',
    invite: 'Apple invites',
    retire: 'Apple retires',
  },
  far: (done: number, all: number) => `${n(done)} of ${n(all)}`,
  takesTime:
    'Apple usually answers within a minute. You can close this: it continues while Volym is open.',
  stop: 'Stop',
  done: {
    give: (count: number, all: number) =>
      count === all
        ? `${licencesOf(count)} assigned at Apple`
        : `${n(count)} of ${n(all)} got a licence`,
    take: (count: number, all: number) =>
      count === all
        ? `${licencesOf(count)} revoked at Apple`
        : `${n(count)} of ${n(all)} were revoked`,
    invite: (count: number, all: number) =>
      count === all
        ? `${usersOf(count)} invited at Apple`
        : `${n(count)} of ${n(all)} were invited`,
    retire: (count: number, all: number) =>
      count === all
        ? `${usersOf(count)} retired at Apple`
        : `${n(count)} of ${n(all)} were retired`,
  },
  failed: 'Failed',
  noNumber: { means: 'Apple did not say why.', todo: 'Sync, then try again.' },
  number: (number: number) => `Apple ${number}`,
  unclear: 'Unclear',
  unclearMeans:
    'Apple says that some failed, but not which. Once the sync is done you see which succeeded.',
  stopped: {
    means: 'You stopped it.',
    todo: 'Continue when you are ready. What Apple has done is then included.',
  },
  locked: {
    means: 'The vault was locked while this was running.',
    todo: 'Unlock and continue. What Apple has done is then included.',
  },
  later: 'Wait a while, then continue.',
  laterThan: (time: string) => `Wait at least ${time}, then continue.`,
  left: (count: number) => `${n(count)} ${count === 1 ? 'is' : 'are'} not finished at Apple.`,
  reads: 'Volym is now checking with Apple how it turned out.',
  notRecorded: 'Apple is done, but not everything was recorded here. The next sync brings it in.',
  retry: (count: number) => `Try again for ${n(count)}`,
  goOn: 'Continue',
  close: 'Done',
  open: {
    give: (count: number) =>
      count === 1
        ? '1 assignment at Apple is not finished'
        : `${n(count)} assignments at Apple are not finished`,
    take: (count: number) => `${licencesOf(count)} being revoked at Apple, not finished`,
    invite: (count: number) =>
      count === 1
        ? '1 invitation at Apple is not finished'
        : `${n(count)} invitations at Apple are not finished`,
    retire: (count: number) => `${usersOf(count)} being retired at Apple, not finished`,
    means:
      'What is done is recorded. If you drop the rest, Volym checks with Apple how much of it was done.',
    goesOn: 'Apple is working on it. What gets done is recorded here automatically.',
    drop: 'Drop the rest',
    dropped: 'The rest is dropped. Volym checks with Apple how it turned out.',
  },
  people: {
    title: { invited: 'Invite', retired: 'Retire' },
    save: {
      invited: (count: number) => `Invite ${n(count)}`,
      retired: (count: number) => `Retire ${n(count)}`,
    },
    record: {
      invited: (count: number) => `Record ${n(count)} as invited`,
      retired: (count: number) => `Record ${n(count)} as retired`,
    },
    means: {
      invited: 'Apple creates the users. Then send each of them the invitation.',
      retired:
        'Apple revokes the licences that can be revoked. This cannot be undone; the users can only be invited again.',
    },
    noToken: (count: number) =>
      `${usersOf(count)} ${count === 1 ? 'has no token here that reaches Apple, and is' : 'have no token here that reaches Apple, and are'} not changed at Apple.`,
  },
  undo: {
    asks: 'Undoing at Apple. It takes a moment.',
    done: 'The step is undone, at Apple and here',
    some: (left: number, all: number) =>
      `${n(left)} of ${n(all)} ${left === 1 ? 'is' : 'are'} not undone at Apple. Try again under Trash.`,
    open: 'Apple did not finish. Continue on the app’s page.',
    notAsked:
      'It was done at Apple, and Apple cannot be reached from here now. Nothing is changed.',
    failed: 'It could not be undone. Try again under Trash.',
  },
};
