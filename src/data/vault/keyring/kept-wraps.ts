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
 * Wraps raw keys under secrets, and opens each wrap once: all that takes time and can be given up
 * comes before anything is stored. Refuses as `deriveInWorker` does, and with `not-kept` when other
 * keys or none lie in a wrap. One key after the other: each takes 64 MiB, and phones have little.
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

/** Whether a secret, in the form in which it is kept, opens a wrap of these keys. */
const opens = async (
  wrap: Wrap | undefined,
  secret: WrapSecret,
  { raw, deriving }: { readonly raw: RawKeys; readonly deriving: Deriving | undefined },
): Promise<boolean> => {
  // What is typed is read in other forms alone, which would never open it.
  if (wrap === undefined || !readingsOf(secret).includes(secret.text)) return false;
  const opened = await unwrapBy(secret.text, wrap, deriving?.derive ?? deriveInWorker);
  return JSON.stringify(opened) === JSON.stringify(raw);
};

/**
 * An old wrap goes only after the new one was opened. Compares what was stored with the wraps that
 * were opened; refuses with `not-kept` when one of them is not there, or is another.
 */
export const whetherKept = (
  stored: Pick<KeyringData, 'wraps'> | undefined,
  wraps: readonly Wrap[],
): Result<void, Problem<'not-kept'>> =>
  wraps.every((wrap) => boxOf(stored?.wraps[wrap.id]) === boxOf(wrap))
    ? ok(undefined)
    : refuse('not-kept');

/**
 * Takes back what was stored unless `look` finds it kept; it is not, too, when it cannot be looked
 * at. Refuses as `look` does, and with `either-counts` when it could not be taken back either.
 */
export const keptOrTakenBack = async (
  look: () => Promise<Result<void>>,
  takeBack: () => Promise<Result<unknown>>,
): Promise<Result<void>> => {
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
 * A full disk or a store that was closed throws; what came before it counts all the same, so it is
 * answered.
 */
export const orRefused = async <T>(
  what: string,
  code: string,
  work: () => Promise<Result<T>>,
): Promise<Result<T>> => {
  try {
    return await work();
  } catch (error) {
    reportBug(what, error);
    return refuse(code);
  }
};
