import { afterEach, expect, test } from 'vitest';
import '#ui/base.css';

afterEach(() => document.body.replaceChildren());

/** How wide a text is, in px, with digits of one width or without. */
const widthOf = (text: string, isTabular: boolean, family: string): number => {
  const span = document.createElement('span');
  span.className = isTabular ? 'num' : '';
  span.style.cssText = `font: 500 40px '${family}'; white-space: pre; letter-spacing: 0`;
  span.textContent = text;
  document.body.append(span);
  return span.getBoundingClientRect().width;
};

test.each(['Inter', 'Inter Display'])(
  'X14: in %s digits are of one width, and words beside them stay whole',
  async (family) => {
    await document.fonts.load(`500 40px '${family}'`);
    expect(widthOf('111111', true, family)).toBeCloseTo(widthOf('888888', true, family), 1);
    expect(widthOf('111111', false, family)).toBeLessThan(widthOf('888888', false, family) - 5);
    for (const prose of [
      'VPP-kredit från Apple (e-post)',
      'Exempel-MDM: öppna, spara; klart.',
      'a b',
    ])
      expect(widthOf(prose, true, family), prose).toBeCloseTo(widthOf(prose, false, family), 1);
  },
);
