import { chmodSync, mkdirSync, mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keepToOneself } from '#server/data-folder.ts';

const rightsOf = (folder: string): number => statSync(folder).mode & 0o777;

const openFolder = (): string => {
  const folder = join(mkdtempSync(join(tmpdir(), 'volym-folder-')), 'data');
  mkdirSync(folder);
  chmodSync(folder, 0o755);
  return folder;
};

const self = process.getuid?.() ?? 0;

test('X9: a folder that was closed to others is not reported as open, nor is one that is made', () => {
  const folder = openFolder();
  expect([keepToOneself(folder), rightsOf(folder)]).toEqual([0, 0o700]);
  const made = join(folder, 'made');
  expect([keepToOneself(made), rightsOf(made)]).toEqual([0, 0o700]);
});

test('X9: an empty folder of another user is left as it is, and told: a disk that root put there', () => {
  const folder = openFolder();
  expect([keepToOneself(folder, { uid: self + 1, chmod: chmodSync }), rightsOf(folder)]).toEqual([
    0o755, 0o755,
  ]);
});

const refuses = (): never => {
  throw new Error('EPERM: operation not permitted, chmod');
};

test.each([
  ['refuses other rights', refuses],
  ['takes no notice of them', () => undefined],
])(
  'X9: a disk that %s leaves its folder open: that is reported, and no reason not to start',
  (_, chmod) => {
    const folder = openFolder();
    expect([keepToOneself(folder, { uid: self, chmod }), rightsOf(folder)]).toEqual([0o755, 0o755]);
  },
);

test('X9: where users have no number, as on Windows, rights say nothing', () => {
  expect(keepToOneself(openFolder(), { uid: undefined, chmod: refuses })).toBe(0);
});
