import type { CodeBatch } from '#programmes/apple-credit/rules/code/code-batch.ts';
import { countCodes, type CodeCounts } from '#programmes/apple-credit/rules/code/code-counts.ts';
import { codeState } from '#programmes/apple-credit/rules/code/redemption-code.ts';
import type { Records } from '#data/records/records.ts';
import { onceMore } from '#platform/once-more.ts';

/**
 * How many codes of a batch are free, counted while its row is in view: once, and again when one of
 * them changed. Never two counts at a time, and the codes are not held: a batch may have ten
 * thousand.
 */
export class BatchCounts {
  #counts = $state.raw<CodeCounts>();
  readonly #records: Pick<Records, 'find' | 'changed'>;
  readonly #batch: CodeBatch['id'];

  constructor(records: Pick<Records, 'find' | 'changed'>, batch: CodeBatch['id']) {
    this.#records = records;
    this.#batch = batch;
  }

  /** Undefined until they were counted. */
  get current(): CodeCounts | undefined {
    return this.#counts;
  }

  /** Counts while the row can be seen; returns how to stop. */
  readonly watch = (row: Element): (() => void) => {
    let [isSeen, isStale] = [false, true];
    const count = onceMore(async () => {
      if (!isSeen || !isStale) return;
      isStale = false;
      this.#counts = await this.#count();
    });
    const eyes = new IntersectionObserver((entries) => {
      isSeen = entries.at(-1)?.isIntersecting ?? false;
      void count();
    });
    eyes.observe(row);
    const changes = this.#records.changed(this.#batch).subscribe(() => {
      isStale = true;
      void count();
    });
    return () => {
      isSeen = false;
      eyes.disconnect();
      changes.unsubscribe();
    };
  };

  async #count(): Promise<CodeCounts> {
    const codes = await this.#records.find({ kind: 'redemption-code', parent: this.#batch });
    return countCodes(codes.map((code) => ({ state: codeState(code) })));
  }
}
