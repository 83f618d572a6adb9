import { homeRows } from '#workspace/rules/reminders/home.ts';
import { knowsSecret } from '#workspace/rules/people/opens-codes.ts';
import type { Person } from '#workspace/rules/people/person.ts';
import { opensInside } from '#workspace/rules/people/opens-inside.ts';
import type { KeyringData } from '#workspace/rules/vault/keyring.ts';
import { conditionOf } from '#data/records/read-record.ts';
import type { Records } from '#data/records/records.ts';
import type { Role } from '#data/sync/server/role.ts';
import type { Texts } from '#ui/text.ts';

/** What is in a person's row beside the name. */
export type PersonWords = {
  readonly badge: string;
  readonly opens: boolean;
  readonly detail: string;
};

/**
 * What is known of who manages what: open deadlines by their owner, and who steps in for the
 * one who looks.
 */
export type Duties = {
  readonly owned: ReadonlyMap<string, number>;
  readonly deputies: ReadonlySet<string>;
};

/** Nothing is known yet. */
export const NO_DUTIES: Duties = { owned: new Map(), deputies: new Set() };

/** As many deadlines as anyone manages by hand; for someone with more the count stops here. */
const MOST_DEADLINES = 1_000;

/** Reads who owns open deadlines, and who is the deputy of `me`. */
export const readDuties = async (
  records: Pick<Records, 'find'>,
  today: string,
  me: string,
): Promise<Duties> => {
  const due = await records.find({ order: 'due', limit: MOST_DEADLINES });
  const rows = homeRows(
    due.filter((record) => conditionOf(record) === 'fine'),
    today,
  );
  const owned = new Map<string, number>();
  for (const { owner } of rows) owned.set(owner, (owned.get(owner) ?? 0) + 1);
  return {
    owned,
    deputies: new Set(rows.filter(({ owner }) => owner === me).map(({ deputy }) => deputy)),
  };
};

type Known = {
  readonly me: string;
  /** What they may do on their devices, where a server tells. */
  readonly role: Role | undefined;
  readonly wraps: KeyringData['wraps'];
  /** Those who are shut out on all their devices. */
  readonly out: ReadonlySet<string>;
  readonly duties: Duties;
};

/** Who someone is here, and whether they open codes, in words (look.md, picture 47). */
export const personWords = (
  person: Person,
  known: Known,
  { people: words }: Pick<Texts, 'people'>,
): PersonWords => {
  const { role } = known;
  const opens = role !== 'reader' && opensInside(person, known);
  const badge = opens ? words.codes.opens : role === undefined ? '' : words.roleBadges[role];
  const detail = [...standing(person, known, words), ...codes(person, known, words.codes)].join(
    ', ',
  );
  return { badge, opens, detail: detail.charAt(0).toLocaleUpperCase() + detail.slice(1) };
};

const standing = ({ id }: Person, { me, duties }: Known, words: Texts['people']): string[] => {
  const owned = duties.owned.get(id) ?? 0;
  return [
    ...(id === me ? [words.you] : []),
    ...(owned > 0 ? [words.owns(owned)] : []),
    ...(duties.deputies.has(id) ? [words.yourDeputy] : []),
  ];
};

const codes = (
  person: Person,
  { role, wraps, out }: Known,
  words: Texts['people']['codes'],
): string[] => {
  if (out.has(person.id)) return [words.isOut];
  if (role === 'reader') return [knowsSecret(person, wraps) ? words.readerKnows : words.ownDevice];
  if (person.data.mayOpenCodes === false) return [words.isKeptOut];
  if (knowsSecret(person, wraps)) return [];
  return [...(role === 'member' ? [words.changes] : []), words.noPhrase];
};
