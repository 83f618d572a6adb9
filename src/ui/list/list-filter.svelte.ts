/** A part of a list that can be shown alone. */
export type ListPart<Value extends string> = {
  readonly value: Value;
  readonly label: string;
  readonly count: number | string;
};

/**
 * Which part of a list is shown, and what is searched for in it. The chosen part may have nobody
 * left: then all are shown.
 */
export class ListFilter<Value extends string> {
  readonly #all: Value;
  readonly #parts: () => readonly ListPart<Value>[];
  #chosen = $state.raw<Value>();
  /** What is typed into the search field. */
  typed = $state('');
  /** The parts that are offered. */
  readonly parts = $derived.by(() => this.#parts());
  readonly #active = $derived.by((): Value => {
    const part = this.parts.find(({ value }) => value === this.#chosen);
    return part === undefined ? this.#all : part.value;
  });

  /** `all` is the part that is the whole list; `first` is shown until another is chosen. */
  constructor(all: Value, parts: () => readonly ListPart<Value>[], first = all) {
    this.#all = all;
    this.#parts = parts;
    this.#chosen = first;
  }

  /** The part that is shown. */
  get active(): Value {
    return this.#active;
  }
  set active(part: Value) {
    this.#chosen = part;
  }
  showAll(): void {
    this.typed = '';
    this.#chosen = this.#all;
  }
}
