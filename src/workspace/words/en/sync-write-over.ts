import { countIn } from '#core/language/count.ts';
import type { Messages } from '#core/language/language.ts';
import type { writeOver as swedish } from '../sv/sync-write-over.ts';

const n = countIn('en');

const records = (count: number): string => (count === 1 ? '1 record' : `${n(count)} records`);

/** Texts about overwriting what is on the server and cannot be opened here, in English. */
export const writeOver = {
  offer: 'Overwrite them',
  title: 'Overwrite on the server',
  what: (count: number) =>
    `${records(count)} on the server ${count === 1 ? 'is' : 'are'} in a state that this device cannot open. ${count === 1 ? 'It is' : 'They are'} overwritten with what is here.`,
  stays: (count: number) =>
    `${records(count)} ${count === 1 ? 'is' : 'are'} on the server only and ${count === 1 ? 'stays' : 'stay'} there.`,
  lost: 'Anything written to them that has not reached this device is lost, unless it is still on the device it came from.',
  first:
    'Does any device still have the old keys? Open Volym there first. Then everything comes back automatically.',
  nothing: 'There is nothing left to overwrite.',
  button: (count: number) => `Overwrite ${records(count)}`,
  running: 'Overwriting',
  done: (done: number, of: number) => `${n(done)} of ${n(of)}`,
  written: (count: number) => `${records(count)} overwritten.`,
  opened: (count: number) =>
    `${records(count)} can be opened again and ${count === 1 ? 'is left as it was' : 'are left as they were'}.`,
  left: (count: number) =>
    `${records(count)} left alone: someone else wrote first, the server refused, or the keys may be changing right now. Volym compares them again.`,
  why: {
    'only-reads': 'This device is read-only. Ask someone who can edit.',
    'other-keys':
      'The server may have newer keys than this device. Nothing was written. Sync, and try again.',
    lost: 'The sync restarted along the way. What was written is written. Close this, and try again if anything is left.',
    failed: 'The server stopped answering. What was written is written. Try again in a while.',
  },
} satisfies Messages<typeof swedish>;
