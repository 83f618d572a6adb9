import { describe, expect, test } from 'vitest';
import { watchPresence, type PresenceListener } from '#platform/browser/presence.ts';

/** What the page noticed, in order. */
const noticing = (): { readonly heard: string[]; readonly stop: () => void } => {
  const heard: string[] = [];
  const note = (what: keyof PresenceListener) => () => void heard.push(what);
  const stop = watchPresence({ left: note('left'), hidden: note('hidden'), shown: note('shown') });
  return { heard, stop };
};

describe('X9: leaving and coming back', () => {
  test('X9: the window losing the focus is leaving, a field losing it is not', () => {
    const [first, field] = [1, 2].map(() =>
      document.body.appendChild(document.createElement('input')),
    );
    // The window itself has the focus from here on.
    first?.focus();
    const { heard, stop } = noticing();
    field?.focus();
    field?.blur();
    expect(heard).toEqual([]);
    window.dispatchEvent(new FocusEvent('blur'));
    window.dispatchEvent(new FocusEvent('focus'));
    expect(heard).toEqual(['left', 'shown']);
    first?.remove();
    field?.remove();
    stop();
  });

  test('X9: a page that goes away is left, one that comes back is shown, and neither once stopped', () => {
    const { heard, stop } = noticing();
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    window.dispatchEvent(new PageTransitionEvent('pageshow'));
    stop();
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(heard).toEqual(['left', 'hidden', 'shown']);
  });
});
