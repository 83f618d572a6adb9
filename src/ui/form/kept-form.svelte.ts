import { isSameValue } from '#core/record/same-value.ts';
import { draftStore, type DraftStore } from './draft.ts';

/** What was touched of a form, beside what those fields began with. */
type KeptTyped<T> = { readonly typed?: Partial<T>; readonly begun?: Partial<T> };

/**
 * What is typed in a form, kept on this device until it is saved, so that leaving loses nothing.
 * Made while its component is.
 */
export class KeptForm<T extends object> {
  typed = $state() as T;
  /** It was left, and what was typed then is here again. */
  isKept = $state(false);
  #isDone = false;
  readonly #begin: T;
  readonly #store: DraftStore<KeptTyped<T>> | undefined;
  readonly #secret: readonly string[];

  /**
   * `form` names it among those of the workspace, with the id of what it is about; undefined where
   * nothing is to be kept. Of what `isRecorded` a field that has another value by now than it began
   * with is not the one that was changed: it is as it is now. What is `secret` is in no storage.
   */
  constructor(
    workspaceId: string,
    form: string | undefined,
    begin: T,
    {
      isRecorded = false,
      secret = [],
    }: { readonly isRecorded?: boolean; readonly secret?: readonly string[] } = {},
  ) {
    [this.#begin, this.#secret] = [begin, secret];
    this.#store = form === undefined ? undefined : draftStore(workspaceId, form);
    const before = this.#store?.read() ?? {};
    // An older version of the app kept an order's fields alone, without what they began with.
    const { typed = before as Partial<T>, begun = begin } = before;
    const fields = (Object.keys(begin) as (keyof T)[]).filter(
      (field) =>
        Object.hasOwn(typed, field) && (!isRecorded || isSameValue(begun[field], begin[field])),
    );
    this.typed = { ...structuredClone(begin), ...pick(typed, fields) };
    this.isKept = fields.length > 0;
    $effect(() => this.#keep($state.snapshot(this.typed) as T));
  }

  /** Throws away what was typed; what it answers brings that back. */
  startOver(): () => void {
    const before = $state.snapshot(this.typed) as T;
    [this.typed, this.isKept] = [structuredClone(this.#begin), false];
    return () => {
      [this.typed, this.isKept] = [before, true];
      // Its screen may have been left meanwhile.
      this.#keep(before);
    };
  }

  /** It was saved: there is nothing to keep any more. */
  done(): void {
    this.#isDone = true;
    this.#store?.clear();
  }

  #keep(now: T): void {
    if (this.#isDone) return;
    const fields = (Object.keys(now) as (keyof T)[]).filter(
      (field) =>
        !isSameValue(now[field], this.#begin[field]) && !this.#secret.includes(String(field)),
    );
    if (fields.length === 0) this.#store?.clear();
    else this.#store?.keep({ typed: pick(now, fields), begun: pick(this.#begin, fields) });
  }
}

const pick = <T extends object>(from: Partial<T>, fields: readonly (keyof T)[]): Partial<T> =>
  Object.fromEntries(fields.map((field) => [field, from[field]])) as Partial<T>;
