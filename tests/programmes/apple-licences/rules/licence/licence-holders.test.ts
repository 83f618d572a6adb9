import { describe, expect, test } from 'vitest';
import type { AppDeployment } from '#programmes/apple-licences/rules/deployment/app-deployment.ts';
import type { AssignedLicenceData } from '#programmes/apple-licences/rules/licence/assigned-licence.ts';
import {
  countHolders,
  holderOf,
  reachedBy,
  sortHolders,
  type LicenceHolder,
} from '#programmes/apple-licences/rules/licence/licence-holders.ts';
import type { LicenceUserStatus } from '#programmes/apple-licences/rules/api/location-records.ts';
import type { Step } from '#core/record/step.ts';
import { formatFor } from '#core/language/format.ts';
import { licenceWith, userWith } from '#tests/factories/apps.ts';

const step = (kind: string, at = 1): Step => ({
  id: `${kind}-${at}`,
  kind,
  on: '2026-11-20',
  at,
  by: 'sara',
});
const install = (state: NonNullable<AssignedLicenceData['install']>['state'], code = '') => ({
  source: 'Intune',
  asOf: '',
  at: 1,
  state,
  code,
});
const user = (status: LicenceUserStatus, group = '') =>
  userWith({ name: 'Elis Bergqvist', group, said: { source: 'Apple', asOf: '', at: 1, status } });
const holder = (...given: Parameters<typeof holderOf>): LicenceHolder => {
  const found = holderOf(...given);
  if (found === undefined) throw new Error('free');
  return found;
};

describe('B13: who has a licence, and its state', () => {
  test.each<[string, Parameters<typeof holderOf>, Partial<LicenceHolder>]>([
    ['nothing was said', [licenceWith(), undefined], { group: 'unreported' }],
    [
      'installed',
      [licenceWith({ install: install('installed') }), user('associated')],
      { group: 'installed' },
    ],
    [
      'failed with a known code',
      [licenceWith({ install: install('failed', '-2016330882') }), user('associated')],
      { group: 'failed', reason: { is: 'cause', cause: 'no-licence-left' } },
    ],
    [
      'failed with an unknown code: the code as it is',
      [licenceWith({ install: install('failed', '0x00000001') }), user('invited' as never)],
      { group: 'failed', reason: { is: 'code', code: '0x00000001' } },
    ],
    [
      'failed without a code while the terms wait',
      [licenceWith({ install: install('failed') }), user('registered')],
      { group: 'failed', terms: 'invited', reason: { is: 'terms' } },
    ],
    [
      'failed, and nobody knows why',
      [licenceWith({ install: install('failed') }), user('associated')],
      { reason: undefined },
    ],
    [
      'waits for the terms',
      [licenceWith({ install: install('pending') }), user('unknown')],
      { group: 'pending', terms: 'not-invited', reason: { is: 'terms' } },
    ],
    [
      'is to be uninstalled: what was installed before says nothing any more',
      [
        licenceWith({ install: install('failed', '0x87D13B7E'), steps: [step('uninstall-asked')] }),
        undefined,
      ],
      { group: 'leaving', reason: undefined },
    ],
  ])('B13: %s', (_, given, told) => {
    expect(holderOf(...given)).toMatchObject(told);
  });

  test.each(['app-gone', 'taken-back', 'not-listed'])('B11: after %s nobody has it', (kind) => {
    expect(
      holderOf(licenceWith({ steps: [step('assigned'), step(kind, 2)] }), undefined),
    ).toBeUndefined();
  });

  test('B13: named by the licence, else by its user, else by what Apple knows', () => {
    expect(holder(licenceWith({ name: 'iPad 12' }), user('associated')).name).toBe('iPad 12');
    expect(holder(licenceWith(), user('associated')).name).toBe('Elis Bergqvist');
    expect(holder(licenceWith({ target: 'C02FAKE' }), undefined).name).toBe('C02FAKE');
  });

  test('B13: what wants a hand comes first, by name within; each is counted once', () => {
    const some = [
      holder(licenceWith({ name: 'Örjan', install: install('failed') }), undefined),
      holder(licenceWith({ name: 'Amina', install: install('installed') }), undefined),
      holder(licenceWith({ name: 'Åsa', install: install('failed') }), undefined),
      holder(licenceWith({ name: 'Hugo', steps: [step('uninstall-asked')] }), undefined),
      holder(licenceWith({ name: 'Freja', install: install('pending') }), undefined),
    ];
    expect(sortHolders(some, formatFor('sv').compare).map(({ name }) => name)).toEqual([
      'Åsa',
      'Örjan',
      'Freja',
      'Hugo',
      'Amina',
    ]);
    const counts = countHolders(some);
    expect(counts).toMatchObject({
      failed: 2,
      pending: 1,
      leaving: 1,
      installed: 1,
      unreported: 0,
    });
    expect(Object.values(counts).reduce((a, b) => a + b)).toBe(some.length);
  });

  test('B11: a deployment reaches its group or the users it names; one that uninstalls, those on their way', () => {
    const deployment = (data: Partial<AppDeployment['data']>) =>
      ({
        data: {
          v: 1,
          name: '',
          group: '',
          users: {},
          intent: 'required',
          edition: '',
          owner: '',
          ...data,
        },
      }) as AppDeployment;
    const leaving = { steps: [step('uninstall-asked')] };
    const some = [
      holder(licenceWith({ id: 'a' }), user('associated', '7B')),
      holder(licenceWith({ id: 'b', ...leaving }), user('associated', '7B')),
      holder(licenceWith({ id: 'c' }), user('associated', '8A')),
      holder(licenceWith({ id: 'd', to: 'device' }), undefined),
    ];
    expect(reachedBy(deployment({ group: '7B' }), some)).toBe(1);
    expect(reachedBy(deployment({ group: '7B', intent: 'uninstall' }), some)).toBe(1);
    expect(reachedBy(deployment({ users: { 'user-1': 'Elis' } }), some)).toBe(2);
    expect(reachedBy(deployment({ users: { nobody: 'Nobody' } }), some)).toBe(0);
  });
});
