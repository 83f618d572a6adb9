import { screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import HistoryFile from '#ui/vip/HistoryFile.svelte';
import { savedFiles } from '#tests/factories/saved-files.ts';
import { authorizationWith, customerWith, vipOrderWith } from '#tests/factories/vip.ts';
import { addRecords } from '../apps/apps-app.ts';
import { openApp } from '../credit/credit-app.ts';
import { showUnderCustomer } from './vip-app.ts';

describe('C8: the history as a file', () => {
  test('C8: a press hands the device a sheet of the customer’s name and the day', async () => {
    const { app } = await openApp();
    await addRecords(app, [customerWith({ name: 'Tryck/Linden AB' }), authorizationWith(), vipOrderWith()]);
    const files = savedFiles();
    showUnderCustomer(app, HistoryFile, () => ({}));
    await userEvent.click(await screen.findByRole('button', { name: 'Spara som CSV' }));
    await waitFor(() => expect(files.names()).toEqual(['historik-Tryck-Linden-AB-2026-11-20.csv']));
    const lines = (await files.content()).split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toContain('Dag;Händelse;Produkt');
    expect(lines.slice(1).join()).toContain('2026-11-20;Order;Illustrator;65297600BA01A12;4;77000412');
  });
});
