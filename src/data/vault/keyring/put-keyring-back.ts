import type { CommonProblem, Problem, Result } from '#core/result.ts';
import { KEYRING_ID } from '#workspace/rules/vault/keyring.ts';
import { newKeyring } from '#workspace/rules/vault/keyring-commands.ts';
import { inForm } from '#workspace/rules/vault/keyring-names.ts';
import { withKeyringPutBack, type KnownKeyring } from '#workspace/rules/vault/keyring-trouble.ts';
import type { RecordCollection } from '../../records/database.ts';
import { onKind } from '../../records/on-kind.ts';
import type { Records } from '../../records/records.ts';
import { asKeyring } from './keyring-in.ts';

/**
 * Who wrote the keyring last, as far as the record says, and when (ms); of a deletion nothing tells
 * who did it: '' and 0.
 */
export type KeyringWriter = {
  readonly by: string;
  readonly at: number;
  readonly isDeleted: boolean;
};

/** Who wrote the keyring that is in step; undefined where none ever came. */
export const keyringWriter = async ({
  storageInstance,
}: Pick<RecordCollection, 'storageInstance'>): Promise<KeyringWriter | undefined> => {
  const [stored] = await storageInstance.findDocumentsById([KEYRING_ID], true);
  if (stored === undefined) return undefined;
  const { updatedBy: by, updatedAt: at, _deleted: isDeleted } = stored;
  return isDeleted ? { by: '', at: 0, isDeleted } : { by, at, isDeleted };
};

/**
 * Puts the keyring that opened last on this device back into the synced one: a write like any
 * other, which all devices get. A keyring there that is not understood is replaced. Refuses with
 * `only-reads` on a read-only device.
 */
export const putKeyringBack = async (
  records: Pick<Records, 'get' | 'change' | 'create' | 'replace'>,
  known: KnownKeyring,
): Promise<Result<unknown, Problem<CommonProblem['code'] | 'is-understood' | 'nothing-kept'>>> => {
  const now = await records.get(KEYRING_ID);
  if (asKeyring(now) !== undefined)
    return records.change(
      KEYRING_ID,
      onKind('keyring', (keyring) => withKeyringPutBack(keyring, known)),
    );
  const { keyring: good } = known;
  const draft = { ...newKeyring(good.vaultKey, []), data: inForm(good) };
  return now === undefined ? records.create(draft) : records.replace(draft);
};
