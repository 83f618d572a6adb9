import { ok, refuse, type Problem, type Result } from '#core/result.ts';

/** Why a saved text is no JSON. */
export type SavedTextProblem = Problem<'empty-body' | 'not-json'>;

/** The JSON of a text as it was saved: a byte order mark and line ends around it are left out. */
export const parseSaved = (text: string): Result<unknown, SavedTextProblem> => {
  const body = text.replace(/^\ufeff/, '').trim();
  if (body === '') return refuse('empty-body');
  try {
    return ok(JSON.parse(body));
  } catch {
    return refuse('not-json');
  }
};
