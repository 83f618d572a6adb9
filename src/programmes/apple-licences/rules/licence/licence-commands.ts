import type { Day } from '#core/day/day.ts';
import type { Doing } from '#core/record/kind.ts';
import type { Draft } from '#core/record/record.ts';
import { ok, refuse } from '#core/result.ts';
import { withStep } from '#core/record/step.ts';
import type { AssignTarget } from './assign-plan.ts';
import type { AssignedLicence, AssignedLicenceData } from './assigned-licence.ts';
import { lastDay, nextDayProblem } from '../sync/later-day.ts';
import { licenceState, type LicenceState } from './licence-life.ts';
import type { LicenceResult } from './licence-problem.ts';

type Given = { readonly id: string; readonly app: string; readonly target: AssignTarget };

/**
 * A licence given for the first time. `id` is made of the app and who has it, so that two devices
 * that give it meet.
 */
export const newLicence = (
  { id, app, target }: Given,
  doing: Doing,
): Draft<AssignedLicenceData> => ({
  id,
  kind: 'assigned-licence',
  programme: 'apple-licences',
  parent: app,
  data: { v: 1, ...holderData(target) },
  steps: withStep([], { kind: 'assigned', on: doing.today }, doing),
});

/** What a licence keeps of who has it. */
export const holderData = (
  target: AssignTarget,
): Pick<AssignedLicenceData, 'to' | 'target' | 'name' | 'user'> => {
  if (target.to === 'device')
    return { to: 'device', target: target.serialNumber, name: target.name, user: '' };
  const { id, data } = target.user;
  return { to: 'user', target: data.clientUserId, name: data.name || data.email, user: id };
};

/**
 * Assigns a licence that came back, or is in the trash, to the same holder again; the former state
 * of its installation is dropped.
 */
export const giveAgain = (
  licence: AssignedLicence,
  target: AssignTarget,
  doing: Doing,
): LicenceResult<Draft<AssignedLicenceData>> => {
  if (licence.trashedOn === '' && licenceState(licence.steps) !== 'free') return refuse('has-one');
  const { install: _before, ...data } = licence.data;
  const now = { ...licence, data: { ...data, ...holderData(target) } };
  const last = lastDay(licence.steps);
  // Dated ahead by another device's calendar: it comes after that all the same.
  const today = doing.today < last ? last : doing.today;
  return ok({ ...step(now, 'assigned', { ...doing, today }), trashedOn: '' });
};

/** What a person can say of a licence that someone has. */
export type LicenceStepKind = 'taken-back' | 'uninstall-asked' | 'stays' | 'app-gone';

/** The states in which each is allowed. */
const FROM: Readonly<Record<LicenceStepKind, readonly LicenceState[]>> = {
  'taken-back': ['assigned', 'leaving'],
  'uninstall-asked': ['assigned'],
  stays: ['leaving'],
  // "Licensen frisläpps när appen avinstalleras" (seed 001): not before.
  'app-gone': ['leaving'],
};

/** Whether a licence comes back by it, and is counted as free. */
export const frees = (kind: LicenceStepKind): boolean =>
  kind === 'taken-back' || kind === 'app-gone';

/** Whether it is allowed in the licence's current state. */
export const canSay = (
  licence: Pick<AssignedLicence, 'steps' | 'trashedOn'>,
  kind: LicenceStepKind,
): boolean => licence.trashedOn === '' && FROM[kind].includes(licenceState(licence.steps));

/** Records one of them on a licence, as of a day; a refusal names the licence's state. */
export const sayOfLicence = (
  licence: AssignedLicence,
  { kind, on }: { readonly kind: LicenceStepKind; readonly on: Day },
  doing: Doing,
): LicenceResult<Draft<AssignedLicenceData>> => {
  const problem = nextDayProblem(licence.steps, on, doing);
  if (problem !== undefined) return problem;
  if (!canSay(licence, kind)) return refuse(`is-${licenceState(licence.steps)}`);
  return ok(step(licence, kind, { ...doing, today: on }));
};

const step = (
  licence: AssignedLicence,
  kind: string,
  doing: Doing,
): Draft<AssignedLicenceData> => ({
  ...licence,
  steps: withStep(licence.steps, { kind, on: doing.today }, doing),
});
