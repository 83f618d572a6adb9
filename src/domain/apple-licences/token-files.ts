import type { Day } from '../day.ts';
import type { Instant } from '../instant.ts';
import { firstSaid, standingSteps, type Step } from '../step.ts';

/** What a file says of itself, none of it secret. */
export type FileFacts = { readonly expiresAt: Instant; readonly lastDay: Day; readonly fingerprint: string };

type WithFiles = { readonly data: FileFacts; readonly steps: readonly Step[] };

/** Steps with which a file came: the first one, and each that took its place. */
const FILES = ['taken', 'renewed'];

/** Whether a file came with a step. */
export const bringsFile = ({ kind }: Pick<Step, 'kind'>): boolean => FILES.includes(kind);

/** The standing steps with which files came, by the moments at which they were written, which only rise: a device whose day is behind brings no file before the first. */
export const filesIn = (steps: readonly Step[]): readonly Step[] =>
  standingSteps(steps)
    .filter(bringsFile)
    .toSorted((a, b) => firstSaid(steps, a) - firstSaid(steps, b));

/** What a step keeps of its file; undefined of one that was written before steps did. */
export const factsIn = ({ data = {} }: Step): FileFacts | undefined => {
  const { to: lastDay = '', expiresAt = '', fingerprint = '' } = data;
  return fingerprint === '' ? undefined : { lastDay, expiresAt, fingerprint };
};

/** When the file that counts came to do so (ms): the last step that brought one, or took one back, was first said then. 0 where none tells. */
export const fileSince = (steps: readonly Step[]): number => {
  const files = new Set(steps.filter(bringsFile).map(({ id }) => id));
  const isTurn = ({ kind, corrects, withdraws }: Step): boolean =>
    withdraws === undefined ? corrects === undefined && bringsFile({ kind }) : files.has(withdraws);
  return steps.filter(isTurn).reduce((latest, { at }) => Math.max(latest, at), 0);
};

/**
 * The file that counts: the last one that came and was not taken back. Its step says so, and not the record's fields: two devices
 * may renew and take back without knowing of each other, and steps meet where fields would stand against each other.
 */
export const fileOf = ({ data: { lastDay, expiresAt, fingerprint }, steps }: WithFiles): FileFacts => {
  const last = filesIn(steps).at(-1);
  return (last && factsIn(last)) ?? { lastDay, expiresAt, fingerprint };
};
