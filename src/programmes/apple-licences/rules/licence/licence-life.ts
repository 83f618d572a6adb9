import { ownEntry } from '#core/own-entry.ts';
import { currentSteps, type Step } from '#core/record/step.ts';

/**
 * The state of a licence: `leaving` is set to be uninstalled, and only free when the app is gone
 * (seed 001).
 */
export type LicenceState = 'assigned' | 'leaving' | 'free';

const STATES: Readonly<Record<string, LicenceState>> = {
  assigned: 'assigned',
  'uninstall-asked': 'leaving',
  // The app is there still after all.
  stays: 'assigned',
  'app-gone': 'free',
  'taken-back': 'free',
  // A whole list of the location no longer names it.
  'not-listed': 'free',
};

/**
 * The state of a licence from its steps; one that a list brought has none, and is assigned. One
 * that was assigned by hand and then undone is free, even if it is restored from the trash.
 */
export const licenceState = (steps: readonly Step[]): LicenceState => {
  if (steps.length === 0) return 'assigned';
  const last = currentSteps(steps).findLast(({ kind }) => ownEntry(STATES, kind) !== undefined);
  if (last !== undefined) return ownEntry(STATES, last.kind) as LicenceState;
  return earliest(steps).kind === 'assigned' ? 'free' : 'assigned';
};

const earliest = (steps: readonly Step[]): Step =>
  steps.reduce((first, step) => (step.at < first.at ? step : first));
