import { cleanup, screen } from '@testing-library/svelte';
import { afterEach, describe, expect, test } from 'vitest';
import { reminders as english } from '#workspace/words/en/reminders.ts';
import { reminders as swedish } from '#workspace/words/sv/reminders.ts';
import { notificationState } from '#platform/browser/notifications.ts';
import Reminders from '#workspace/screens/settings/Reminders.svelte';
import { show } from '#tests/ui/show.ts';

const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1';

const { Notification } = window;
afterEach(() => {
  cleanup();
  Object.assign(window, { Notification });
});
const withoutNotifications = (): void => void Reflect.deleteProperty(window, 'Notification');

describe('X3: where a device cannot be notified', () => {
  test('X3: a browser without notifications says so, and offers no button', () => {
    withoutNotifications();
    show(Reminders, { words: swedish, today: '2026-11-20' });
    expect(screen.getByText('Webbläsaren har inga notiser')).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });

  test('X3: Safari on an iPhone is told to add the app to the home screen first', () => {
    withoutNotifications();
    expect(notificationState({ userAgent: IPHONE, touchPoints: 5 })).toBe('install-first');
    expect(
      notificationState({
        userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Firefox/144.0',
        touchPoints: 0,
      }),
    ).toBe('unsupported');
    expect(swedish.states['install-first'].detail).toContain('hemskärmen');
    expect(english.states['install-first'].detail).toContain('Home Screen');
  });
});
