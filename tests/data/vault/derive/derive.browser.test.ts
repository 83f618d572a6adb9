import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Wrap } from '#workspace/rules/vault/keyring.ts';
import { askWorker } from '#data/vault/derive/ask-worker.ts';
import { DERIVATION } from '#data/vault/derive/derivation.ts';
import { DeriveFailed } from '#data/vault/derive/derive-failed.ts';
import {
  deriveBy,
  deriveInWorker,
  ownWorkers,
  type Derive,
  type SlowKey,
} from '#data/vault/derive/derive.ts';
import { createKeyring, openKeyring } from '#data/vault/keyring/keyring.ts';
import { decrypt, encrypt } from '#data/vault/seal/sealed-box.ts';
import { quickDerivation } from '#tests/factories/quick-derivation.ts';

const PASSPHRASE = 'lykta granit pendel kanel vinter';
const SALT = new Uint8Array(16);

/** A worker of a few lines. */
const scripted = (script: string): Worker =>
  new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));

const OUT_OF_MEMORY = {
  name: 'RangeError',
  message: 'WebAssembly.Memory(): could not allocate memory',
};
const failing = (): Worker =>
  scripted(
    `onmessage = () => { postMessage({ share: 0 }); postMessage({ failed: ${JSON.stringify(OUT_OF_MEMORY)} }) }`,
  );
/** One that never says a word. */
const mute = (): Worker => scripted('onmessage = () => undefined');

/** What a browser that starts no further workers answers. */
const isNone = (): never => {
  throw new DOMException('no more', 'QuotaExceededError');
};

/** Whether a derivation makes the key that the app's own makes of the same secret. */
const makesTheKey = async (key: CryptoKey): Promise<boolean> => {
  const box = await encrypt(await deriveInWorker(PASSPHRASE, SALT, quickDerivation), 'opened', []);
  return (await decrypt(key, box, [])) === 'opened';
};

const reports = () => vi.spyOn(console, 'error').mockReturnValue();

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('X20: a key is made wherever it can be', () => {
  test('X20: after a failure another worker tries once more, and nobody is told of a wait', async () => {
    const reported = reports();
    const slow: SlowKey[] = [];
    let tries = 0;
    const derive = deriveBy({
      ...ownWorkers,
      fast: () => {
        tries += 1;
        return tries === 1 ? failing() : ownWorkers.fast();
      },
    });
    const key = await derive(PASSPHRASE, SALT, quickDerivation, {
      onslow: (now) => slow.push(now),
    });
    expect([tries, slow, await makesTheKey(key)]).toEqual([2, [], true]);
    expect(reported.mock.calls).toEqual([
      [
        'a key was not made by WebAssembly',
        'DeriveFailed (RangeError: WebAssembly.Memory(): could not allocate memory)',
      ],
    ]);
  });

  test('X20: where WebAssembly fails twice the same key is made without it, and its wait is shown at once', async () => {
    reports();
    const slow: SlowKey[] = [];
    let tries = 0;
    const derive = deriveBy({
      ...ownWorkers,
      fast: () => {
        tries += 1;
        return failing();
      },
    });
    const cost = { ...quickDerivation, memoryKiB: 1024 };
    await derive(PASSPHRASE, SALT, cost, { onslow: (now) => slow.push(now) });
    expect(tries).toBe(2);
    expect(slow[0]).toEqual({ why: 'failed', share: 0, minutes: 0 });
    expect(slow.length).toBeGreaterThan(50);
    expect(slow.at(-1)?.share).toBe(1);
    expect(await makesTheKey(await derive(PASSPHRASE, SALT, quickDerivation))).toBe(true);
  });

  test('X20: without WebAssembly no worker is tried with it, and the wait is shown in minutes', async () => {
    vi.stubGlobal('WebAssembly', undefined);
    const fast = vi.fn(failing);
    const slow: SlowKey[] = [];
    const left = new AbortController();
    const derive = deriveBy({ fast, plain: mute });
    const making = derive(PASSPHRASE, SALT, DERIVATION, {
      signal: left.signal,
      onslow: (now) => {
        slow.push(now);
        left.abort();
      },
    });
    await expect(making).rejects.toMatchObject({ code: 'given-up' });
    expect([fast.mock.calls.length, slow]).toEqual([
      0,
      [{ why: 'no-webassembly', share: 0, minutes: 1 }],
    ]);
    expect(
      await makesTheKey(await deriveBy({ ...ownWorkers, fast })(PASSPHRASE, SALT, quickDerivation)),
    ).toBe(true);
  });

  test.each([
    ['fails as it starts', () => scripted('throw new Error()')],
    ['cannot be started', () => isNone()],
  ])('X20: where the worker with WebAssembly %s, the key is made without it', async (_, begin) => {
    reports();
    const fast = vi.fn(begin);
    expect(
      await makesTheKey(await deriveBy({ ...ownWorkers, fast })(PASSPHRASE, SALT, quickDerivation)),
    ).toBe(true);
    expect(fast).toHaveBeenCalledTimes(2);
  });

  test.each([
    ['fails as it starts', () => scripted('throw new Error()')],
    ['cannot be started', () => isNone()],
  ])('X20: where no worker comes, because it %s, that is reported', async (_, begin) => {
    reports();
    const making = deriveBy({ fast: begin, plain: begin })(PASSPHRASE, SALT, quickDerivation);
    await expect(making).rejects.toMatchObject({ code: 'not-loaded' });
  });

  test('X20: a worker that ended without a word is not waited for again, for the next keys neither', async () => {
    reports();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const fast = vi.fn(mute);
    const derive = deriveBy({ ...ownWorkers, fast });
    const making = derive(PASSPHRASE, SALT, quickDerivation);
    await vi.advanceTimersByTimeAsync(60_000);
    vi.useRealTimers();
    expect(await makesTheKey(await making)).toBe(true);
    expect(await makesTheKey(await derive(PASSPHRASE, SALT, quickDerivation))).toBe(true);
    expect(fast).toHaveBeenCalledTimes(1);
  });

  test.each(['fast', 'plain'] as const)(
    'X20: whoever leaves ends the worker, %s',
    async (which) => {
      if (which === 'plain') vi.stubGlobal('WebAssembly', undefined);
      const workers: Worker[] = [];
      const fresh = (): Worker => {
        const worker = mute();
        vi.spyOn(worker, 'terminate');
        workers.push(worker);
        return worker;
      };
      const left = new AbortController();
      const making = deriveBy({ fast: fresh, plain: fresh })(PASSPHRASE, SALT, DERIVATION, {
        signal: left.signal,
      });
      left.abort();
      await expect(making).rejects.toMatchObject({ code: 'given-up' });
      expect(workers.map(({ terminate }) => vi.mocked(terminate).mock.calls.length)).toEqual([1]);
    },
  );

  test('X20: thirty keys in a row, each with five memories, are made by WebAssembly, though a page has room for 124', async () => {
    const slow: SlowKey[] = [];
    const reported = reports();
    for (let made = 0; made < 30; made += 10)
      await Promise.all(
        Array.from({ length: 10 }, () =>
          deriveInWorker(PASSPHRASE, SALT, quickDerivation, { onslow: (now) => slow.push(now) }),
        ),
      );
    expect([slow, reported.mock.calls]).toEqual([[], []]);
  });
});

