import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countsOf } from '#programmes/apple-licences/rules/app/app-counts.ts';
import type { AssignedLicence } from '#programmes/apple-licences/rules/licence/assigned-licence.ts';
import { holderOf } from '#programmes/apple-licences/rules/licence/licence-holders.ts';
import { licenceState } from '#programmes/apple-licences/rules/licence/licence-life.ts';
import { stockLevel } from '#programmes/apple-licences/rules/app/licence-stock.ts';
import { TERMS, termsOf } from '#programmes/apple-licences/rules/user/user-terms.ts';
import type { VolumeApp } from '#programmes/apple-licences/rules/app/volume-app.ts';
import type { VolumeUser } from '#programmes/apple-licences/rules/user/volume-user.ts';
import { addDays, daysBetween } from '#core/day/day.ts';
import { kindOf } from '#programmes/kinds.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { exampleApps } from '#programmes/apple-licences/work/example/example-apps.ts';
import { recordOf } from '#tests/factories/credit.ts';
import { doingOn } from '#tests/factories/doing.ts';
import fixture from '../../../../fixtures/demo/bjorkdalen-apps.json' with { type: 'json' };

const TODAY = fixture.referenceDate;
const on = async (today: string): Promise<VolymRecord[]> => {
  const keyedId = (...parts: string[]): Promise<string> => Promise.resolve(parts.join(':'));
  const seal = (text: string) =>
    Promise.resolve({ key: 'v1', iv: 'AAAA', text: `sealed ${text.length}` });
  return (await exampleApps({ doing: doingOn(today), seal, keyedId })).map((draft) =>
    recordOf(draft),
  );
};
const ofKind = <T extends VolymRecord>(records: readonly VolymRecord[], kind: string): T[] =>
  records.filter((record): record is T => record.kind === kind);
const appsOf = (records: readonly VolymRecord[]): VolumeApp[] =>
  ofKind<VolumeApp>(records, 'volume-app');
const licencesOf = (records: readonly VolymRecord[]): AssignedLicence[] =>
  ofKind(records, 'assigned-licence');
const usersOf = (records: readonly VolymRecord[]): VolumeUser[] => ofKind(records, 'volume-user');

const age = (app: VolumeApp, today: string): number =>
  daysBetween((app.data.said?.asOf ?? '').slice(0, 10), today);

describe('X15, B8: the example’s apps', () => {
  test('X15: they are those of the example data, with the counts and ages that are given there', async () => {
    const place = (id: string) => fixture.locations.find((location) => location.id === id);
    const seen = appsOf(await on(TODAY)).map((app) => {
      const { name, location, locationId, adamId, pricingParam, productType, said } = app.data;
      const { total = null, assigned, available = null, retired, unlimited } = said ?? {};
      return {
        name,
        location,
        locationId,
        adamId,
        pricingParam,
        productType,
        total,
        assigned,
        available,
        retired,
        unlimited,
        age: age(app, TODAY),
      };
    });
    expect(seen).toEqual(
      fixture.apps.map(({ id: _id, asOf, location, ...app }) => ({
        ...app,
        location: place(location)?.name,
        locationId: place(location)?.uId,
        age: daysBetween(asOf.slice(0, 10), TODAY),
      })),
    );
  });

  test('X15: on whatever day one looks at it, everything looks the same', async () => {
    const seen = async (today: string) => {
      const records = await on(today);
      return [
        ...appsOf(records).map((app) => [stockLevel(countsOf(app), undefined), age(app, today)]),
        ...usersOf(records).map((user) => termsOf(user)),
        ...licencesOf(records).map(({ steps }) => licenceState(steps)),
      ];
    };
    const reference = await seen(TODAY);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: -900, max: 3_000 }), async (days) => {
        expect(await seen(addDays(TODAY, days))).toEqual(reference);
      }),
      { numRuns: 20 },
    );
  });

  test('X15: each has content that its kind knows and its own id, no step in the future, and no invitation in clear text', async () => {
    const records = await on(TODAY);
    const unknown = records.filter(
      (record) => !kindOf(record.kind)!.schema.safeParse(record.data).success,
    );
    expect(unknown).toEqual([]);
    expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
    expect(JSON.stringify(records)).not.toContain('FAKE');
    expect(records.flatMap(({ steps }) => steps).filter((step) => step.on > TODAY)).toEqual([]);
  });

  test('B8: nobody has a licence that no source counts, and one app is out with every one named', async () => {
    const records = await on(TODAY);
    const all = licencesOf(records);
    for (const app of appsOf(records)) {
      const named = all.filter(({ parent }) => parent === app.id).length;
      expect(named, app.data.name).toBeLessThanOrEqual(countsOf(app).assigned ?? 0);
    }
    const out = appsOf(records).filter((app) => countsOf(app).free === 0);
    expect(out.map(({ id }) => all.filter(({ parent }) => parent === id).length)).toContain(40);
  });

  test('B12, B13: users are in every state of the terms, under their own names, and installations end in every way', async () => {
    const records = await on(TODAY);
    const users = usersOf(records);
    expect(new Set(users.map(({ data }) => data.name)).size).toBe(users.length);
    expect(new Set(users.map((user) => termsOf(user)))).toEqual(new Set(TERMS));
    const invited = users.filter(({ data }) => data.invite !== undefined);
    expect(invited).toEqual(users.filter((user) => termsOf(user) === 'invited'));
    const byId = new Map(users.map((user) => [user.id, user]));
    const told = licencesOf(records).filter(({ data }) => data.install !== undefined);
    const holders = told.flatMap((licence) => holderOf(licence, byId.get(licence.data.user)) ?? []);
    expect(new Set(holders.map(({ group }) => group))).toEqual(
      new Set(['failed', 'pending', 'leaving', 'not-installed', 'installed']),
    );
    expect(new Set(holders.flatMap(({ reason }) => reason?.is ?? []))).toEqual(
      new Set(['cause', 'terms']),
    );
    const app = appsOf(records).find(({ data }) => data.installs !== undefined);
    expect(app?.data.installs?.failed).toBe(
      holders.filter(({ group }) => group === 'failed').length,
    );
  });
});
