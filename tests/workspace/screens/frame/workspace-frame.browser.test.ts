import { screen } from '@testing-library/svelte';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { VolymRecord } from '#core/record/record.ts';
import { readFirstDues } from '#workspace/screens/due/dues.svelte.ts';
import { openApp, showIn } from '#tests/programmes/apple-credit/screens/credit-app.ts';
import FrameHarness from './FrameHarness.svelte';

afterEach(() => vi.restoreAllMocks());

/** A record that no list can be made of. */
const unlisted = {
  get dueOn(): string {
    throw new RangeError('no such day');
  },
} as VolymRecord;

const opened = async () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { app } = await openApp();
  const started = vi.spyOn(app, 'startSync').mockResolvedValue();
  return { app, told, started };
};

describe('X9: sync and safety start without any list', () => {
  test('the app opens where the first deadlines cannot be read', async () => {
    const { app, told } = await opened();
    const records = { ...app.records, find: () => Promise.reject(new RangeError('no such day')) };
    expect(await readFirstDues({ records, today: app.today })).toBeUndefined();
    expect(told).toHaveBeenCalledWith('the first deadlines could not be read', 'RangeError');
  });

  test('where they cannot be counted the frame is there without their number, and sync starts', async () => {
    const { app, told, started } = await opened();
    const { records, today } = app;
    showIn(app, FrameHarness, { firstDues: { records, today, late: [unlisted], ahead: [] } });
    expect(screen.getByText('Screen')).toBeVisible();
    expect(screen.getAllByRole('link', { name: /Synk och säkerhet|Mer/ })[0]).toBeInTheDocument();
    expect(told).toHaveBeenCalledWith('the deadlines could not be counted', 'RangeError');
    await expect.poll(() => started.mock.calls.length, { timeout: 60_000 }).toBe(1);
  });

  test('where the frame itself fails its screen is there, with the way to sync and safety, and sync starts', async () => {
    const { app, told, started } = await opened();
    vi.spyOn(app, 'workspaceName', 'get').mockImplementation(() => {
      throw new RangeError('no such name');
    });
    showIn(app, FrameHarness, { firstDues: undefined });
    expect(await screen.findByRole('link', { name: 'Till Synk och säkerhet' })).toHaveAttribute(
      'href',
      '/safety',
    );
    expect(screen.getByText('Screen')).toBeVisible();
    expect(told).toHaveBeenCalledWith('the frame could not be shown', 'RangeError');
    await expect.poll(() => started.mock.calls.length, { timeout: 60_000 }).toBe(1);
  });
});
