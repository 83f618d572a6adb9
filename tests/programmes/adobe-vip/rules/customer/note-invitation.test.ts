import { describe, expect, test } from 'vitest';
import {
  correctInvitation,
  noteInvitation,
  takeInvitationBack,
} from '#programmes/adobe-vip/rules/customer/note-invitation.ts';
import { valueOf } from '#tests/factories/credit.ts';
import { currentSteps } from '#core/record/step.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { customerWith, stepOf } from '#tests/factories/vip.ts';

const doing = doingOn();

describe('C1: the invitation of a customer of whom nobody had said it', () => {
  test('C1: is noted once, on a day that has been', () => {
    const steps = valueOf(noteInvitation(customerWith(), '2026-11-18', doing)).steps;
    expect(steps).toMatchObject([{ kind: 'invited', on: '2026-11-18' }]);
    const invited = customerWith({}, [stepOf('invited', '2026-11-10')]);
    expect(noteInvitation(invited, '2026-11-18', doing)).toMatchObject({
      problem: { code: 'invited-already' },
    });
  });

  test.each([
    ['day-needed', '2026-11-31'],
    ['day-ahead', '2026-11-21'],
  ])('C1: refused as %s', (code, on) => {
    expect(noteInvitation(customerWith(), on, doing)).toMatchObject({
      problem: { code, field: 'on' },
    });
  });

  test('C1: two days of two devices are one when it is corrected, and none when it is taken back', () => {
    const invited = customerWith({}, [
      stepOf('invited', '2026-11-10'),
      stepOf('invited', '2026-11-12'),
    ]);
    const right = valueOf(correctInvitation(invited, '2026-11-09', doing));
    expect(currentSteps(right.steps ?? [])).toMatchObject([{ kind: 'invited', on: '2026-11-09' }]);
    expect(currentSteps(valueOf(takeInvitationBack(invited, doing)).steps ?? [])).toEqual([]);
    expect(takeInvitationBack(customerWith(), doing)).toMatchObject({
      problem: { code: 'changed-since' },
    });
    expect(correctInvitation(customerWith(), '2026-11-09', doing)).toMatchObject({
      problem: { code: 'changed-since' },
    });
  });

  test('C1: is never after the terms were accepted', () => {
    const accepted = customerWith({}, [
      stepOf('invited', '2026-11-10'),
      stepOf('terms-accepted', '2026-11-12'),
    ]);
    expect(correctInvitation(accepted, '2026-11-13', doing)).toMatchObject({
      problem: { code: 'invited-after-accepted', field: 'on' },
    });
    expect(correctInvitation(accepted, '2026-11-12', doing)).toMatchObject({ ok: true });
  });
});
