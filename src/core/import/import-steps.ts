import type { Day } from '../day/day.ts';
import type { Doing } from '../record/kind.ts';
import type { Step } from '../record/step.ts';

/**
 * Marks a step of an order that its codes gave: it goes when one is taken back, whatever the clocks
 * say.
 */
export const BY_CODES = { by: 'codes' } as const;

/**
 * The data of a step whose day nobody has said: a file tells that it happened and not when. Its own
 * day, that of the import, is for the order of the steps alone, until another one is given.
 */
export const dayUnsaid = (on: Day): { readonly unsaid: Day } => ({ unsaid: on });

/** The day of a step as someone has said it; '' where its file says none. */
export const saidDay = ({ on, data }: Pick<Step, 'on' | 'data'>): Day =>
  data?.['unsaid'] === on ? '' : on;

/**
 * A `Doing` whose steps carry the import's id in theirs: on any device, whatever the clocks say, an
 * import and its undo know their own steps by it.
 */
export const doingOf = (run: string, doing: Doing): Doing => {
  let count = 0;
  return { ...doing, newId: () => `${run}.${(count += 1)}` };
};

/** Whether a step was written by an import or by its undo. */
export const isOfImport = (run: string, { id }: Pick<Step, 'id'>): boolean =>
  id.startsWith(`${run}.`);

/**
 * Id of the step that takes an imported one back: the same on every device, so that an undo done
 * twice is done once.
 */
export const undoneId = (step: string): string => `${step}.undone`;

/** Whether a step took back an imported step. */
export const isUndoing = ({ id }: Pick<Step, 'id'>): boolean => id.endsWith('.undone');

/**
 * The id of the import that wrote a step, or whose undo wrote it; for any other step, an id that no
 * import has.
 */
export const runOf = ({ id }: Pick<Step, 'id'>): string =>
  id.slice(0, Math.max(0, id.indexOf('.')));

/**
 * A `Doing` for what an undo writes in addition to what it takes back: its steps are recognized as
 * belonging to the import's undo.
 */
export const undoingOf = (run: string, doing: Doing): Doing => ({
  ...doing,
  newId: () => undoneId(`${run}.${doing.newId()}`),
});
