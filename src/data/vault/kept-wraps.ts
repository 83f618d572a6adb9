import type { Day } from '#domain/day.ts';
import { ok, refuse, type Problem, type Result } from '#domain/result.ts';
import type { KeyringData, Wrap } from '#domain/workspace/keyring.ts';
import { reportBug } from '#platform/report-bug.ts';
import { DeriveFailed, type Derive } from './derive.ts';
import { rawKeysOf, wrapKeys, type Deriving, type WrapSecret } from './keyring.ts';
import type { RawKeys } from './keys.ts';
import type { Secret } from './secret.ts';

/** Wraps raw keys under secrets, refusing as `deriveInWorker` does. One after the other: each takes 64 MiB, and phones have little. */
export const wrapUnder = async (
  raw: RawKeys,
  secrets: readonly WrapSecret[],
  today: Day,
  deriving?: Deriving,
): Promise<Result<Wrap[], Problem<DeriveFailed['code']>>> => {
  const wraps: Wrap[] = [];
  try {
    for (const secret of secrets) wraps.push(await wrapKeys(raw, secret, today, deriving));
  } catch (error) {
    if (error instanceof DeriveFailed) return refuse(error.code);
    throw error;
  }
  return ok(wraps);
};

/**
 * Design §6: "an old one goes only after the new one was opened". Opens what was stored and compares it; refuses with
 * `not-loaded`, and `not-kept` when other keys or none lie in it.
 */
export const whetherKept = async (
  stored: Pick<KeyringData, 'wraps'> | undefined,
  secret: Secret,
  { raw, derive }: { readonly raw: RawKeys; readonly derive: Derive | undefined },
): Promise<Result<void, Problem<'not-loaded' | 'not-kept'>>> => {
  const opened = stored && (await rawKeysOf(stored, secret, derive));
  if (opened?.ok === true && JSON.stringify(opened.value.raw) === JSON.stringify(raw)) return ok(undefined);
  return refuse(opened?.ok === false && opened.problem.code === 'not-loaded' ? 'not-loaded' : 'not-kept');
};

/**
 * Takes back what was stored unless `look` finds it kept; it is not, too, when it cannot be looked at. Refuses as `look` does,
 * and with `either-counts` when it could not be taken back either.
 */
export const keptOrTakenBack = async (
  look: () => Promise<Result<void>>,
  takeBack: () => Promise<Result<unknown>>,
): Promise<Result<void>> => {
  const kept = await orRefused('what was stored could not be read back', 'not-kept', look);
  if (kept.ok) return kept;
  const back = await orRefused('what was stored could not be taken back', 'either-counts', takeBack);
  return back.ok ? kept : refuse('either-counts');
};

/** A full disk or a store that was closed throws; what came before it counts all the same, so it is answered. */
export const orRefused = async <T>(what: string, code: string, work: () => Promise<Result<T>>): Promise<Result<T>> => {
  try {
    return await work();
  } catch (error) {
    reportBug(what, error);
    return refuse(code);
  }
};
