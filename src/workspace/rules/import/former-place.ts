import type { Doing } from '#core/record/kind.ts';
import type { Data, Draft, VolymRecord } from '#core/record/record.ts';
import { ok, refuse, type Problem, type Result } from '#core/result.ts';
import type { FormerPlace } from '#core/import/import-run.ts';
import { stepsBack } from './take-back-change.ts';
import { fieldsOf } from '#core/record/fields.ts';

/**
 * What an import gives again when it brings a record back: of a code its number and use, of each
 * where it came from.
 */
const GIVEN_ANEW = ['number', 'usage', 'origin'];

/** Where a record is that an import is about to bring back. */
export const formerPlace = ({ id, parent, trashedOn, steps, data }: VolymRecord): FormerPlace => ({
  id,
  parent,
  trashedOn,
  at: steps.reduce((latest, { at }) => Math.max(latest, at), 0),
  data: Object.fromEntries(
    GIVEN_ANEW.flatMap((field) =>
      Object.hasOwn(data, field) ? [[field, fieldOf(data, field)]] : [],
    ),
  ),
});

/**
 * Removes a record that an import created or brought back and nobody needs: a code or licence that
 * was elsewhere goes back there, without what the import wrote on it; anything else goes to the
 * trash.
 */
export const sendAway = (
  record: VolymRecord,
  going: Going,
  doing: Doing,
): Result<Draft, Problem<'already-in-the-trash'>> => {
  const { former } = going;
  const data = withFormer(record.data, former);
  if (former !== undefined && record.parent !== '') {
    const { parent, trashedOn } = former;
    return ok({ ...record, parent, trashedOn, data, steps: stepsBack(record.steps, going, doing) });
  }
  return record.trashedOn === ''
    ? ok({ ...record, data, trashedOn: doing.today })
    : refuse('already-in-the-trash');
};

/** By which import's undo a record goes, with what words, and where it had lain. */
type Going = {
  readonly run: string;
  readonly reason: string;
  readonly former: FormerPlace | undefined;
};

/** The data with what it was before an import gave it again. */
const withFormer = (data: Data, former: FormerPlace | undefined): Data =>
  former === undefined ? data : ({ ...data, origin: undefined, ...former.data } as Data);

const fieldOf = (data: Data, field: string): unknown => fieldsOf(data)[field];
