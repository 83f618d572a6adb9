import { describe, expect, test } from 'vitest';
import {
  anniversaryDue,
  anniversaryNow,
} from '#programmes/adobe-vip/rules/customer/customer-deadlines.ts';
import { ends } from '#tests/factories/ends.ts';
import { customerWith, stepOf } from '#tests/factories/vip.ts';

const dueWith = (closed: string, anniversary = '2027-06-08', today = '2026-11-25') => {
  const { data, steps } = customerWith({ anniversary }, [
    stepOf('renewal-closed', '2026-11-20', { anniversary: closed }),
  ]);
  return ends(() => [anniversaryDue(data, steps), anniversaryNow(data, steps, today)]);
};

describe('X9: whatever a renewal was closed for, the next one is found', () => {
  test.each(['x', '', '2027-02-30', '99999-01-01', '~'])(
    'X9: "%s" is no day and closes nothing',
    (closed) => expect(dueWith(closed)).toEqual(['2027-06-08', '2027-06-08']),
  );

  test('X9: of a day that is far out none is waited for that the calendar has not got', () => {
    expect(dueWith('2200-12-31')).toEqual(['2201-06-08', '2201-06-08']);
    expect(dueWith('9999-12-31')).toEqual(['', '']);
    expect(dueWith('9999-06-08', '9998-06-08')).toEqual(['', '']);
    expect(dueWith('', '9999-06-08', '9999-12-31')).toEqual(['9999-06-08', '9999-06-08']);
  });

  test('C9: one that was closed gives way to the next year, with 29 February as it was kept', () => {
    expect(dueWith('2027-06-08')[0]).toBe('2028-06-08');
    expect(dueWith('2029-02-28', '2028-02-29')[0]).toBe('2030-02-28');
  });
});
