import { isSameValue } from '#core/record/same-value.ts';
import { draftStore, type DraftStore } from './draft.ts';

/**
 * What was touched of a form, beside what those fields began with. Of what is `older` nobody knows
 * that: version 0.1.0 kept an order's fields alone, in the place of all this.
 */
type KeptTyped<T> = {
  readonly typed?: Partial<T>;
  readonly begun?: Partial<T>;
  readonly older?: Partial<T>;
};

/**
 * What is typed in a form, kept on this device until it is saved, so that leaving loses nothing.
 * Made while its component is.
 */
export class KeptForm<T extends object> {
  typed = $state() as T;
  /** It was left, and what was typed then is here again. */
  isKept = $state(false);
  /** What an older version kept of fields in which something else stands now, and may be newer. */
  #older = $state.raw<Partial<T>>({});
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
    const none: Partial<T> = {};
    const { typed = none, begun = begin, older = none } = inParts<T>(this.#store?.read() ?? {});
    const all = Object.keys(begin) as (keyof T)[];
    const fields = all.filter(
      (field) =>
        Object.hasOwn(typed, field) && (!isRecorded || isSameValue(begun[field], begin[field])),
    );
    const others = all.filter((field) => Object.hasOwn(older, field) && !fields.includes(field));
    // Where nothing stands, nothing is typed over.
    const isFree = (field: keyof T): boolean =>
      !isRecorded || ['', older[field]].some((value) => isSameValue(begin[field], value));
    const taken = others.filter(isFree);
    this.typed = { ...structuredClone(begin), ...pick(typed, fields), ...pick(older, taken) };
    this.isKept = fields.length + taken.length > 0;
    const waiting = others.filter((field) => !isFree(field));
    this.#older = pick(older, waiting);
    $effect(() => this.#keep($state.snapshot(this.typed) as T));
  }

  /** In how many fields what was typed waits to be taken, since what stands there may be newer. */
  get waiting(): number {
    return Object.keys(this.#older).length;
  }

  /** Takes what waits in the place of what stands there; what it answers takes that back. */
  takeWaiting(): () => void {
    const [before, older] = [$state.snapshot(this.typed) as T, this.#older];
    [this.typed, this.#older, this.isKept] = [{ ...before, ...older }, {}, true];
    return () => {
      [this.typed, this.#older] = [before, older];
      this.#keep(before);
    };
  }

  /** Throws away what was typed; what it answers brings that back. */
  startOver(): () => void {
    const [before, wasKept, older] = [$state.snapshot(this.typed) as T, this.isKept, this.#older];
    [this.typed, this.isKept, this.#older] = [structuredClone(this.#begin), false, {}];
    return () => {
      [this.typed, this.isKept, this.#older] = [before, wasKept, older];
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
    const [typed, begun, older] = [pick(now, fields), pick(this.#begin, fields), this.#older];
    if (fields.length + this.waiting === 0) this.#store?.clear();
    else this.#store?.keep(this.waiting === 0 ? { typed, begun } : { typed, begun, older });
  }
}

const inParts = <T extends object>(kept: KeptTyped<T> | Partial<T>): KeptTyped<T> =>
  'typed' in kept ? kept : { older: kept as Partial<T> };

const pick = <T extends object>(from: Partial<T>, fields: readonly (keyof T)[]): Partial<T> =>
  Object.fromEntries(fields.map((field) => [field, from[field]])) as Partial<T>;
