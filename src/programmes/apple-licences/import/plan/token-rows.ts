import type { RowWhy } from '#core/import/planned-row.ts';
import { dayOfInstant } from '#core/day/instant.ts';
import { firstWritten, type Step } from '#core/record/step.ts';
import { accountsEditionOf, isForGood } from '#programmes/apple-licences/rules/editions.ts';
import type { ListRowNote, TokenNote } from '#programmes/apple-licences/rules/row-reason.ts';
import type {
  ContentToken,
  ContentTokenData,
} from '#programmes/apple-licences/rules/token/content-token.ts';
import { BLANK_TOKEN } from '#programmes/apple-licences/rules/token/token-commands.ts';
import { fileOf, lacksFile } from '#programmes/apple-licences/rules/token/token-files.ts';
import {
  findingOf,
  findingsIn,
  type Finding,
} from '#programmes/apple-licences/rules/token/token-life.ts';
import type { ListDesk } from '../match/desk.ts';
import {
  intuneTokenKey,
  isSameEnd,
  saidAt,
  type TokenDesk,
  type TokenRow,
} from '../match/tokens.ts';
import type { GraphToken, GraphTokenState } from '../read/graph-lists.ts';
import type { ListChange, PlannedListRow, TokenStep } from './planned.ts';

/**
 * One row of a list of tokens of Intune: what it says that is newer, or not known here. It never
 * brings a file.
 */
export const planTokenRow = (desk: ListDesk, row: TokenRow, judged: TokenDesk): PlannedListRow => {
  const { sheet, row: number, token } = row;
  const shown = {
    sheet,
    row: number,
    is: 'token' as const,
    parent: '',
    name: nameOf(token),
    location: token.locationName,
    token,
    changes: [],
    notes: [...row.notes.map((code) => ({ code })), ...notesOn(token)],
  };
  const deciding = judged.deciding.get(token.id);
  if (deciding !== undefined && deciding !== row) {
    const params = { row: deciding.row, sheet: deciding.sheet };
    return { ...shown, outcome: 'duplicate', why: { code: 'same-token-as-row', params } };
  }
  const meant = judged.meant.get(row);
  if (meant?.is === 'known') return planKnown(desk, meant.token, row, shown);
  const unreadable = (code: 'several-tokens' | 'record-not-understood' | 'token-end-missing') => ({
    ...shown,
    outcome: 'unreadable' as const,
    why: { code, params: { who: nameOf(token) } },
  });
  if (meant?.is !== 'new') return unreadable('several-tokens');
  const id = desk.known.idOf(intuneTokenKey(token));
  if (desk.known.strange.has(id)) return unreadable('record-not-understood');
  if (token.expires === undefined) return unreadable('token-end-missing');
  return planNew(desk, { id, expires: token.expires }, row, shown);
};

type Shown = Omit<PlannedListRow, 'outcome' | 'notes'> & {
  readonly notes: readonly RowWhy<ListRowNote>[];
};

/** What a token is called: as in Intune, else by what it is for. */
const nameOf = ({ displayName, locationName, organizationName, appleId, id }: GraphToken): string =>
  displayName || locationName || organizationName || appleId || id;

const STATE_NOTES: Readonly<Partial<Record<GraphTokenState, TokenNote>>> = {
  expired: 'expired-in-intune',
  invalid: 'invalid-in-intune',
  'other-mdm': 'claimed-from-intune',
  duplicate: 'duplicate-in-intune',
};

const notesOn = ({ state, syncStatus, lastSynced }: GraphToken): RowWhy<TokenNote>[] => {
  const bad = STATE_NOTES[state];
  const params = { day: lastSynced === undefined ? '' : dayOfInstant(lastSynced) };
  // What is wrong with the token is why it does not sync.
  if (bad !== undefined) return [{ code: bad }];
  const notes: RowWhy<TokenNote>[] = [];
  if (state === 'unknown') notes.push({ code: 'state-not-known-in-intune' });
  if (syncStatus === 'failed') notes.push({ code: 'sync-failed-in-intune', params });
  return notes;
};

const FINDINGS: Readonly<Partial<Record<GraphTokenState, Finding>>> = {
  invalid: 'invalid',
  'other-mdm': 'claimed',
  duplicate: 'duplicate',
};

const planNew = (
  desk: ListDesk,
  { id, expires }: { readonly id: string; readonly expires: string },
  { row, token }: TokenRow,
  shown: Shown,
): PlannedListRow => {
  const first = onlyToken(desk);
  if (first !== undefined) return secondToken(shown, first);
  const edition = accountsEditionOf(desk.known.edition);
  const found = FINDINGS[token.state];
  const data: Partial<ContentTokenData> = {
    v: 1,
    ...BLANK_TOKEN,
    name: nameOf(token),
    appleId: token.appleId,
    organization: token.organizationName,
    location: token.locationName,
    locationId: '',
    expiresAt: expires,
    lastDay: dayOfInstant(expires),
    fingerprint: '',
    ...(isHeldByIntune(token) ? { system: 'intune' } : {}),
    edition,
  };
  const steps = found === undefined ? [] : [stepOf(found, '', token)];
  desk.tokens.set(id, { id, state: 'new', row, name: nameOf(token), data, steps });
  const notes: readonly RowWhy<ListRowNote>[] = [
    ...shown.notes,
    { code: 'without-its-file' },
    ...(isForGood(edition) ? [{ code: 'account-is-for-good' as const }] : []),
  ];
  return { ...shown, outcome: 'new', state: 'new', parent: id, notes };
};

