import { countIn } from '../count.ts';
import type { Messages } from '../language.ts';
import type { writeOver as swedish } from '../sv/sync-write-over.ts';

const n = countIn('en');

const records = (count: number): string => (count === 1 ? '1 record' : `${n(count)} records`);

/** Words of writing over what lies on the server and cannot be opened here, in English. */
export const writeOver = {
  offer: 'Write over them',
  title: 'Write over on the server',
  what: (count: number) =>
    `${records(count)} ${count === 1 ? 'lies' : 'lie'} on the server in a state that this device cannot open. What is here is written over ${count === 1 ? 'it' : 'them'}.`,
  stays: (count: number) =>
    `${records(count)} ${count === 1 ? 'is' : 'are'} on the server only and ${count === 1 ? 'stays' : 'stay'} there.`,
  lost: 'What someone wrote in them and has not come here is gone, unless it is still on that device.',
  first: 'Does any device still have the old keys? Open Volym there first. Then everything comes back by itself.',
  nothing: 'There is nothing left to write over.',
  button: (count: number) => `Write over ${records(count)}`,
  running: 'Writing over',
  done: (done: number, of: number) => `${n(done)} of ${n(of)}`,
  written: (count: number) => `${records(count)} written over.`,
  opened: (count: number) =>
    `${records(count)} can be opened again and ${count === 1 ? 'is left as it was' : 'are left as they were'}.`,
  left: (count: number) =>
    `${records(count)} left alone: someone else wrote first, the server refused, or the keys may be changing just now. Volym compares them again.`,
  why: {
    'only-reads': 'This device may only read. Ask someone who may change.',
    'other-keys': 'The server may have newer keys than this device. Nothing was written. Sync, and try again.',
    lost: 'The sync began anew on the way. What was written is written. Close, and try again if anything is left.',
    failed: 'The server did not answer all the way. What was written is written. Try again in a while.',
  },
} satisfies Messages<typeof swedish>;
