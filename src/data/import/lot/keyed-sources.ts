import type { Sources } from '#core/import/source-file.ts';
import type { Vault } from '../../vault/vault.ts';
import type { OpenFile } from '../open-file.ts';

/** The files as an import remembers them: by keyed hashes of their bytes, so that nothing tells what they were. */
export const keyedSources = async (
  {
    name,
    digest,
    files = [],
  }: Pick<OpenFile, 'name' | 'digest'> & Partial<Pick<OpenFile, 'files'>>,
  vault: Pick<Vault, 'keyedId'>,
): Promise<Sources> => ({
  name,
  file: await vault.keyedId('file', digest),
  files: await Promise.all(
    files.map(async ({ digest: own, name: given, label, sheets, writtenAt }) => ({
      name: given,
      label,
      sheets,
      writtenAt,
      file: await vault.keyedId('file', own),
    })),
  ),
});
