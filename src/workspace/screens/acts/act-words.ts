import { textIn } from '#core/record/fields.ts';
import type { Act, ActKind } from '#core/record/act.ts';
import { ownEntry } from '#core/own-entry.ts';
import { byKind } from '#programmes/by-kind.ts';
import { identities } from '#programmes/identities.ts';
import type { Holder, Identity } from '#programmes/programme.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { lastOf } from '#core/record/step.ts';
import type { JudgedAct } from '#data/acts/undo-act.ts';
import type { Records } from '#data/records/records.ts';
import type { Texts } from '#ui/text.ts';

/** An act as the list shows it: what was done, when and to whom, and what of it stays. */
export type ShownAct = {
  readonly act: Act;
  readonly name: string;
  readonly details: readonly string[];
};

/** What is needed to describe acts. */
export type ActTelling = {
  readonly words: Texts['acts'];
  readonly format: Texts['format'];
  /**
   * What a record is called; left out on the screen of what all these acts were done with, which
   * says it itself.
   */
  readonly nameOf?: ((record: VolymRecord) => string) | undefined;
};

type Shown = ActTelling & { readonly records: Pick<Records, 'many'>; readonly now: number };

/** The acts in words. */
export const shownActs = async (
  judged: readonly JudgedAct[],
  { records, words, format, nameOf, now }: Shown,
): Promise<readonly ShownAct[]> => {
  const ids = judged.flatMap(({ back: [first] }) =>
    first === undefined ? [] : [first.parent, holderIdOf(first)],
  );
  const beside = await records.many(nameOf === undefined ? [] : ids.filter((id) => id !== ''));
  return judged.map(({ act, back, changed }) => {
    const all = back.length + changed;
    const when = format.when(act.at, now);
    const about = subjectOf(act, back, { beside, words, nameOf });
    return {
      act,
      name: nameOfAct(act, all, words),
      details: [
        [when, ...about].join(' · '),
        ...(changed === 0 ? [] : [words.stays(changed, all)]),
      ],
    };
  });
};

/**
 * A deployment that the act made is no changed one; licences that Apple knows nothing of by it were
 * noted.
 */
const nameOfAct = (
  { kind, apple, records: [first] }: Act,
  count: number,
  words: Texts['acts'],
): string => {
  if (kind === 'deployed' && first?.isMade === true) return words.newDeployment(count);
  const isNoted =
    apple === undefined && (kind === 'licences-given' || kind === 'licences-taken-back');
  return isNoted ? words.noted[kind](count) : words.names[kind](count);
};

const HELD_BY = byKind<Identity, Holder>(identities, ({ heldBy }) => heldBy);

/** Id of the record of whoever holds one that names nobody itself; '' of all others. */
const holderIdOf = (record: VolymRecord): string =>
  ownEntry(HELD_BY, record.kind)?.of(record) ?? '';

/** Acts on licences of one app, and on its deployments. */
const OF_APP: ReadonlySet<ActKind> = new Set([
  'licences-given',
  'licences-taken-back',
  'apps-gone',
  'deployed',
]);

type Beside = Pick<Shown, 'words' | 'nameOf'> & {
  /** What the first records lie under, and who holds them. */
  readonly beside: ReadonlyMap<string, VolymRecord>;
};

/**
 * Whom or what it was done to: who got codes or licences, and of what; the purchaser; the first
 * record, and how many more.
 */
const subjectOf = (
  { kind }: Act,
  back: readonly VolymRecord[],
  { beside, words, nameOf }: Beside,
): string[] => {
  const [first] = back;
  if (first === undefined || nameOf === undefined) return toWhom(first, kind);
  const parent = beside.get(first.parent);
  const above = parent === undefined ? [] : [nameOf(parent)];
  if (kind === 'handed-out') return [...toWhom(first, kind), ...above];
  const purchaserName = textIn(first.data, 'purchaserName');
  if ((kind === 'validated' || kind === 'rejected') && purchaserName !== '') return [purchaserName];
  // Of licences that a deployment moves, its name says how many there are.
  const more = kind === 'deployed' ? 0 : back.length - 1;
  return [words.andMore(holderOf(first, beside, nameOf), more), ...(OF_APP.has(kind) ? above : [])];
};

/** Who was handed codes. */
const toWhom = (first: VolymRecord | undefined, kind: ActKind): string[] => {
  const { to } =
    (first === undefined || kind !== 'handed-out' ? undefined : lastOf(first.steps, kind)?.data) ??
    {};
  return to === undefined ? [] : [to];
};

/** Of a record that names nobody itself, whoever holds it. */
const holderOf = (
  record: VolymRecord,
  beside: Beside['beside'],
  nameOf: (record: VolymRecord) => string,
): string => {
  const holder = beside.get(holderIdOf(record));
  const name = holder && ownEntry(HELD_BY, record.kind)?.name(holder);
  return name || nameOf(record);
};
