import { screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { KindId } from '#programmes/kinds.ts';
import { stored } from '#data/records/envelope.ts';
import QuestionDoor from '#workspace/screens/questions/QuestionDoor.svelte';
import { doingOn } from '#tests/factories/doing.ts';
import { examples } from '#tests/factories/examples.ts';
import { openApp, showWith } from '#tests/programmes/apple-credit/screens/credit-app.ts';

const KINDS = [
  'content-token',
  'vip-customer',
  'volume-app',
  'volume-user',
  'credit-order',
] as const satisfies KindId[];

test.each(KINDS)(
  'X8: a question about a %s is on its screen, whatever words its route has',
  async (kind) => {
    const { app } = await openApp();
    const answer = { value: 'Nordby', by: 'sara', at: 6 };
    const answers = [answer, { value: 'Söderby', by: 'kim', at: 7 }] as const;
    const record = {
      ...stored(examples[kind], undefined, doingOn()),
      clashes: [{ id: 'c', field: 'name', answers }],
    };
    showWith(app, QuestionDoor, { record }, 'sv', {});
    const door = await screen.findByRole('link', {}, { timeout: 60_000 });
    expect(door).toHaveAttribute('href', `/conflicts/${record.id}`);
  },
);
