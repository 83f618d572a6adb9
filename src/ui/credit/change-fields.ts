import type { Doing } from '#domain/kind.ts';
import type { Data, Draft, VolymRecord } from '#domain/record.ts';
import { ok, refuse, type Problem, type Result } from '#domain/result.ts';
import { stillHeld } from '#domain/still-held.ts';
import type { Command, Records } from '#data/records.ts';

/** Takes back what was done; answers why not, or why not all of it. */
export type UndoMade = () => Promise<Problem | undefined>;

type WriteBack<D extends Data> = (now: VolymRecord<D>, was: Partial<D>, doing: Doing) => Result<Draft<D>>;

/**
 * Changes fields of a record; answers what takes it back: `writeBack` gets what the fields held before that still hold
 * what was written. What someone changed since stays, and is told.
 */
export const changeFields = async <D extends Data>(
  records: Records,
  id: string,
  command: Command<D>,
  writeBack: WriteBack<D>,
): Promise<Result<UndoMade>> => {
  const seen: D[] = [];
  const answer = await records.change<D>(id, (now, doing) => {
    seen.push(now.data);
    return command(now, doing);
  });
  if (!answer.ok) return answer;
  const after = answer.value.data;
  const wrote = { before: seen.at(-1) ?? after, after };
  return ok(async () => {
    let isWhole = true;
    const taken = await records.change<D>(id, (now, doing) => {
      const held = stillHeld(now.data, wrote);
      isWhole = held.isWhole;
      const isNone = Object.keys(held.back).length === 0;
      return isNone && !isWhole ? refuse('changed-since') : writeBack(now, held.back, doing);
    });
    if (!taken.ok) return taken.problem;
    return isWhole ? undefined : { code: 'changed-in-part' };
  });
};

const LEFT_AS_IS = ['changed-since', 'account-changed-since', 'changed-in-part'];

/** Takes steps back one after the other, whatever becomes of each; answers the first refusal, or that only a part went back. */
export const takeBackEach = async (steps: readonly UndoMade[]): Promise<Problem | undefined> => {
  const refused: Problem[] = [];
  for (const step of steps) {
    const problem = await step();
    if (problem !== undefined) refused.push(problem);
  }
  const first = refused.find(({ code }) => !LEFT_AS_IS.includes(code)) ?? refused[0];
  if (first === undefined || !LEFT_AS_IS.includes(first.code) || refused.length === steps.length) return first;
  return { code: 'changed-in-part' };
};

/** Why a change was refused; undefined where it was made. */
export const refusalOf = async (change: Promise<Result<unknown>>): Promise<Problem | undefined> => {
  const answer = await change;
  return answer.ok ? undefined : answer.problem;
};
