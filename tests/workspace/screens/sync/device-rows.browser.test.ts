import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { DoorsOf, LetIn } from '#data/sync/server/accounts-client.ts';
import type { Role } from '#data/sync/server/role.ts';
import { people } from '#workspace/words/sv/sync-people.ts';
import { sync } from '#workspace/words/sv/sync.ts';
import { DevicesInside } from '#workspace/screens/people/devices-inside.svelte.ts';
import Devices from '#workspace/screens/people/Devices.svelte';
import { openApp, showWith } from '#tests/programmes/apple-credit/screens/credit-app.ts';

const inside = (id: string, role: Role, own = false): LetIn => ({
  id,
  role,
  since: 0,
  seen: 0,
  own,
  letIn: 0,
});

test.each([390, 320])(
  'X18: the button that shuts a device out is at the end of each row, also of one that only reads, at %i px',
  async (width) => {
    await page.viewport(width, 844);
    const value = [inside('own', 'member', true), inside('d1', 'member'), inside('d2', 'reader')];
    const devices = new DevicesInside({
      devices: () => Promise.resolve({ ok: true, value }),
    } as unknown as DoorsOf);
    await devices.look();
    const { app } = await openApp();
    showWith(app, Devices, { devices, known: [] }, 'sv', { people, sync });
    const shutOut = page.getByRole('button', { name: people.shutOut, exact: true });
    await expect.element(shutOut.nth(1)).toBeVisible();
    const [of, reader] = shutOut.elements().map((button) => button.getBoundingClientRect().right);
    expect(reader).toBe(of);
    const own = page.getByText(people.own).element().closest('.row');
    const edge = own?.getBoundingClientRect().right ?? 0;
    expect(reader).toBe(edge - 16);
  },
);
