import type { ContentToken } from '#programmes/apple-licences/rules/token/content-token.ts';
import { sealedTextOf } from '#programmes/apple-licences/rules/token/sealed-text.ts';
import { syncOfFile } from '#programmes/apple-licences/rules/sync/sync-of-file.ts';
import { isAhead, isSyncDue } from '#programmes/apple-licences/rules/sync/sync-times.ts';
import { fileOf } from '#programmes/apple-licences/rules/token/token-files.ts';
import { tokenState } from '#programmes/apple-licences/rules/token/token-life.ts';
import { hourOfDay, localTime, type Clock } from '#platform/clock.ts';
import { conditionOf } from '#data/records/read-record.ts';

/** By itself a token is not tried again sooner (ms), whatever its record says. */
const AGAIN_MS = 10 * 60_000;

/** States of a token in which Apple would only say once more that it does not count. */
const OVER = ['expired', 'revoked', 'invalid'];

/** A new file is another try. */
const triedAs = (token: ContentToken): string => `${token.id} ${fileOf(token).fingerprint}`;

/** What this tab knows of its own syncs, beside what their tokens say. */
export class Tries {
  readonly #clock: Clock;
  /** When each was tried last (ms), also where that could not be written on it. */
  readonly #tried = new Map<string, number>();
  /** When a lock cut off the sync of each (ms): it is due, whatever its hours say. */
  readonly #cutOff = new Map<string, number>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  tried(token: ContentToken): void {
    this.#tried.set(triedAs(token), this.#clock.now());
  }

  /** Whether a lock cut off what was under way for a token. */
  ended(id: string, isCutOff: boolean): void {
    if (isCutOff) this.#cutOff.set(id, this.#clock.now());
    else this.#cutOff.delete(id);
  }

  /** Whether it is to be synced by itself now. */
  isDue(token: ContentToken): boolean {
    const now = this.#clock.now();
    const sync = syncOfFile(token);
    const isTried = now - (this.#tried.get(triedAs(token)) ?? -Infinity) <= AGAIN_MS;
    const at = sync === undefined || isAhead(sync.at, now) ? 0 : sync.at;
    const wasCutOff = (this.#cutOff.get(token.id) ?? 0) > at;
    return (
      conditionOf(token) === 'fine' &&
      sealedTextOf(token) !== undefined &&
      !OVER.includes(tokenState(fileOf(token), token.steps, localTime(this.#clock))) &&
      (wasCutOff || (!isTried && isSyncDue(sync, now, hourOfDay)))
    );
  }
}
