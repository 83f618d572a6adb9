import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  planAssignment,
  readSerialNumbers,
  type Assigning,
  type AssignTarget,
  type WhyNone,
} from '#programmes/apple-licences/rules/licence/assign-plan.ts';
import type { LicenceUserStatus } from '#programmes/apple-licences/rules/api/location-records.ts';
import type { VolumeUserData } from '#programmes/apple-licences/rules/user/volume-user.ts';
import type { Step } from '#core/record/step.ts';
import { appWith, licenceWith, userWith } from '#tests/factories/apps.ts';

const FIRST = 'apple-licences.accounts-2016';
const LATER = 'apple-licences.accounts-2025';
const saidAs = (status: LicenceUserStatus) => ({ status, source: '', asOf: '', at: 1 });
const user = (name: string, given: Partial<VolumeUserData> = {}): AssignTarget => ({
  to: 'user',
  user: userWith({
    id: name,
    name,
    clientUserId: `u-${name}`,
    said: saidAs('associated'),
    ...given,
  }),
});
const device = (serialNumber: string): AssignTarget => ({ to: 'device', serialNumber, name: '' });
const step = (kind: string, at = 1): Step => ({ id: kind, kind, on: '2026-11-20', at, by: 'sara' });
const nameOf = (target: AssignTarget): string =>
  target.to === 'user' ? target.user.id : target.serialNumber;

const at = (given: Partial<Assigning> = {}): Assigning => ({
  app: appWith({ total: 80, assigned: 76, available: 4 }),
  licences: [],
  edition: FIRST,
  ...given,
});
const whyOf = (assigning: Assigning, target: AssignTarget): WhyNone | undefined =>
  planAssignment(assigning, [target]).none[0]?.why;

describe('B10: who gets a licence is shown beforehand', () => {
  test('B11: with four free of ten chosen the first four get one and six get none, and the order decides', () => {
    const ten = [...'abcdefghij'].map((name) => user(name));
    const plan = planAssignment(at(), ten);
    expect(plan.gets.map(({ target }) => nameOf(target))).toEqual(['a', 'b', 'c', 'd']);
    expect(plan.none.map(({ target, why }) => [nameOf(target), why])).toEqual(
      [...'efghij'].map((name) => [name, 'no-licence-left']),
    );
    expect(plan.short).toBe(6);
    const turned = planAssignment(at(), ten.toReversed());
    expect(turned.gets.map(({ target }) => nameOf(target))).toEqual(['j', 'i', 'h', 'g']);
  });

  test.each<[string, Partial<VolumeUserData>, Partial<Assigning>, WhyNone | undefined]>([
    ['accepted', {}, {}, undefined],
    ['retired', { said: saidAs('retired') }, {}, 'retired'],
    ['of another system', { isForeign: true }, {}, 'foreign-user'],
    ['of another system, later edition', { isForeign: true }, { edition: LATER }, undefined],
    [
      'of another location',
      { locationId: 'x' },
      { app: appWith({ total: 9, locationId: 'y' }) },
      'other-location',
    ],
    ['has one', {}, { licences: [licenceWith({ target: 'u-a' })] }, 'has-one'],
    [
      'has one under the record alone',
      {},
      { licences: [licenceWith({ target: '', user: 'a' })] },
      'has-one',
    ],
    [
      'has one on its way back',
      {},
      { licences: [licenceWith({ target: 'u-a', steps: [step('uninstall-asked')] })] },
      'is-leaving',
    ],
    [
      'had one',
      {},
      { licences: [licenceWith({ target: 'u-a', steps: [step('taken-back')] })] },
      undefined,
    ],
    [
      'of a device of that name',
      {},
      { licences: [licenceWith({ to: 'device', target: 'u-a' })] },
      undefined,
    ],
    ['nobody knows what is free', {}, { app: appWith() }, 'free-unknown'],
    ['no limit', {}, { app: appWith({ unlimited: true }) }, undefined],
  ])('B10: a user: %s', (_, given, where, why) => {
    expect(whyOf(at(where), user('a', given))).toBe(why);
  });

  test.each<[string, string, Partial<Assigning>, WhyNone | undefined]>([
    ['in the edition of 2016', 'DMPX1234ABCD', {}, 'devices-need-later-edition'],
    ['in the later edition', 'DMPX1234ABCD', { edition: LATER }, undefined],
    [
      'an app that is for users alone',
      'DMPX1234ABCD',
      { edition: LATER, app: appWith({ total: 9, isDeviceAssignable: false }) },
      'not-device-assignable',
    ],
    [
      'a book',
      'DMPX1234ABCD',
      { edition: LATER, app: appWith({ total: 9, productType: 'Book' }) },
      'not-device-assignable',
    ],
    ['no serial number', 'iPad 7', { edition: LATER }, 'not-a-serial-number'],
  ])('B10: a device: %s', (_, serial, where, why) => {
    expect(whyOf(at(where), device(serial))).toBe(why);
  });

  test('B12: a user who has not accepted the terms takes a licence too, with the note that the app waits', () => {
    const invited = user('a', { said: saidAs('registered') });
    const [gets] = planAssignment(at(), [invited]).gets;
    expect(gets?.notes).toEqual(['terms-not-accepted']);
    expect(planAssignment(at(), [user('b')]).gets[0]?.notes).toEqual([]);
  });

  test('B10: what cannot be taken back is shown before it is given', () => {
    const book = appWith({ total: 9, assigned: 0, productType: 'Book', isRevocable: false });
    expect(planAssignment(at({ app: book }), [user('a')]).gets[0]?.notes).toEqual([
      'stays-for-good',
    ]);
  });

  test('B10: serial numbers are read from what was pasted', () => {
    expect(readSerialNumbers(' dmpx1234abcd;\nF9FX0001AAAA, ,f9fx0002')).toEqual([
      'DMPX1234ABCD',
      'F9FX0001AAAA',
      'F9FX0002',
    ]);
  });

  test('B8: never more than are free, nobody twice or forgotten, in the order chosen', () => {
    const chosen = fc.array(fc.constantFrom(...'abcdefgh'), { maxLength: 20 });
    fc.assert(
      fc.property(chosen, fc.nat(6), fc.subarray([...'abcdefgh']), (names, free, holders) => {
        const app = appWith({ total: 20, assigned: 20 - free, available: free });
        const licences = holders.map((name) => licenceWith({ id: name, target: `u-${name}` }));
        const targets = names.map((name) => user(name));
        const { gets, none, short } = planAssignment(at({ app, licences }), targets);
        const given = gets.map(({ target }) => nameOf(target));
        expect(given.length).toBeLessThanOrEqual(free);
        expect(gets.length + none.length).toBe(names.length);
        expect(new Set(given).size).toBe(given.length);
        expect(given.some((name) => holders.includes(name))).toBe(false);
        // Those who get one are the first of those who may.
        const may = [...new Set(names)].filter((name) => !holders.includes(name));
        expect(given).toEqual(may.slice(0, free));
        expect(short).toBe(Math.max(0, may.length - free));
      }),
    );
  });
});
