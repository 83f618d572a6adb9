import type { Act } from '#core/record/act.ts';
import { isOfImport } from '#core/import/import-steps.ts';
import type { Doing } from '#core/record/kind.ts';
import type { Draft } from '#core/record/record.ts';
import { ok, refuse } from '#core/result.ts';
import { withStep, type Step } from '#core/record/step.ts';
import { countsOf, movedBy } from './app-counts.ts';
import { sourcedAt } from '../sync/fact-source.ts';
import type { VolumeApp, VolumeAppData } from './volume-app.ts';
import type { AppResult } from './app-problem.ts';

const movesOf = ({ steps }: VolumeApp, { id }: Pick<Act, 'id'>): Step[] =>
  steps.filter((step) => isOfImport(id, step));

/**
 * Makes the count of an act's app match what became of its licences: `standing` of them are as the
 * act wrote them. An excess is moved back by a separate step, since a source may have counted the
 * first one already; an act interrupted before its first move gets that move. If a source has
 * counted them since Apple was asked, `sentAt` (ms) is the moment of the move: it is not added on
 * top.
 */
export const settleMoves = (
  app: VolumeApp,
  act: Pick<Act, 'id' | 'kind'>,
  {
    standing,
    reason,
    sentAt,
  }: { readonly standing: number; readonly reason: string; readonly sentAt?: number | undefined },
  doing: Doing,
): AppResult<Draft<VolumeAppData>> => {
  const moves = movesOf(app, act);
  const missing = (act.kind === 'licences-given' ? 1 : -1) * standing - movedBy(moves);
  if (missing === 0) return refuse('nothing-to-take-back');
  const move = {
    kind: missing > 0 ? 'assigned' : 'taken-back',
    on: doing.today,
    reason,
    data: { count: String(Math.abs(missing)) },
  };
  const newId = (): string => `${act.id}.moved.${moves.length}`;
  if (sentAt === undefined)
    return ok({ ...app, steps: withStep(app.steps, move, { ...doing, newId }) });
  return ok({ ...app, steps: [...app.steps, { id: newId(), at: sentAt, by: doing.by, ...move }] });
};

/**
 * Whether a source told the licences of an app after Apple was asked (ms); a count by hand does not
 * know what Apple did.
 */
export const isReportedSince = ({ data: { said } }: VolumeApp, sentAt: number): boolean =>
  said !== undefined && said.source !== '' && sourcedAt(said) > sentAt;

/**
 * How many licences an undo may put back into someone's hands: what came back may have been given
 * to others since, and no more are assigned than are owned (B8). No limit where the act gave them
 * and the undo takes them.
 */
export const roomToUndo = (app: VolumeApp, act: Pick<Act, 'id'>): number => {
  const [first] = movesOf(app, act);
  const { free, unlimited } = countsOf(app);
  return first?.kind !== 'taken-back' || unlimited ? Infinity : (free ?? 0);
};
