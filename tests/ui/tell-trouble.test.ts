import { expect, test, vi } from 'vitest';
import { tellTrouble } from '../../src/ui/trouble/tell-trouble.ts';

const showTrouble = vi.hoisted(() => vi.fn<(error: unknown, language: string) => Promise<void>>());
vi.mock('../../src/ui/trouble/show-trouble.ts', () => ({ showTrouble }));

test('X6: what nobody caught is told', async () => {
  const error = new Error('not foreseen');
  await tellTrouble(error, 'sv');
  expect(showTrouble).toHaveBeenCalledExactlyOnceWith(error, 'sv');
});

test('X6: a sheet that cannot be fetched is no fault to be told of: they would follow each other without end', async () => {
  showTrouble.mockRejectedValueOnce(new TypeError('Importing a module script failed.'));
  await expect(tellTrouble(new Error('not foreseen'), 'sv')).resolves.toBeUndefined();
});
