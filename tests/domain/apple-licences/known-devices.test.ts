import { describe, expect, test } from 'vitest';
import type { AssignedLicence } from '#domain/apple-licences/assigned-licence.ts';
import { knownDevices } from '#domain/apple-licences/known-devices.ts';
import { licenceWith } from '#tests/factories/apps.ts';

const of = (app: string, given: Parameters<typeof licenceWith>[0], trashedOn = ''): AssignedLicence => ({
  ...licenceWith({ to: 'device', target: 'TESTIPAD0001', ...given }),
  ...{ parent: app, trashedOn },
});
const step = (kind: string) => ({ id: kind, kind, on: '2026-11-01', at: 1, by: 'sara' });
const reported = (devices: Record<string, string>, at = 5) => ({
  install: { state: 'installed' as const, code: '', source: 'intune', asOf: '', at, devices },
});
const one = (name: string, ...apps: string[]) => ({ serialNumber: 'TESTIPAD0001', name, apps });

describe('B10: the devices that are known', () => {
  test.each<[string, AssignedLicence[], ReturnType<typeof knownDevices>]>([
    ['one that has licences of two apps', [of('a', {}), of('b', {})], [one('', 'a', 'b')]],
    ['in small letters it is the same', [of('a', {}), of('b', { target: 'testipad0001 ' })], [one('', 'a', 'b')]],
    ['on its way back it is still held', [of('a', { steps: [step('uninstall-asked')] })], [one('', 'a')]],
    ['one that gave all back is known and has none', [of('a', { steps: [step('taken-back')] })], [one('')]],
    ['by the name that it got', [of('a', { name: 'Vagn 1' }), of('b', {})], [one('Vagn 1', 'a', 'b')]],
    ['its serial number is no name', [of('a', { name: 'testipad0001' })], [one('', 'a')]],
    [
      'by what a list of installations called it last',
      [
        of('a', { name: 'Vagn 1', ...reported({ TESTIPAD0001: 'Vagn 2' }, 5) }),
        of('b', reported({ TESTIPAD0001: 'Vagn 3' }, 9)),
        of('c', reported({ TESTIPAD0001: 'Vagn 4' }, 7)),
      ],
      [one('Vagn 3', 'a', 'b', 'c')],
    ],
    [
      'a user’s devices that a list named, without a licence of their own',
      [of('a', { to: 'user', target: 'u-1', ...reported({ TESTIPAD0001: 'Moas iPad' }) })],
      [one('Moas iPad')],
    ],
    ['nothing in the trash, and no user', [of('a', {}, '2026-11-01'), of('a', { to: 'user', target: 'u-1' })], []],
  ])('B10: %s', (_, licences, expected) => {
    expect(knownDevices(licences)).toEqual(expected);
  });
});
