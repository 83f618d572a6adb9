import type { Day } from './day/day.ts';
import type { Doing } from './record/kind.ts';
import type { Data, Draft, VolymRecord } from './record/record.ts';
import type { Sealed } from './record/sealed.ts';
import type { Step } from './record/step.ts';
import type { Result } from './result.ts';

/**
 * What making example data needs: who and when, random letters, the open vault of its own
 * workspace, and under which ids an import would keep the same.
 */
export type ExampleMeans = {
  readonly doing: Doing;
  readonly randomIndex: (below: number) => number;
  readonly seal: (text: string, at: { id: string; field: string }) => Promise<Sealed>;
  readonly fingerprint: (code: string) => Promise<string>;
  readonly keyedId: (...parts: string[]) => Promise<string>;
};

/** What a programme shows in the example workspace. */
export type Example = {
  /** Its records, their days counted from today, so that every state is to be seen. */
  readonly records: (means: ExampleMeans) => Promise<readonly Draft[]>;
  /** The editions that hold there, where they are not those that the rules begin with. */
  readonly rules?: Readonly<Record<string, string>>;
};

/** A step of the example, done on a day. */
export const stepOf = (kind: string, on: Day, doing: Doing, data?: Step['data']): Step => ({
  id: doing.newId(),
  kind,
  on,
  at: doing.now,
  by: doing.by,
  ...(data === undefined ? {} : { data }),
});

/** What a command made for the example, which asks for nothing that is refused. */
export const madeOf = <D extends Data>(answer: Result<Draft<D>>): Draft<D> => {
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.value;
};

/** Commands read content and steps; the rest is computed when it is written. */
export const asRecord = <D extends Data>(draft: Draft<D>): VolymRecord<D> => ({
  dueOn: '',
  newestFirst: 0,
  updatedAt: 0,
  updatedBy: '',
  trashedOn: '',
  history: [],
  clashes: [],
  ...draft,
  steps: draft.steps ?? [],
});
