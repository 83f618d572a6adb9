import {
  array,
  assert,
  boolean,
  integer,
  property,
  record,
  shuffledSubarray,
  string,
} from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  leftToRenew,
  losesAccess,
  needRenewal,
} from '#programmes/adobe-vip/rules/renewal/renewal-need.ts';
import { needCases } from './renewal-cases.ts';

const person = (name: string, keeps?: boolean) => ({
  id: `id-${name}`,
  name,
  ...(keeps === undefined ? {} : { keeps }),
});
const names = (people: readonly { readonly name: string }[]) => people.map(({ name }) => name);

describe('C10: what still needs renewal', () => {
  test.each(needCases)(
    'C10: used $used and renewed $renewed needs $expected.needRenewal',
    ({ expected, ...licences }) => {
      expect(needRenewal(licences)).toBe(expected.needRenewal);
    },
  );

  test('C10: rule 44: 50 used and 45 renewed leave five without, 40 used nobody', () => {
    expect(needCases).toHaveLength(2);
    expect(needRenewal({ used: 50, renewed: 45 })).toBe(5);
    expect(needRenewal({ used: 45, renewed: 45 })).toBe(0);
    expect(needRenewal({ used: 40, renewed: 45 })).toBe(0);
  });

  test('C10: rule 46: of 100, 60 are left for the automatic renewal once 40 were renewed', () => {
    expect(leftToRenew({ owned: 100, renewed: 40 })).toBe(60);
    expect(leftToRenew({ owned: 40, renewed: 100 })).toBe(0);
  });
});

describe('C10: who loses access', () => {
  test('C10: never who was chosen to keep a licence, the others by name', () => {
    const holders = [person('Ulrika'), person('Anna', true), person('Mikael', false), person('Bo')];
    expect(losesAccess(holders, 2)).toEqual({
      losing: [holders[3], holders[2]],
      unnamed: 0,
      isChosen: false,
    });
  });

  test('C10: the choice is made when just the missing number is not kept', () => {
    const holders = [person('Ulrika'), person('Anna', true), person('Mikael')];
    expect(losesAccess(holders, 2)).toMatchObject({ unnamed: 0, isChosen: true });
    expect(losesAccess(holders, 1).isChosen).toBe(false);
    expect(losesAccess(holders, 0)).toEqual({ losing: [], unnamed: 0, isChosen: true });
    expect(losesAccess(holders, -3)).toEqual({ losing: [], unnamed: 0, isChosen: true });
  });

  test('C10: those who cannot be named are counted: too many kept, or holders that nobody entered', () => {
    const holders = [person('Ulrika'), person('Anna', true)];
    expect(losesAccess(holders, 3)).toEqual({ losing: [holders[0]], unnamed: 2, isChosen: false });
    expect(losesAccess([], 5)).toEqual({ losing: [], unnamed: 5, isChosen: false });
  });

  test('C10: of two with one name the id decides', () => {
    const [first, second] = [
      { id: 'a', name: 'Anna' },
      { id: 'b', name: 'Anna' },
    ];
    expect(losesAccess([second, first], 1).losing).toEqual([first]);
  });

  test('C10: every device names the same, in whatever order it holds them', () => {
    const some = array(record({ name: string({ maxLength: 3 }), keeps: boolean() }), {
      maxLength: 12,
    }).map((people) => people.map((person, index) => ({ id: String(index), ...person })));
    const turned = some.chain((people) =>
      shuffledSubarray(people, { minLength: people.length }).map((other) => ({ people, other })),
    );
    assert(
      property(turned, integer({ min: 0, max: 15 }), ({ people, other }, short) => {
        const { losing, unnamed } = losesAccess(people, short);
        expect(losesAccess(other, short).losing).toEqual(losing);
        expect(losing.some(({ keeps }) => keeps)).toBe(false);
        expect(losing.length + unnamed).toBe(short);
        expect(names(losing)).toEqual(names(losing).toSorted());
      }),
    );
  });
});
