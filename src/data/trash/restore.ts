import type { ActedOn } from '#core/record/act.ts';
import type { Day } from '#core/day/day.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { ok, refuse } from '#core/result.ts';
import type { AnyProblem } from '#programmes/any-problem.ts';
import { fromTrashOf } from '#programmes/from-trash.ts';
import { cameBack, whyStayThrown } from '#programmes/upkeeps.ts';
import { conditionOf, isFine } from '../records/read-record.ts';
import type { Records } from '../records/records.ts';

/**
 * The authorizations, orders and returns that went to the trash with a VIP customer; nothing of
 * other records.
 */
export const thrownWith = async (
  records: Pick<Records, 'find'>,
  record: VolymRecord,
): Promise<VolymRecord[]> => {
  const { goesWith = [] } = fromTrashOf(record.kind);
  const under = await Promise.all(
    goesWith.map((kind) => records.find({ parent: record.id, kind, trashed: 'only' })),
  );
  // What was thrown away on another day stays thrown away.
  return under.flat().filter(({ trashedOn }) => trashedOn !== '' && trashedOn === record.trashedOn);
};

/** Gets where each record is before the first is taken out, parents first. */
type Before = (lay: readonly ActedOn[]) => void | Promise<void>;

/**
 * The records in the trash that a record needs, parents first: its parent, and for a return that
 * Adobe did not deny, the order it takes from.
 */
const neededBy = async (
  records: Pick<Records, 'many'>,
  record: VolymRecord,
): Promise<VolymRecord[]> => {
  const other = isFine(record) ? (fromTrashOf(record.kind).needs?.(record) ?? '') : '';
  const found = await records.many([record.parent, other]);
  return [record.parent, other]
    .flatMap((id) => found.get(id) ?? [])
    .filter(({ trashedOn }) => trashedOn !== '');
};

/**
 * Takes a record out of the trash: an order or batch with its trashed codes, a VIP customer with
 * what went with it, and a code or a return with what it needs to be found. An order that was
 * joined to another one is separated from it; the authorization of a VIP order is marked as ordered
 * again. Parents come first, and a refusal leaves the rest where it is. A customer whose VIP ID now
 * belongs to another one stays in the trash, with what is under it. Returns why something could not
 * be taken out.
 */
export const restoreFromTrash = async (
  records: Records,
  id: string,
  before: Before = () => undefined,
): Promise<AnyProblem | undefined> => {
  const record = await records.get(id);
  if (record === undefined) return refuse('record-is-gone').problem;
  const codes = await records.find({ parent: id, kind: 'redemption-code', trashed: 'only' });
  const above = await neededBy(records, record);
  const under = [...codes, ...(await thrownWith(records, record))];
  const stays = await whyStayThrown(records, [...above, record]);
  if (stays !== undefined) return stays;
  await before([...above, record, ...under].map(actedOn));
  const problem = await downwards(records, [above, [record], under], () => '');
  if (problem !== undefined) return problem;
  return cameBack(records, [...above, record, ...under]);
};

/**
 * Where a record is before an act takes it out of the trash, and what changes as it comes out, such
 * as the order it was joined to.
 */
export const actedOn = (record: VolymRecord): ActedOn => {
  const { id, kind, trashedOn } = record;
  // Of a record that is not understood, nobody knows what coming out changes.
  const was = isFine(record) ? fromTrashOf(kind).was?.(record) : undefined;
  return was === undefined ? { id, trashedOn } : { id, trashedOn, was };
};

/**
 * Puts records back where they were before they were taken out of the trash, parents first. Returns
 * why something could not be put back; what went to the trash again meanwhile stays as it is.
 */
export const layAgain = async (
  records: Records,
  lay: readonly ActedOn[],
): Promise<AnyProblem | undefined> => {
  const days = new Map(lay.map(({ id, trashedOn = '' }) => [id, trashedOn]));
  return downwards(records, [lay.slice(0, 1), lay.slice(1)], ({ id, trashedOn }) =>
    trashedOn === '' ? (days.get(id) ?? '') : trashedOn,
  );
};

/** On what day a record is in the trash from now on; '' where it is there no more. */
type LaidOn = (record: Pick<VolymRecord, 'id' | 'trashedOn'>) => Day;

/**
 * Writes one level after the other, until something in one is refused: so no order is separated
 * from its codes.
 */
const downwards = async (
  records: Pick<Records, 'changeMany' | 'many' | 'layAway'>,
  levels: readonly (readonly { readonly id: string }[])[],
  laidOn: LaidOn,
): Promise<AnyProblem | undefined> => {
  for (const level of levels) {
    const refused = await records.changeMany(
      level.map(({ id }) => id),
      (record) => ok({ ...record, trashedOn: laidOn(record) }),
    );
    for (const [id, problem] of refused) {
      const stays =
        problem.code === 'record-not-understood' ? await layNewer(records, id, laidOn) : problem;
      if (stays !== undefined) return stays;
    }
  }
  return undefined;
};

/**
 * A record of a newer version is only moved, whatever it contains: commands do not work on it.
 */
const layNewer = async (
  records: Pick<Records, 'many' | 'layAway'>,
  id: string,
  laidOn: LaidOn,
): Promise<AnyProblem | undefined> => {
  const record = (await records.many([id])).get(id);
  if (record === undefined) return refuse('record-is-gone').problem;
  const answer = await records.layAway(id, laidOn(record));
  if (answer.ok) return undefined;
  const { code } = answer.problem;
  // Another device wrote it in the meantime, so that it is understood.
  return refuse(code === 'is-understood' ? 'changed-since' : code).problem;
};

/**
 * Takes a record out of the trash; for a code whose order is there too, all of that order: an order
 * and its codes go or stay together (A5). Returns why something could not be taken out.
 */
export const restoreWithOrder = async (
  records: Records,
  id: string,
  before?: Before,
): Promise<AnyProblem | undefined> => {
  const record = await records.get(id);
  const parent = record?.parent ?? '';
  const above = parent === '' ? undefined : await records.get(parent);
  const out = [record, above?.trashedOn === '' ? undefined : above].filter(
    (record) => record !== undefined,
  );
  // A record that is not understood is only taken out from the trash screen itself, never by an
  // answer about something else.
  if (out.some((record) => conditionOf(record) !== 'fine'))
    return refuse('record-not-understood').problem;
  const isWithOrder = above?.kind === 'credit-order' && above.trashedOn !== '';
  return restoreFromTrash(records, isWithOrder ? parent : id, before);
};
