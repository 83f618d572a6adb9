import type { LoadSet, LoadSets } from './load-sets.ts';
import { reachedBy } from './module-graph.ts';

/**
 * Modules that are always loaded together: what they weigh (bytes, packed), whether they bring
 * styles (a file more), which loads need them, and the parts that they import.
 */
export type Part = {
  readonly modules: readonly string[];
  readonly weight: number;
  readonly styles: boolean;
  readonly loads: LoadSet;
  readonly imports: ReadonlySet<Part>;
};

/** How a file more compares with bytes that are loaded in vain. */
export type Price = {
  /**
   * What an additional file costs per load (bytes): it is compressed alone, named in each file that
   * needs it, and requested.
   */
  readonly file: number;
  /** As how many loads it counts that a device asks for each file once, to keep it. */
  readonly kept: number;
  /** No files are joined to one that is heavier than this (bytes, packed). */
  readonly heaviest: number;
};

/** A file in the making. */
type File = {
  readonly modules: string[];
  weight: number;
  styles: boolean;
  loads: LoadSet;
  readonly imports: Set<File>;
  /** What it is best joined with, and what that spares (bytes over all loads). */
  best: { readonly file: File; readonly spares: number } | undefined;
};

const filesOf = (parts: readonly Part[]): Set<File> => {
  const files = new Map<Part, File>(
    parts.map(({ modules, weight, styles, loads }, index) => [
      parts[index] as Part,
      { modules: [...modules], weight, styles, loads, imports: new Set(), best: undefined },
    ]),
  );
  for (const [part, file] of files)
    for (const imported of part.imports) {
      const other = files.get(imported);
      if (other !== undefined && other !== file) file.imports.add(other);
    }
  return new Set(files.values());
};

const importsOf = (file: File): ReadonlySet<File> => file.imports;

/** Whether a file waits for another by way of a third: joined, they would wait for themselves. */
const waitsAround = (from: File, to: File): boolean =>
  reachedBy(
    [...from.imports].filter((file) => file !== to),
    importsOf,
  ).has(to);

const fit = (a: File, b: File): boolean => !waitsAround(a, b) && !waitsAround(b, a);

/** Joins files, the most sparing pair first. */
class Joining {
  readonly #files: Set<File>;
  readonly #sets: LoadSets;
  readonly #price: Price;

  constructor(parts: readonly Part[], sets: LoadSets, price: Price) {
    this.#files = filesOf(parts);
    this.#sets = sets;
    this.#price = price;
  }

  run(): (readonly string[])[] {
    for (const file of this.#files) this.#findBest(file);
    for (;;) {
      const first = this.#mostSparing();
      if (first?.best === undefined) return [...this.#files].map(({ modules }) => modules);
      const { file: other, spares } = first.best;
      // Others were joined since it was found.
      const isStill =
        this.#files.has(other) &&
        this.#isLight(first, other) &&
        this.#sparedBy(first, other) >= spares &&
        fit(first, other);
      if (isStill) this.#join(first, other);
      this.#findBest(first);
    }
  }

  #mostSparing(): File | undefined {
    let most: File | undefined;
    for (const file of this.#files)
      if ((file.best?.spares ?? 0) > (most?.best?.spares ?? 0)) most = file;
    return most;
  }

  #findBest(file: File): void {
    file.best = undefined;
    for (const other of this.#files) {
      if (other === file || !this.#isLight(file, other)) continue;
      const spares = this.#sparedBy(file, other);
      if (spares > (file.best?.spares ?? 0) && fit(file, other))
        file.best = { file: other, spares };
    }
  }

  #isLight(a: File, b: File): boolean {
    return a.weight + b.weight <= this.#price.heaviest;
  }

  /** What joining two files spares (bytes over all loads); nothing where it costs more. */
  #sparedBy(a: File, b: File): number {
    const { both, onlyA, onlyB } = this.#sets.overlapOf(a.loads, b.loads);
    const files = a.styles && b.styles ? 2 : 1;
    const spared = files * this.#price.file * (both + this.#price.kept);
    if (onlyA * b.weight + onlyB * a.weight >= spared) return 0;
    const inVain =
      this.#inVain(this.#sets.without(a.loads, b.loads), b, a) +
      this.#inVain(this.#sets.without(b.loads, a.loads), a, b);
    return Math.max(0, spared - inVain);
  }

  /** What loads that need only one of two files would load in vain: the other, and its imports. */
  #inVain(loads: LoadSet, other: File, joined: File): number {
    let bytes = 0;
    for (const file of reachedBy([other], importsOf)) {
      const { onlyA } = this.#sets.overlapOf(loads, file.loads);
      const isTheirs = file === other || file === joined;
      bytes += onlyA * (file.weight + (isTheirs ? 0 : this.#price.file));
    }
    return bytes;
  }

  #join(into: File, from: File): void {
    const onlyInto = this.#sets.without(into.loads, from.loads);
    const onlyFrom = this.#sets.without(from.loads, into.loads);
    for (const file of reachedBy([from], importsOf))
      file.loads = this.#sets.union(file.loads, onlyInto);
    for (const file of reachedBy([into], importsOf))
      file.loads = this.#sets.union(file.loads, onlyFrom);
    into.modules.push(...from.modules);
    into.weight += from.weight;
    into.styles ||= from.styles;
    this.#files.delete(from);
    for (const file of this.#files)
      if (file.imports.delete(from) && file !== into) file.imports.add(into);
    for (const file of from.imports) if (file !== into) into.imports.add(file);
  }
}

/**
 * Joins parts into files as long as, over all loads, this saves more bytes of file overhead than it
 * adds in unneeded code. Joining never makes files depend on each other in a circle if the parts do
 * not.
 */
export const joinedParts = (
  parts: readonly Part[],
  sets: LoadSets,
  price: Price,
): (readonly string[])[] => new Joining(parts, sets, price).run();