/** In the edition that knows one token, the name of that one. */
const onlyToken = ({ known, tokens }: ListDesk): string | undefined =>
  isForGood(accountsEditionOf(known.edition))
    ? (known.tokens.find(({ trashedOn }) => trashedOn === '')?.data.name ??
      [...tokens.values()].find(({ state }) => state !== 'existing')?.name)
    : undefined;

const secondToken = (shown: Shown, name: string): PlannedListRow => ({
  ...shown,
  outcome: 'unreadable',
  why: { code: 'one-token-only', params: { name } },
});

const isHeldByIntune = ({ state }: GraphToken): boolean => state !== 'other-mdm';

const planKnown = (
  desk: ListDesk,
  known: ContentToken,
  { row, token }: TokenRow,
  shown: Shown,
): PlannedListRow => {
  const { data, changes } = newFacts(known, token);
  const step = stepToAdd(known, token);
  const before = findingOf(known.steps)?.kind ?? '';
  const all: readonly ListChange[] =
    step === undefined ? changes : [...changes, { field: 'found', from: before, to: step.kind }];
  const isBack = known.trashedOn !== '';
  const first = isBack ? onlyToken(desk) : undefined;
  if (first !== undefined) return secondToken(shown, first);
  const name = known.data.name || shown.name;
  const named = {
    ...shown,
    parent: known.id,
    name,
    location: known.data.location || shown.location,
    changes: all,
    notes: [...shown.notes, ...fileNotes(known, token)],
  };
  if (all.length === 0 && !isBack) return { ...named, outcome: 'same', state: 'existing' };
  desk.tokens.set(known.id, {
    id: known.id,
    state: isBack ? 'restored' : 'existing',
    row,
    name,
    data,
    steps: step === undefined ? [] : [step],
  });
  return isBack
    ? { ...named, outcome: 'new', state: 'restored' }
    : { ...named, outcome: 'changed', state: 'existing' };
};

/** Its file says until when it counts, so that only of one without it the list can say so. */
const fileNotes = (known: ContentToken, token: GraphToken): RowWhy<TokenNote>[] => {
  const file = fileOf(known);
  if (lacksFile(file)) return [{ code: 'without-its-file' }];
  if (token.expires === undefined || isSameEnd(token, known)) return [];
  const day = dayOfInstant(token.expires);
  const code = day > file.lastDay ? 'newer-file-in-intune' : 'older-file-in-intune';
  return [{ code, params: { day } }];
};

/** How Intune is called beside another system. */
const INTUNE = 'Microsoft Intune';

const newFacts = (
  known: ContentToken,
  token: GraphToken,
): { readonly data: Partial<ContentTokenData>; readonly changes: readonly ListChange[] } => {
  const { data } = known;
  const file = fileOf(known);
  const { organizationName, appleId, locationName, expires = '' } = token;
  const isLater = lacksFile(file) && expires > file.expiresAt;
  const isBeside = isHeldByIntune(token) && data.system !== 'intune';
  const said: readonly (readonly [Filled, string])[] = [
    ['organization', data.organization === '' ? organizationName : ''],
    ['appleId', data.appleId === '' ? appleId : ''],
    ['location', data.location === '' ? locationName : ''],
    ['expiresAt', isLater ? expires : ''],
    ['system', isBeside && data.system === '' ? 'intune' : ''],
    ['alsoIn', isBeside && data.system !== '' && data.alsoIn === '' ? INTUNE : ''],
  ];
  const filled = said.filter(([, to]) => to !== '');
  return {
    data: {
      ...Object.fromEntries(filled),
      ...(isLater ? { lastDay: dayOfInstant(expires) } : {}),
    },
    changes: filled.map(([field, to]): ListChange => ({ field, from: data[field], to })),
  };
};

type Filled = 'organization' | 'appleId' | 'location' | 'expiresAt' | 'system' | 'alsoIn';

/** Marks what a list of Intune found out: only Intune takes that back by itself. */
const BY_INTUNE = { source: 'intune' };

const isByIntune = ({ data }: Step): boolean => data?.['source'] === BY_INTUNE.source;

const stepOf = (kind: TokenStep['kind'], file: string, token: GraphToken): TokenStep => ({
  kind,
  data: { ...BY_INTUNE, file, asOf: saidAt(token) },
});

/**
 * What Intune found out of the file that counts here, and nobody has said yet. An older list says
 * nothing, and what a person or Apple said stays.
 */
const stepToAdd = (known: ContentToken, token: GraphToken): TokenStep | undefined => {
  const file = fileOf(known);
  if (token.expires !== undefined && !lacksFile(file) && !isSameEnd(token, known)) return undefined;
  const { steps } = known;
  const asOf = saidAt(token);
  const last = findingsIn(steps).findLast(isByIntune);
  if (last !== undefined && (last.data?.['asOf'] ?? '') >= asOf) return undefined;
  const now = findingOf(steps);
  if (now !== undefined && !isByIntune(now)) return undefined;
  const found = FINDINGS[token.state];
  if (found === undefined)
    return token.state === 'valid' && now !== undefined
      ? stepOf('found-valid', file.fingerprint, token)
      : undefined;
  if (now?.kind === found || isAnswered(steps, asOf)) return undefined;
  return stepOf(found, file.fingerprint, token);
};

/** Whether somebody said since that it counts after all. */
const isAnswered = (steps: readonly Step[], asOf: string): boolean => {
  const said = findingsIn(steps).findLast((step) => !isByIntune(step));
  if (said?.kind !== 'found-valid') return false;
  return asOf === '' || new Date(firstWritten(steps, said)).toISOString() > asOf;
};
