import { cdp } from 'vitest/browser';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { copySecret, copyText } from '#platform/browser/clipboard.ts';

const SECRET = 'FAKEQKQAGARZ';

const send = (method: string, given: object = {}): Promise<unknown> =>
  (cdp() as unknown as { send(method: string, given: object): Promise<unknown> }).send(
    method,
    given,
  );

/** Lets this page use the clipboard without a press, or sets that back. */
const allow = async (...permissions: readonly string[]): Promise<void> => {
  const { targetInfo } = (await send('Target.getTargetInfo')) as {
    targetInfo: { browserContextId: string };
  };
  const { browserContextId } = targetInfo;
  await send('Browser.resetPermissions', { browserContextId });
  if (permissions.length > 0)
    await send('Browser.grantPermissions', { permissions, browserContextId });
};

/** Chromium grants reading with writing; here reading is refused, as in most browsers. */
const mayNotLook = (): void =>
  void vi
    .spyOn(navigator.permissions, 'query')
    .mockResolvedValue({ state: 'prompt' } as PermissionStatus);

/** The focus goes to the page around this one, as it goes to another window. */
const goAway = (): Promise<void> => {
  window.parent.focus();
  return expect.poll(() => document.hasFocus()).toBe(false);
};
const comeBack = (): Promise<void> => {
  window.focus();
  return expect.poll(() => document.hasFocus()).toBe(true);
};

const onClipboard = (): Promise<string> => navigator.clipboard.readText();

/** Waits until the page tried to empty the clipboard and was refused. */
const refused = async (): Promise<void> => {
  const write = vi.spyOn(navigator.clipboard, 'writeText');
  await expect
    .poll(() => write.mock.settledResults.some(({ type }) => type === 'rejected'))
    .toBe(true);
  write.mockRestore();
};

beforeAll(() => allow('clipboardSanitizedWrite', 'clipboardReadWrite'));
beforeEach(comeBack);
afterEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  await comeBack();
  // Ends what a test left planned.
  await copyText('-');
});
afterAll(() => allow());

describe('A6: a copied code leaves the clipboard', () => {
  test.each([true, false])(
    'A6: after its time, while the page has the focus (may look: %s)',
    async (mayLook) => {
      if (!mayLook) mayNotLook();
      expect(await copySecret(SECRET, 50)).toBe(true);
      await expect.poll(onClipboard).toBe('');
    },
  );

  test.each([true, false])(
    'A6: as soon as the person comes back (may look: %s)',
    async (mayLook) => {
      if (!mayLook) mayNotLook();
      expect(await copySecret(SECRET, 50)).toBe(true);
      await goAway();
      await refused();
      await comeBack();
      await expect.poll(onClipboard).toBe('');
    },
  );

  test('A6: what was copied elsewhere meanwhile is spared where the page may look', async () => {
    await copySecret(SECRET, 50);
    await goAway();
    await refused();
    const write = vi.spyOn(navigator.clipboard, 'writeText');
    const read = vi.spyOn(navigator.clipboard, 'readText').mockResolvedValue('Handla');
    await comeBack();
    await expect.poll(() => read.mock.settledResults.length).toBe(1);
    window.dispatchEvent(new FocusEvent('focus'));
    expect([read.mock.calls.length, write.mock.calls.length]).toEqual([1, 0]);
  });

  /** The page is reloaded: its timers are gone, and what it knew. */
  const loadedAnew = async () => {
    vi.useRealTimers();
    vi.resetModules();
    const { clearCopied } = await import('#platform/browser/clipboard.ts');
    return clearCopied;
  };

  test('A6: also where the page is reloaded within the minute; nothing of it is kept but when', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await copySecret(SECRET, 300);
    expect(JSON.stringify([{ ...sessionStorage }, { ...localStorage }])).not.toContain(SECRET);
    const clearCopied = await loadedAnew();
    clearCopied();
    expect(await onClipboard()).toBe(SECRET);
    await expect.poll(onClipboard).toBe('');
    await expect.poll(() => sessionStorage.length).toBe(0);
  });

  test.each([
    ['something else was copied', () => copyText('Nordby')],
    [
      'the tab is opened again hours later',
      () => void vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 7_200_000),
    ],
  ])('A6: nothing is cleared where %s', async (_, happens) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await copySecret(SECRET, 0);
    await happens();
    const clearCopied = await loadedAnew();
    const write = vi.spyOn(navigator.clipboard, 'writeText');
    clearCopied();
    await new Promise((done) => setTimeout(done));
    expect([write.mock.calls, sessionStorage.length]).toEqual([[], 0]);
  });

  test('A6: a copy that is refused no longer puts off the clearing; one that succeeds ends it', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await copySecret(SECRET);
    await goAway();
    expect(await copyText('Nordby')).toBe(false);
    expect(vi.getTimerCount()).toBe(1);
    await comeBack();
    expect(await copyText('Nordby')).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });
});