describe('X20: what failed is reported', () => {
  const refusalBy = async (derive: Derive, more: Partial<Wrap> = {}) => {
    const made = { passphrase: PASSPHRASE, kitWords: ['ord'], kitNumber: 1, today: '2026-11-20' };
    const { keyring } = await createKeyring(made, {
      derive: deriveInWorker,
      derivation: quickDerivation,
    });
    const wraps = Object.fromEntries(
      Object.values(keyring.data.wraps).map((wrap) => [wrap.id, { ...wrap, ...more }]),
    );
    return openKeyring({ ...keyring.data, wraps }, { by: 'passphrase', text: PASSPHRASE }, derive);
  };

  test('X20: a salt that no engine takes is a refusal that says why, and holds nothing of the secret', async () => {
    reports();
    const answer = await refusalBy(deriveInWorker, { salt: 'AA==' });
    expect(answer).toEqual({
      ok: false,
      problem: { code: 'derive-failed', params: { why: 'Error: "salt" must be of length 8..4Gb' } },
    });
  });

  test('X20: when no engine finds memory the last one says so', async () => {
    reports();
    const answer = await refusalBy(deriveBy({ fast: failing, plain: failing }));
    const why = 'RangeError: WebAssembly.Memory(): could not allocate memory';
    expect(answer).toEqual({ ok: false, problem: { code: 'derive-failed', params: { why } } });
  });
});

describe('X9: a worker is not waited for without end', () => {
  const question = {
    secret: new TextEncoder().encode(PASSPHRASE),
    salt: SALT,
    derivation: quickDerivation,
  };
  const failureOf = (worker: Worker, deadlineMs?: number): Promise<unknown> =>
    askWorker(worker, question, deadlineMs === undefined ? {} : { deadlineMs }).catch(
      (error: unknown) => error,
    );

  test.each([
    ['ends without a word', 'onmessage = () => close()', 1, 'derive-failed', 'TimeoutError'],
    ['cannot begin', 'throw new Error()', 30_000, 'not-loaded', ''],
    [
      'began and broke',
      'onmessage = () => { postMessage({ share: 0 }); throw new Error("lykta") }',
      30_000,
      'derive-failed',
      'ErrorEvent',
    ],
  ])(
    'X9: a worker that %s is a refusal and not a wait for ever',
    async (_, script, deadlineMs, code, told) => {
      const failed = await failureOf(scripted(script), deadlineMs);
      expect(failed).toBeInstanceOf(DeriveFailed);
      expect(failed).toMatchObject({ code, told });
      expect(String(failed)).not.toContain('lykta');
    },
  );

  test('X20: the deadline counts from what was heard last, so that a slow key is not ended', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const worker = mute();
    const say = (data: object): boolean =>
      worker.dispatchEvent(new MessageEvent('message', { data }));
    const shares: number[] = [];
    const asked = askWorker(worker, question, { onshare: (share) => shares.push(share) });
    for (const share of [0.25, 0.5, 0.75]) {
      vi.advanceTimersByTime(59_000);
      say({ share });
    }
    vi.advanceTimersByTime(59_000);
    say({ key: new Uint8Array([1]) });
    expect([await asked, shares]).toEqual([new Uint8Array([1]), [0.25, 0.5, 0.75]]);
    const silent = mute();
    const failed = failureOf(silent);
    silent.dispatchEvent(new MessageEvent('message', { data: { share: 0.25 } }));
    vi.advanceTimersByTime(60_000);
    expect(await failed).toMatchObject({ code: 'derive-failed', told: 'TimeoutError' });
  });
});

describe('X9: deriving', () => {
  // Without WebAssembly a journey waits for it (no-webassembly.spec.ts).
  test('X9: is done in a worker at its full cost, and the page answers meanwhile', async () => {
    let turns = 0;
    let derived = false;
    const derive = deriveInWorker(PASSPHRASE, SALT, DERIVATION).then((key) => {
      derived = true;
      return key;
    });
    while (!derived) {
      await new Promise((resolve) => setTimeout(resolve));
      turns += 1;
    }
    expect((await derive).extractable).toBe(false);
    // A page that computed itself would have had a single turn.
    expect(turns).toBeGreaterThan(3);
  });
});
