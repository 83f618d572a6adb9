import { describe, expect, test } from 'vitest';
import { noteInvitation } from '#domain/adobe-vip/note-invitation.ts';
import { valueOf } from '#tests/factories/credit.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { customerWith, stepOf } from '#tests/factories/vip.ts';

const doing = doingOn();

describe('C1: the invitation of a customer of whom nobody had said it', () => {
  test('C1: is noted once, on a day that has been', () => {
    const steps = valueOf(noteInvitation(customerWith(), '2026-11-18', doing)).steps;
    expect(steps).toMatchObject([{ kind: 'invited', on: '2026-11-18' }]);
    const invited = customerWith({}, [stepOf('invited', '2026-11-10')]);
    expect(noteInvitation(invited, '2026-11-18', doing)).toMatchObject({ problem: { code: 'invited-already' } });
  });

  test.each([
    ['day-needed', '2026-11-31'],
    ['day-ahead', '2026-11-21'],
  ])('C1: refused as %s', (code, on) => {
    expect(noteInvitation(customerWith(), on, doing)).toMatchObject({ problem: { code, field: 'on' } });
  });
});
