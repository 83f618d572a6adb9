import { describe, expect, test } from 'vitest';
import type { AssignedLicence } from '#programmes/apple-licences/rules/licence/assigned-licence.ts';
import { knownDevices } from '#programmes/apple-licences/rules/licence/known-devices.ts';
import { licenceWith } from '#tests/factories/apps.ts';

type Kept = Partial<Pick<AssignedLicence, 'trashedOn' | 'updatedAt' | 'history'>>;

const of = (
  app: string,
  given: Parameters<typeof licenceWith>[0],
  kept: Kept = {},
): AssignedLicence => ({
  ...licenceWith({ to: 'device', target: 'TESTIPAD0001', ...given }),
  parent: app,
  ...kept,
});
const step = (kind: string, at = 1) => ({ id: kind, kind, on: '2026-11-01', at, by: 'sara' });
const given = (name: string, at: number) => ({ name, steps: [step('assigned', at)] });
const renamed = (at: number): Kept => ({
  history: [{ id: 'h', at, by: 'sara', field: 'name', from: '', to: 'x' }],
});
const reported = (devices: Record<string, string>, at = 5, namedAt?: Record<string, number>) => ({
  install: {
    state: 'installed' as const,
    code: '',
    source: 'intune',
    asOf: '',
    at,
    devices,
    namedAt,
  },
});
const device = (name: string, ...apps: string[]) => ({ serialNumber: 'TESTIPAD0001', name, apps });

describe('B10: the devices that are known', () => {
  test.each<[string, AssignedLicence[], ReturnType<typeof knownDevices>]>([
    ['one that has licences of two apps', [of('a', {}), of('b', {})], [device('', 'a', 'b')]],
    [
      'in small letters it is the same',
      [of('a', {}), of('b', { target: 'testipad0001 ' })],
      [device('', 'a', 'b')],
    ],
    [
      'on its way back it is still held',
      [of('a', { steps: [step('uninstall-asked')] })],
      [device('', 'a')],
    ],
    [
      'one that gave all back is known and has none',
      [of('a', { steps: [step('taken-back')] })],
      [device('')],
    ],
    [
      'by the name that it got',
      [of('a', { name: 'Vagn 1' }), of('b', {})],
      [device('Vagn 1', 'a', 'b')],
    ],
    ['its serial number is no name', [of('a', { name: 'testipad0001' })], [device('', 'a')]],
    [
      'by what a list of installations called it last',
      [
        of('a', { name: 'Vagn 1', ...reported({ TESTIPAD0001: 'Vagn 2' }, 5) }),
        of('b', reported({ TESTIPAD0001: 'Vagn 3' }, 9)),
        of('c', reported({ TESTIPAD0001: 'Vagn 4' }, 7)),
      ],
      [device('Vagn 3', 'a', 'b', 'c')],
    ],
    [
      'a user’s devices that a list named, without a licence of their own',
      [of('a', { to: 'user', target: 'u-1', ...reported({ TESTIPAD0001: 'Moas iPad' }) })],
      [device('Moas iPad')],
    ],
    [
      'by what was said of it in between, not by a name that a later list only left standing',
      [
        of('a', reported({ TESTIPAD0001: 'Vagn 2', TESTIPAD0002: '' }, 9, { TESTIPAD0001: 5 })),
        of('b', reported({ TESTIPAD0001: 'Vagn 3' }, 7)),
      ],
      [device('Vagn 3', 'a', 'b'), { serialNumber: 'TESTIPAD0002', name: '', apps: [] }],
    ],
    [
      'by the licence that was given last, whatever came first',
      [of('a', given('Vagn 1', 3)), of('b', given('Vagn 3', 9)), of('c', given('Vagn 2', 6))],
      [device('Vagn 3', 'a', 'b', 'c')],
    ],
    [
      'by a licence that was given after a list called it otherwise',
      [
        of('a', { name: 'Vagn 1', ...reported({ TESTIPAD0001: 'Vagn 2' }, 5) }),
        of('b', given('Vagn 3', 9)),
      ],
      [device('Vagn 3', 'a', 'b')],
    ],
    [
      'by a list, where a licence from before it was only taken back since',
      [
        of(
          'a',
          { name: 'Vagn 1', steps: [step('assigned', 3), step('taken-back', 9)] },
          { updatedAt: 9 },
        ),
        of('b', reported({ TESTIPAD0001: 'Vagn 2' }, 5)),
      ],
      [device('Vagn 2', 'b')],
    ],
    [
      'by the name with which a licence was given again',
      [of('a', given('Vagn 3', 1), renamed(9)), of('b', reported({ TESTIPAD0001: 'Vagn 2' }, 5))],
      [device('Vagn 3', 'a', 'b')],
    ],
    [
      'by when a licence without steps was written',
      [
        of('a', { name: 'Vagn 1' }, { updatedAt: 3 }),
        of('b', { name: 'Vagn 2' }, { updatedAt: 6 }),
      ],
      [device('Vagn 2', 'a', 'b')],
    ],
    [
      'by a list, where one without steps was written since for its installation alone',
      [
        of('a', { name: 'Vagn 1', ...reported({}, 9) }, { updatedAt: 9 }),
        of('b', reported({ TESTIPAD0001: 'Vagn 2' }, 5)),
      ],
      [device('Vagn 2', 'a', 'b')],
    ],
    [
      'nothing in the trash, and no user',
      [of('a', {}, { trashedOn: '2026-11-01' }), of('a', { to: 'user', target: 'u-1' })],
      [],
    ],
  ])('B10: %s', (_, licences, expected) => {
    expect(knownDevices(licences)).toEqual(expected);
  });
});
