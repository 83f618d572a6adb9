import type { Day } from '#core/day/day.ts';
import { doneDayProblem } from '#core/day/done-day.ts';
import type { Doing } from '#core/record/kind.ts';
import type { Draft } from '#core/record/record.ts';
import { ok, refuse } from '#core/result.ts';
import { whyTooLong } from '#core/text/long-texts.ts';
import { currentSteps, WITHDRAWN, withStep } from '#core/record/step.ts';
import type { ContentToken, ContentTokenData } from './content-token.ts';
import { fileOf } from './token-files.ts';
import { FINDINGS, type Finding } from './token-life.ts';
import type { TokenResult } from './token-problem.ts';

/**
 * What someone found out of a token. `file` is the fingerprint of the file that it was found of;
 * without one, of the file that counts.
 */
export type FindingInput = {
  readonly kind: Finding | 'found-valid';
  readonly on: Day;
  readonly note?: string;
  readonly file?: string | undefined;
};

/** Writes down what a token was found to be, or that it counts after all (B2). */
export const noteFinding = (
  token: ContentToken,
  { kind, on, note = '', file = fileOf(token).fingerprint }: FindingInput,
  doing: Doing,
): TokenResult<Draft<ContentTokenData>> => {
  if (kind !== 'found-valid' && !FINDINGS.includes(kind)) return refuse('not-in-form');
  const problem = doneDayProblem(on, doing) ?? whyTooLong({ note });
  if (problem !== undefined) return problem;
  const step = { kind, on, data: { file }, ...(note.trim() === '' ? {} : { note: note.trim() }) };
  return ok({ ...token, steps: withStep(token.steps, step, doing) });
};

/**
 * Takes back one note of what a token was found to be (`step`, its id), or that it counts after
 * all: what was noted before it counts again.
 */
export const takeNoteBack = (
  token: ContentToken,
  step: string,
  doing: Doing,
): TokenResult<Draft<ContentTokenData>> => {
  if (currentSteps(token.steps).every(({ id }) => id !== step)) return refuse('changed-since');
  return ok({
    ...token,
    steps: withStep(token.steps, { kind: WITHDRAWN, on: doing.today, withdraws: step }, doing),
  });
};
