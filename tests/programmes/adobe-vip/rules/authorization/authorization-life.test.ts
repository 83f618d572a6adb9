import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  linesNow,
  orderDue,
} from '#programmes/adobe-vip/rules/authorization/authorization-life.ts';
import {
  areUsable,
  authorizationState,
  daysToOrder,
  isPastDue,
  suspendedFrom,
} from '#programmes/adobe-vip/rules/authorization/authorization-state.ts';
import { authorizationDeadlines } from '#programmes/adobe-vip/rules/authorization/authorization-deadlines.ts';
import { whyNotAuthorized } from '#programmes/adobe-vip/rules/customer/customer-state.ts';
import { addDays } from '#core/day/day.ts';
import { reminderDays } from '#core/reminder/reminder.ts';
import { authorizationWith, stepOf } from '#tests/factories/vip.ts';
import { customerState } from '#tests/factories/customer-state.ts';

type Expected = {
  readonly due: string;
  readonly daysLeft: number;
  readonly state: string;
  readonly licencesUsable: boolean | null;
  readonly newPaAllowed: boolean;
  readonly customerState: string;
};
type DueCase = {
  readonly id: number;
  readonly kind?: undefined;
  readonly created: string;
  readonly edition: 30 | 14 | 7;
  readonly today: string;
  readonly expected: Expected;
};
type CustomerCase = {
  readonly id: number;
  readonly kind: 'customer';
  readonly today: string;
  readonly edition: 30 | 14 | 7;
  readonly pas: readonly { readonly created: string }[];
  readonly expected: Pick<Expected, 'customerState' | 'newPaAllowed'>;
};

const { cases } = JSON.parse(
  readFileSync('tests/fixtures/adobe/pa-deadline-cases.json', 'utf8'),
) as {
  readonly cases: readonly (
    | DueCase
    | CustomerCase
    | { readonly id: number; readonly kind: 'cancel' | 'create' }
  )[];
};
const dueCases = cases.filter((entry): entry is DueCase => entry.kind === undefined);
const customerCases = cases.filter((entry): entry is CustomerCase => entry.kind === 'customer');

/**
 * What the table calls a customer, by what the app says of it; a past due one with the stage of its
 * latest authorization.
 */
const tableWord = (state: string, stage: string): string =>
  ({ 'past-due': `past due (${stage})`, pending: 'pending requests' })[state] ?? 'no open request';

describe('C3: the days to order', () => {
  test.each(dueCases)(
    'C3: case $id: created $created under $edition days, seen on $today',
    (given) => {
      const authorization = authorizationWith({ createdOn: given.created, days: given.edition });
      const { expected, today } = given;
      const state = authorizationState(authorization, today);
      expect(orderDue(authorization)).toBe(expected.due);
      expect(daysToOrder(authorization, today)).toBe(expected.daysLeft);
      expect(state).toBe(expected.state);
      expect(areUsable(authorization, today) ?? null).toBe(expected.licencesUsable);
      expect(whyNotAuthorized([authorization], today) === undefined).toBe(expected.newPaAllowed);
      const customer = customerState(
        { authorizations: [authorization], hasProducts: true, renewal: 'none' },
        today,
      );
      expect(tableWord(customer, state)).toBe(expected.customerState);
    },
  );

  test.each(customerCases)('C3: case $id: one late authorization blocks the customer', (given) => {
    const authorizations = given.pas.map(({ created }, at) =>
      authorizationWith({ id: `authorization-${at}`, createdOn: created, days: given.edition }),
    );
    const state = customerState(
      { authorizations, hasProducts: true, renewal: 'none' },
      given.today,
    );
    const stage = authorizations
      .map((each) => authorizationState(each, given.today))
      .find((each) => each !== 'pending');
    expect(tableWord(state, stage ?? '')).toBe(given.expected.customerState);
    expect(whyNotAuthorized(authorizations, given.today)).toMatchObject({
      code: 'customer-past-due',
      params: { createdOn: '2026-10-15', due: '2026-11-14' },
    });
  });

  test('C3: rule 10: an order that covers the late one frees the customer', () => {
    const late = authorizationWith({ createdOn: '2026-10-15' });
    const ordered = authorizationWith({
      createdOn: '2026-10-15',
      steps: [
        stepOf('ordered', '2026-11-20', { order: 'order-1', orderNumber: '7700', line: 'a' }),
      ],
    });
    expect(isPastDue(late, '2026-11-20')).toBe(true);
    expect(isPastDue(ordered, '2026-11-20')).toBe(false);
    expect(whyNotAuthorized([ordered], '2026-11-20')).toBeUndefined();
  });

  test('C3: rule 11: an authorization keeps the edition it was born under, whatever is chosen later', () => {
    expect(orderDue(authorizationWith({ createdOn: '2026-12-20', days: 30 }))).toBe('2027-01-19');
    expect(orderDue(authorizationWith({ createdOn: '2027-01-01', days: 14 }))).toBe('2027-01-15');
  });

  test('C3: a day that Adobe names wins over the counted one and takes the second stage along', () => {
    const authorization = authorizationWith({ createdOn: '2026-11-19', statedDue: '2026-12-24' });
    expect(orderDue(authorization)).toBe('2026-12-24');
    expect(suspendedFrom(authorization)).toBe('2027-01-24');
  });

  test('C3: never counted from the deployment day', () => {
    expect(
      orderDue(authorizationWith({ createdOn: '2026-11-20', deploymentDate: '2026-12-01' })),
    ).toBe('2026-12-20');
  });

  test('C3: by line: it waits until the last one is ordered or removed', () => {
    const lines = {
      a: { product: 'Illustrator', quantity: 6, sku: '' },
      b: { product: 'Photoshop', quantity: 2, sku: '' },
    };
    const first = stepOf('ordered', '2026-11-20', {
      order: 'order-1',
      orderNumber: '7700',
      line: 'a',
    });
    const partly = authorizationWith({ lines, steps: [first] });
    expect(authorizationState(partly, '2026-11-21')).toBe('pending');
    expect(linesNow(partly).map(({ orderNumber }) => orderNumber)).toEqual(['7700', '']);
    const removed = stepOf('line-removed', '2026-11-21', { line: 'b', quantity: '2' });
    expect(
      authorizationState(authorizationWith({ lines, steps: [first, removed] }), '2026-11-21'),
    ).toBe('ordered');
  });

  test('C5: of an order and a withdrawal on two devices the order counts: it is at Adobe', () => {
    const steps = [
      stepOf('authorization-withdrawn', '2026-11-21'),
      stepOf('ordered', '2026-11-21', { order: 'order-1', orderNumber: '7700', line: 'a' }),
    ];
    expect(authorizationState(authorizationWith({ steps }), '2026-11-22')).toBe('ordered');
    expect(linesNow(authorizationWith({ steps }))[0]?.left).toBe(6);
  });
});

