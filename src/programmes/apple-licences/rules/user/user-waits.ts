import { daysBetween, type Day } from '#core/day/day.ts';
import { foldedText, foundBy } from '#core/text/found-text.ts';
import { currentSteps } from '#core/record/step.ts';
import { isSince } from '../sync/fact-source.ts';
import { termsOf, TERMS, type Terms } from './user-terms.ts';
import type { VolumeUser } from './volume-user.ts';

/** From so many days an invitation has waited long (look.md §10, picture 37). */
export const LONG_WAIT_DAYS = 14;

/** A user of the list, with what its row tells. */
export type UserRow = {
  readonly user: VolumeUser;
  readonly name: string;
  readonly terms: Terms;
  /**
   * Only of who is invited, and where the day is known: a list tells that someone is invited, not
   * since when.
   */
  readonly invitedOn?: Day | undefined;
  readonly remindedOn?: Day | undefined;
  /** What it is found by, folded. */
  readonly found: string;
};

/** What the list shows (B12): all users, or those with one status. */
export type TermsFilter = 'all' | Terms;

/**
 * The users of a list: who has waited longest for the terms comes first, then who waits without a
 * day, then by name.
 */
export const userRows = (
  users: readonly VolumeUser[],
  compare: (a: string, b: string) => number,
): UserRow[] =>
  users
    .map(rowOf)
    .toSorted((a, b) => orderOf(a) - orderOf(b) || byWait(a, b) || compare(a.name, b.name));

const ORDER: readonly Terms[] = ['invited', 'not-invited', 'accepted', 'retired'];

const orderOf = ({ terms }: UserRow): number => ORDER.indexOf(terms);

const byWait = ({ invitedOn: a }: UserRow, { invitedOn: b }: UserRow): number =>
  a === b ? 0 : a === undefined ? 1 : b === undefined ? -1 : a < b ? -1 : 1;

const rowOf = (user: VolumeUser): UserRow => {
  const { name, email, clientUserId, group } = user.data;
  const terms = termsOf(user);
  const found = foldedText([name, email, clientUserId, group].join(' '));
  return {
    user,
    name: name || email || clientUserId,
    terms,
    found,
    ...(terms === 'invited' ? invitation(user) : {}),
  };
};

/** When an invited user was invited, and last reminded since. */
const invitation = ({ data, steps }: VolumeUser): Pick<UserRow, 'invitedOn' | 'remindedOn'> => {
  const standing = currentSteps(steps);
  const invited = standing.findLast(({ kind }) => kind === 'invited');
  // Accepted, left and come back by what a source says: then the day of before says nothing.
  const isOver =
    invited === undefined ||
    standing.some(
      (step) => step.at > invited.at && ['accepted', 'retired', 'returned'].includes(step.kind),
    ) ||
    (data.said !== undefined && data.said.status !== 'registered' && !isSince(data.said, invited));
  if (isOver) return {};
  const reminded = standing.findLast(({ kind, at }) => kind === 'reminded' && at > invited.at);
  return { invitedOn: invited.on, remindedOn: reminded?.on };
};

/** Days that an invitation has waited; undefined where it is not known. */
export const waitedDays = ({ invitedOn }: UserRow, today: Day): number | undefined =>
  invitedOn === undefined ? undefined : daysBetween(invitedOn, today);

/** How many users have each status (B12). */
export const countTerms = (rows: readonly UserRow[]): Readonly<Record<Terms, number>> => {
  const counted = Object.fromEntries(TERMS.map((terms) => [terms, 0])) as Record<Terms, number>;
  for (const { terms } of rows) counted[terms] += 1;
  return counted;
};

/** The groups of users with how many each has, the largest first. */
export const groupsOf = (
  rows: readonly UserRow[],
  compare: (a: string, b: string) => number,
): { readonly group: string; readonly count: number }[] => {
  const counted = new Map<string, number>();
  for (const { user } of rows)
    if (user.data.group !== '')
      counted.set(user.data.group, (counted.get(user.data.group) ?? 0) + 1);
  return [...counted]
    .map(([group, count]) => ({ group, count }))
    .toSorted((a, b) => b.count - a.count || compare(a.group, b.group));
};

/** The rows that a filter, a group ('' for all) and what was typed leave. */
export const shownUsers = (
  rows: readonly UserRow[],
  {
    filter,
    group,
    typed,
  }: { readonly filter: TermsFilter; readonly group: string; readonly typed: string },
): UserRow[] => {
  const isFound = foundBy(typed);
  return rows.filter(
    (row) =>
      (filter === 'all' || row.terms === filter) &&
      (group === '' || row.user.data.group === group) &&
      isFound(row.found),
  );
};
