import type { Day } from '#core/day/day.ts';
import { ok, refuse, type Problem, type Result } from '#core/result.ts';
import type { KeyringData, Wrap } from '#workspace/rules/vault/keyring.ts';
import { boxOf } from '#workspace/rules/vault/wrap-box.ts';
import { reportBug } from '#platform/report-bug.ts';
import { DeriveFailed, refusedBy } from '../derive/derive-failed.ts';
import { deriveInWorker } from '../derive/derive.ts';
import { wrapKeys, type Deriving, type WrapSecret } from './keyring.ts';
import type { RawKeys } from '../keys.ts';
import { readingsOf } from '../seal/secret.ts';
import { unwrapBy } from './unwrap.ts';

/**
 * Wraps raw keys under secrets, and opens each wrap once: everything that takes time and can be
 * cancelled comes before anything is stored. Refuses as `deriveInWorker` does, and with `not-kept`
 * if a wrap holds other keys or none. One key after the other: each takes 64 MiB, and phones have
 * little.
 */
export const wrapUnder = async (
  raw: RawKeys,
  secrets: readonly WrapSecret[],
  today: Day,
  deriving?: Deriving,
): Promise<Result<Wrap[], Problem<DeriveFailed['code'] | 'not-kept'>>> => {
  const wraps: Wrap[] = [];
  try {
    for (const secret of secrets) wraps.push(await wrapKeys(raw, secret, today, deriving));
    for (const [index, secret] of secrets.entries())
      if (!(await opens(wraps[index], secret, { raw, deriving }))) return refuse('not-kept');
  } catch (error) {
    if (error instanceof DeriveFailed) return refusedBy(error);
    throw error;
  }
  return ok(wraps);
};

/** Whether a secret, in its kept form, opens a wrap of these keys. */
const opens = async (
  wrap: Wrap | undefined,
  secret: WrapSecret,
  { raw, deriving }: { readonly raw: RawKeys; readonly deriving: Deriving | undefined },
): Promise<boolean> => {
  // If typing it only ever yields other forms, it would never open the wrap.
  if (wrap === undefined || !readingsOf(secret).includes(secret.text)) return false;
  const opened = await unwrapBy(secret.text, wrap, deriving?.derive ?? deriveInWorker);
  return JSON.stringify(opened) === JSON.stringify(raw);
};

/**
 * An old wrap is removed only after the new one was opened. Compares what was stored with the wraps
 * that were opened; refuses with `not-kept` if one of them is missing or different.
 */
export const whetherKept = (
  stored: Pick<KeyringData, 'wraps'> | undefined,
  wraps: readonly Wrap[],
): Result<void, Problem<'not-kept'>> =>
  wraps.every((wrap) => boxOf(stored?.wraps[wrap.id]) === boxOf(wrap))
    ? ok(undefined)
    : refuse('not-kept');

/**
 * Undoes what was stored unless `look` finds it; also if it cannot be read. Refuses as `look` does,
 * and with `either-counts` if it could not be undone either.
 */
export const keptOrTakenBack = async <Code extends string>(
  look: () => Promise<Result<void, Problem<Code>>>,
  takeBack: () => Promise<Result<unknown>>,
): Promise<Result<void, Problem<Code | 'not-kept' | 'either-counts'>>> => {
  const kept = await orRefused('what was stored could not be read back', 'not-kept', look);
  if (kept.ok) return kept;
  const back = await orRefused(
    'what was stored could not be taken back',
    'either-counts',
    takeBack,
  );
  return back.ok ? kept : refuse('either-counts');
};

/**
 * Turns an error into a refusal: a full disk or a closed store throws, but what came before still
 * counts.
 */
export const orRefused = async <T, Code extends string, Own extends string>(
  what: string,
  code: Own,
  work: () => Promise<Result<T, Problem<Code>>>,
): Promise<Result<T, Problem<Code | Own>>> => {
  try {
    return await work();
  } catch (error) {
    reportBug(what, error);
    return refuse(code);
  }
};
