import type { Day } from '#core/day/day.ts';
import { isFarAhead } from '#core/day/far-ahead.ts';

/**
 * The day in a form's field if it is more than a year ahead: it is not saved until the user
 * confirms it.
 */
export class FarDay {
  #confirmed = $state('');
  #isAsked = $state(false);
  readonly #typed: () => Day;
  readonly #today: () => Day;
  readonly #before: Day;

  /** `typed` is the day in the field; one that was there `before` is not asked about. */
  constructor(typed: () => Day, today: () => Day, before: Day = '') {
    [this.#typed, this.#today, this.#before] = [typed, today, before];
  }

  /** The day to ask about, '' for none. */
  get day(): Day {
    const day = this.#typed();
    return day !== this.#before && isFarAhead(day, this.#today()) ? day : '';
  }

  /** Whether the user has confirmed exactly this day. */
  get isConfirmed(): boolean {
    return this.#confirmed === this.day;
  }
  set isConfirmed(value: boolean) {
    this.#confirmed = value ? this.day : '';
  }

  /** Whether someone wanted to save, and the answer is missing. */
  get isMissed(): boolean {
    return this.#isAsked && !this.isConfirmed;
  }

  /** Whether saving has to wait for the answer; from then on the form shows that it is missing. */
  holdsSaving(): boolean {
    this.#isAsked = this.day !== '' && !this.isConfirmed;
    return this.#isAsked;
  }
}
