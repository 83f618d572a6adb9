import { tick } from 'svelte';
import type { Problem, Result } from '#core/result.ts';

/**
 * Choices that are saved as they are made, of controls that show them by then. A refused one is
 * told, and its control shows again what holds. Each has a key of its own.
 */
export class RefusedChoice<Value> {
  #refused = $state.raw<{ readonly key: string; readonly value: Value }>();
  /** Why the last choice was not saved. */
  problem = $state.raw<Problem>();

  /** What the control shows of what `holds`. */
  shown(key: string, holds: Value): Value {
    return this.#refused?.key === key ? this.#refused.value : holds;
  }

  /** Waits for a choice to be saved; answers whether it was. */
  async settle(key: string, value: Value, saved: Promise<Result<unknown>>): Promise<boolean> {
    const answer = await saved;
    this.problem = answer.ok ? undefined : answer.problem;
    if (answer.ok) return true;
    // A refusal changes nothing for the control: so it first gets the value that it shows, and then
    // the one that holds.
    this.#refused = { key, value };
    await tick();
    this.#refused = undefined;
    return false;
  }
}
