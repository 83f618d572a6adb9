import Check from '@lucide/svelte/icons/check';
import Ticket from '@lucide/svelte/icons/ticket';
import { render } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import Icon from '#ui/lucide/Icon.svelte';

const drawn = (): SVGElement[] => [...document.querySelectorAll('svg')];

test('X14: an icon is drawn as its package describes it, each time, and is hidden from a screen reader', () => {
  render(Ticket, { props: { size: 15, strokeWidth: 1.75 } });
  render(Ticket, {});
  render(Check, {});
  const shapes = drawn().map((svg) =>
    [...svg.children].map((shape) => `${shape.tagName} ${shape.getAttribute('d')}`),
  );
  expect(shapes.map(({ length }) => length)).toEqual([4, 4, 1]);
  expect(shapes[1]).toEqual(shapes[0]);
  expect(shapes[2]).toEqual(['path M20 6 9 17l-5-5']);
  expect(drawn()[0]?.getBoundingClientRect().width).toBe(15);
  expect(drawn()[0]?.getAttribute('stroke-width')).toBe('1.75');
  expect(drawn().map((svg) => svg.getAttribute('aria-hidden'))).toEqual(['true', 'true', 'true']);
});

test('X14: the icon that replaces it grows with the text', () => {
  const shown = render(Icon, {
    props: { icon: { node: [['path', { d: 'M20 6 9 17l-5-5' }]] }, size: 15 },
  });
  const svg = shown.container.querySelector('svg');
  expect(svg?.getBoundingClientRect().width).toBe(15);
  document.documentElement.style.fontSize = '32px';
  expect(svg?.getBoundingClientRect().width).toBe(30);
  document.documentElement.style.fontSize = '';
});