describe('C3: what home is told', () => {
  test.each([
    [30, ['2026-11-27', '2026-12-04', '2026-12-15', '2026-12-20']],
    [14, ['2026-11-27', '2026-12-04', '2026-12-15', '2026-12-20']],
    [7, ['2026-11-27', '2026-12-04', '2026-12-15', '2026-12-20']],
  ] as const)(
    'C3: reminders on days 7, 14, 25 and 30, in the edition of %i days too',
    (days, expected) => {
      const [deadline] = authorizationDeadlines(authorizationWith({ days }));
      expect(reminderDays({ on: deadline!.on, steps: deadline!.reminders! })).toEqual(expected);
    },
  );

  test('C3: shown from its first day, with the one thing to do', () => {
    expect(authorizationDeadlines(authorizationWith())).toMatchObject([
      {
        from: '2026-11-20',
        on: '2026-12-20',
        action: 'place-order',
        lateAction: 'place-late-order',
      },
    ]);
    expect(authorizationDeadlines(authorizationWith({ days: 7 }))).toMatchObject([
      { lateAction: 'note-expiry' },
    ]);
  });

  test('C3: nothing is due once it is ordered, withdrawn, or its expiry was noted', () => {
    for (const step of [
      stepOf('ordered', '2026-11-21', { order: 'order-1', orderNumber: '7700' }),
      stepOf('authorization-withdrawn', '2026-11-21'),
      stepOf('expiry-noted', '2026-12-01'),
    ])
      expect(authorizationDeadlines(authorizationWith({ days: 7, steps: [step] }))).toEqual([]);
  });

  test('C3: the states of an edition follow each other and never go back', () => {
    const order = ['pending', 'overdue', 'suspended', 'expired'];
    fc.assert(
      fc.property(
        fc.constantFrom(30, 14, 7) as fc.Arbitrary<30 | 14 | 7>,
        fc.integer({ min: 0, max: 200 }),
        fc.integer({ min: 0, max: 5000 }),
        (days, after, from) => {
          const createdOn = addDays('2020-01-01', from);
          const authorization = authorizationWith({ createdOn, days });
          const rank = (day: string) => order.indexOf(authorizationState(authorization, day));
          const today = addDays(createdOn, after);
          expect(rank(today)).toBeLessThanOrEqual(rank(addDays(today, 1)));
          expect(authorizationState(authorization, today) === 'pending').toBe(after <= days);
        },
      ),
    );
  });
});
