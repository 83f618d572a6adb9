import { accountsEditionOf, isForGood } from '#programmes/apple-licences/rules/editions.ts';
import {
  takeTokenAgain,
  tokenKey,
  undoTakenAgain,
} from '#programmes/apple-licences/rules/token/token-recognised.ts';
import { writtenBySync } from '#programmes/apple-licences/rules/sync/sync-commands.ts';
import { OF_FILE } from '#programmes/apple-licences/rules/token/token-file-met.ts';
import { fileOf, isSameToken } from '#programmes/apple-licences/rules/token/token-files.ts';
import {
  tokenSealedAt,
  type ContentToken,
  type ContentTokenData,
} from '#programmes/apple-licences/rules/token/content-token.ts';
import {
  newTokenProblems,
  renewToken,
  takeToken,
  type TakenFile,
  type TokenInput,
} from '#programmes/apple-licences/rules/token/token-commands.ts';
import type { CommonProblem, Problem } from '#core/result.ts';
import type { Draft } from '#core/record/record.ts';
import type {
  TokenProblem,
  TokenResult,
} from '#programmes/apple-licences/rules/token/token-problem.ts';
import type { ReadToken } from './read-token.ts';
import { isFine } from '#data/records/read-record.ts';
import { onKind } from '#data/records/on-kind.ts';
import { newId } from '#platform/ids.ts';
import type { Accounts, Here as Keeping, Sealing } from '../here.ts';
import type { Vault } from '#data/vault/vault.ts';
import type { Day } from '#core/day/day.ts';
import { changeFields, type UndoMade } from '#data/records/change-fields.ts';
import { unmaking } from '#data/trash/in-trash.ts';
import { isOfKind } from '#data/records/found.ts';

type Here = Keeping & Sealing<'token-in'> & { readonly vault: Pick<Vault, 'keyedId'> };

const editionOf = ({ workspace }: Accounts): string =>
  accountsEditionOf(workspace?.data.accountsEdition);

/** Whether one account and one token count for good here. */
export const isForGoodHere = (app: Accounts): boolean => isForGood(editionOf(app));

/** Everything wrong with the details of a new token, before its file is checked. */
export const firstProblems = (
  app: Accounts & { readonly today: Day },
  { input, knowsForGood }: { readonly input: TokenInput; readonly knowsForGood: boolean },
): readonly TokenProblem[] =>
  newTokenProblems(input, { edition: editionOf(app), knowsForGood }, app);

const tokensHere = async ({ records }: Here): Promise<ContentToken[]> =>
  await records.find({ kind: 'content-token', isReadable: true });

/** The file as it is written: its text sealed where it is kept, which needs the vault. */
const takenFile = async (
  app: Here,
  id: string,
  { file, fingerprint, innerFingerprint }: ReadToken,
  keeps: boolean,
): Promise<TokenResult<TakenFile>> => {
  const { organization, expiresAt, lastDay } = file;
  const taken = { file: { organization, expiresAt, lastDay }, fingerprint, innerFingerprint };
  if (!keeps) return { ok: true, value: taken };
  if (!(await app.askUnlock('token-in'))) return { ok: false, problem: { code: 'vault-locked' } };
  return {
    ok: true,
    value: { ...taken, sealed: await app.vault.seal(file.bearer, tokenSealedAt(id)) },
  };
};

/**
 * Where a new token is written: under the id of the token within, which is free, or whose record
 * is in the trash.
 */
type Place = { readonly id: string; readonly inTrash?: ContentToken | undefined };

/** One of its own, where that record is another version's, or was renewed since. */
const placeFor = async ({ records, vault }: Here, read: ReadToken): Promise<Place> => {
  const id = await vault.keyedId(...tokenKey(read.innerFingerprint));
  const known = await records.get(id);
  if (known === undefined) return { id };
  return isOfKind(known, 'content-token') &&
    isFine(known) &&
    known.trashedOn !== '' &&
    isSameToken(fileOf(known), read)
    ? { id, inTrash: known }
    : { id: newId() };
};

/** The record that a token was taken in, and what takes that back. */
type TakenIn = { readonly id: string; readonly isBack: boolean; readonly undo: UndoMade };

/**
 * Takes a token for the first time, or out of the trash. Judges it before anyone is asked to
 * unlock.
 */
export const takeFirst = async (
  app: Here,
  {
    input,
    read,
    keeps,
    knowsForGood,
  }: { input: TokenInput; read: ReadToken; keeps: boolean; knowsForGood: boolean },
): Promise<TokenResult<TakenIn>> => {
  const { id, inTrash } = await placeFor(app, read);
  const edition = editionOf(app);
  const draft = async (taken: TakenFile) =>
    takeToken(
      id,
      input,
      taken,
      { edition, knowsForGood, others: await tokensHere(app) },
      app.records.doing(),
    );
  const rehearsed = await draft(read);
  if (!rehearsed.ok) return rehearsed;
  const taken = await takenFile(app, id, read, keeps);
  if (!taken.ok) return taken;
  const made = await draft(taken.value);
  if (!made.ok) return made;
  if (inTrash !== undefined) {
    const back = await takeBackIn(app, id, made.value);
    return back.ok ? { ok: true, value: { id, isBack: true, undo: back.value } } : back;
  }
  const written = await app.records.create(made.value);
  if (!written.ok) return written;
  const undo = unmaking(app.records, written.value, writtenBySync(made.value));
  return { ok: true, value: { id, isBack: false, undo } };
};

/** Its undo takes back what was written over what lay in the trash, too. */
const takeBackIn = (
  { records }: Here,
  id: string,
  made: Draft<ContentTokenData>,
): Promise<TokenResult<UndoMade>> =>
  changeFields(
    records,
    { id, kind: 'content-token' },
    (now) => takeTokenAgain(now, made),
    () => ({
      writeBack: (now, data, doing, edit) =>
        undoTakenAgain(now, data, edit, doing, writtenBySync(edit.after)),
      entries: ['holders'],
      together: [['organization', ...OF_FILE]],
    }),
  );

/**
 * Puts a new file in the place of a token's old one. `isMeant` says that the same token with a
 * later end is to count.
 */
export const takeRenewal = async (
  app: Here,
  token: ContentToken,
  read: ReadToken,
  { keeps, isMeant = false }: { readonly keeps: boolean; readonly isMeant?: boolean },
): Promise<Problem<(TokenProblem | CommonProblem)['code']> | undefined> => {
  const others = (await tokensHere(app)).filter(({ id }) => id !== token.id);
  const taken = await takenFile(app, token.id, read, keeps);
  if (!taken.ok) return taken.problem;
  const answer = await app.records.change(
    token.id,
    onKind('content-token', (now, doing) =>
      renewToken(now, { ...taken.value, isMeant }, others, doing),
    ),
  );
  return answer.ok ? undefined : answer.problem;
};
