import { expect, test } from 'vitest';
import { readHeader, writeHeader } from '#data/backup/header.ts';
import { openSettings, ownWorkspace } from '#data/device/settings.ts';
import { examples } from '#tests/factories/examples.ts';
import { keptStorage } from '#tests/factories/kept-storage.ts';

const STRANGE = ['constructor', 'toString', 'valueOf', '__proto__', '../etc'];

test.each(STRANGE)(
  'X9: a file from outside of a workspace called %s is damaged',
  async (workspace) => {
    const header = {
      format: 'volym-backup',
      version: 1,
      file: 'f',
      madeAt: 1,
      workspace,
      key: 'k',
      fileKey: { iv: 'a', text: 'b' },
      keyring: examples.keyring.data,
    } as unknown as Parameters<typeof writeHeader>[0];
    const file = new Blob([(await writeHeader(header)).bytes]);
    await expect(readHeader(file)).rejects.toMatchObject({ code: 'damaged' });
  },
);

test.each(STRANGE)(
  'X9: a workspace called %s that came before does not count: another can be made',
  (id) => {
    const storage = keptStorage();
    const entry = { person: '', name: '', wrong: { count: 1, since: 1 } };
    storage.setItem(
      'volym-settings',
      `{"workspaces":{${JSON.stringify(id)}:${JSON.stringify(entry)}}}`,
    );
    expect(ownWorkspace(openSettings(storage).newest)).toBeUndefined();
  },
);
