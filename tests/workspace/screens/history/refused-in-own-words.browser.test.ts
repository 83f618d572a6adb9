import { screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { ok } from '#core/result.ts';
import { onKind } from '#data/records/on-kind.ts';
import HistorySheet from '#workspace/screens/history/HistorySheet.svelte';
import { loadHistoryText } from '#workspace/screens/history/load-history-text.ts';
import { customerWith } from '#tests/factories/vip.ts';
import { userWith } from '#tests/factories/apps.ts';
import { openApp, showIn } from '#tests/programmes/apple-credit/screens/credit-app.ts';
import { addRecords } from '#tests/programmes/apple-licences/screens/app/apps-app.ts';

const bringsBack = async (
  app: Parameters<typeof showIn>[0],
  id: string,
  language: 'sv' | 'en',
  name: RegExp,
): Promise<void> => {
  const texts = await loadHistoryText(language);
  showIn(app, HistorySheet, { id, texts, onclose: () => undefined }, language);
  await userEvent.click(await screen.findByRole('button', { name }));
};

test.each([
  [
    'sv',
    /Återställ till nej/,
    'Det ser inte ut som en e-postadress. Skriv den som namn@doman.se, eller lämna fältet tomt.',
  ],
  [
    'en',
    /Restore to nej/,
    'That does not look like an email address. Enter it as name@domain.com, or leave it empty.',
  ],
] as const)(
  'X9, X12: the history says in the words of VIP why a value does not come back to a customer: %s',
  async (language, name, sentence) => {
    const { app } = await openApp();
    await addRecords(app, [customerWith({ adminEmail: 'nej' })]);
    await app.records.change(
      'customer-1',
      onKind('vip-customer', (customer) =>
        ok({ ...customer, data: { ...customer.data, adminEmail: 'ja@ekudden.se' } }),
      ),
    );
    await bringsBack(app, 'customer-1', language, name);
    await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent(sentence));
  },
);

test('X9, X12: of the same code it uses the words of licences for a user', async () => {
  const { app } = await openApp();
  const user = userWith({ email: 'nej' });
  await addRecords(app, [user]);
  await app.records.change(
    user.id,
    onKind('volume-user', (now) => ok({ ...now, data: { ...now.data, email: 'ja@skolan.se' } })),
  );
  await bringsBack(app, user.id, 'sv', /Återställ till nej/);
  await waitFor(() =>
    expect(screen.getByRole('alert')).toHaveTextContent('Skriv en hel e-postadress.'),
  );
});
