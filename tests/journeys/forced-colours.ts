import type { Page } from '@playwright/test';

/** What is drawn on the page by its own colours, kept there for the look under forced ones. */
type Drawn = { controls: Element[]; bars: Element[] };

/**
 * Looks at the page as someone sees it who has chosen the colours of everything: what told
 * something by a colour alone is gone.
 */
export const forcedColourFaults = async (page: Page): Promise<string[]> => {
  await page.evaluate(noteDrawn);
  // Nothing may be halfway between two states while it is looked at.
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  // The ring is for who uses keys.
  await page.keyboard.press('Shift');
  const faults = await page.evaluate(faultsNow);
  await page.emulateMedia({ forcedColors: null, reducedMotion: null });
  return faults;
};

/** Notes each control that has its own face, and each bar over the page. */
const noteDrawn = (): void => {
  const isSeen = (element: Element): boolean =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const hasFace = (element: Element): boolean => {
    const { backgroundColor, boxShadow } = getComputedStyle(element);
    return !/^rgba\(.*, 0\)$|^transparent$/.test(backgroundColor) || boxShadow !== 'none';
  };
  const areaOf = (element: Element): number => element.clientWidth * element.clientHeight;
  const isMost = (part: Element, whole: Element): boolean =>
    part === whole || areaOf(part) > areaOf(whole) * 0.5;
  const controls = [
    ...document.querySelectorAll(
      'button, a:not(.skip), select, label:has(input), [role=radiogroup]',
    ),
  ].filter(
    (element) =>
      isSeen(element) &&
      [element, ...element.querySelectorAll('*')].some(
        (part) => isMost(part, element) && hasFace(part),
      ),
  );
  const bars = [...document.querySelectorAll('body *')].filter((element) => {
    const { position } = getComputedStyle(element);
    const isOver =
      ['fixed', 'sticky'].includes(position) ||
      element.parentElement?.matches('dialog[open]') === true;
    return isOver && isSeen(element) && hasFace(element) && !element.matches('.skip');
  });
  (globalThis as unknown as { drawn: Drawn }).drawn = { controls, bars };
};

/** Everything that is lost now. One function: the page knows nothing of this file. */
const faultsNow = (): string[] => {
  const { drawn } = globalThis as unknown as { drawn: Drawn };
  const isSeen = (element: Element): boolean =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const nameOf = (element: Element): string => element.outerHTML.replace(/\s+/g, ' ').slice(0, 110);
  const probe = document.body.appendChild(document.createElement('i'));
  const colourOf = (name: string): string => (
    (probe.style.color = name),
    getComputedStyle(probe).color
  );
  const system = [
    'Canvas',
    'CanvasText',
    'LinkText',
    'ButtonText',
    'GrayText',
    'Highlight',
    'HighlightText',
    'FieldText',
  ];
  const known = new Set([...system.map(colourOf), 'none']);
  const canvas = colourOf('Canvas');
  probe.remove();

  const isLine = (style: string, width: string, colour: string): boolean =>
    style !== 'none' &&
    parseFloat(width) > 0 &&
    colour !== canvas &&
    !/^rgba\(.*, 0\)$/.test(colour);
  const edges = (element: Element): string[] => {
    const style = getComputedStyle(element);
    const sides = (['Top', 'Right', 'Bottom', 'Left'] as const).filter((side) =>
      isLine(style[`border${side}Style`], style[`border${side}Width`], style[`border${side}Color`]),
    );
    const hasOutline = isLine(style.outlineStyle, style.outlineWidth, style.outlineColor);
    const isFilled =
      style.forcedColorAdjust === 'none' &&
      style.backgroundColor !== canvas &&
      !/^rgba\(.*, 0\)$/.test(style.backgroundColor);
    return [
      ...sides,
      ...(hasOutline ? [`outline ${style.outlineWidth} ${style.outlineOffset}`] : []),
      ...(isFilled ? [style.backgroundColor] : []),
    ];
  };
  const parts = (element: Element): Element[] => [element, ...element.querySelectorAll('*')];
  const isShown = (element: Element): boolean =>
    parts(element).some((part) => edges(part).length > 0);

  const unframed = drawn.controls
    .filter((element) => element.isConnected && isSeen(element) && !isShown(element))
    .map((element) => `nothing shows the edge of ${nameOf(element)}`);
  const fields = [
    ...document.querySelectorAll(
      'input:not([type=radio], [type=checkbox], [type=file]), select, textarea',
    ),
  ];
  const unframedFields = fields.filter(isSeen).flatMap((field) => {
    let outer: Element | null = field;
    while (outer !== null && outer.querySelectorAll('input, select, textarea').length < 2) {
      if (edges(outer).length > 0) return [];
      outer = outer.parentElement;
    }
    return [`nothing shows the edge of ${nameOf(field)}`];
  });
  const bars = drawn.bars
    .filter((element) => element.isConnected && isSeen(element) && !isShown(element))
    .map((element) => `no edge over the page: ${nameOf(element)}`);

  /** How a widget looks, its words aside: its own edges and those of its marks. */
  const looks = (
    widget: Element,
    marks = (part: Element): boolean => part.textContent === '' || part.parentElement === widget,
  ): string =>
    parts(widget)
      .filter((part) => part === widget || (marks(part) && part.closest('svg') === null))
      .map((part) => {
        const { display, transform } = getComputedStyle(part, '::after');
        return [...edges(part), display === 'none' ? '' : transform].join(' ');
      })
      .join('|') + parts(widget).filter((part) => part.tagName === 'svg' && isSeen(part)).length;
  const chosen = [
    ...document.querySelectorAll<HTMLInputElement>(
      'input:is([type=radio], [type=checkbox]):checked',
    ),
  ].flatMap((input) => {
    const widget = input.closest('label') ?? input.parentElement ?? input;
    const all = (): string => looks(widget, () => true);
    const [on, off] = [all(), ((input.checked = false), all())];
    input.checked = true;
    const tick = input.nextElementSibling?.querySelector('svg');
    const isTicked = tick instanceof Element && isSeen(tick);
    return !isSeen(widget) || on !== off || isTicked
      ? []
      : [`nothing shows that it is chosen: ${nameOf(widget)}`];
  });
  const current = [...document.querySelectorAll('[aria-pressed=true], [aria-current]')]
    .filter(isSeen)
    .flatMap((element) => {
      const group = element.closest('nav, ul, ol, [role=group], main');
      const peers = [...(group?.querySelectorAll(element.tagName) ?? [])].filter(
        (peer) =>
          isSeen(peer) &&
          !peer.hasAttribute('aria-current') &&
          peer.getAttribute('aria-pressed') !== 'true' &&
          peer.classList[0] === element.classList[0],
      );
      return peers.some((peer) => looks(peer) === looks(element))
        ? [`nothing shows that it is the one: ${nameOf(element)}`]
        : [];
    });

  const drawings = [...document.querySelectorAll('svg :is(rect, circle, path, line, text)')]
    .filter(isSeen)
    .flatMap((shape) => {
      const { fill, stroke, strokeWidth } = getComputedStyle(shape);
      const svg = shape.closest('svg');
      if (svg?.parentElement && getComputedStyle(svg.parentElement).forcedColorAdjust === 'none')
        return [];
      const own = [fill, ...(parseFloat(strokeWidth) > 0 ? [stroke] : [])].filter(
        (colour) => !known.has(colour),
      );
      return own.length === 0
        ? []
        : [
            `drawn in a colour of its own: ${shape.tagName} ${shape.classList[0] ?? ''} in ${nameOf(svg?.parentElement ?? shape)} ${own.join()}`,
          ];
    });

  const unread = [...document.querySelectorAll('body *')].flatMap((element) => {
    const hasText = [...element.childNodes].some(
      ({ nodeType, nodeValue }) => nodeType === Node.TEXT_NODE && nodeValue?.trim(),
    );
    const { color, forcedColorAdjust } = getComputedStyle(element);
    const isLost = hasText && color === canvas && forcedColorAdjust === 'auto' && isSeen(element);
    return isLost ? [`written in the colour of its ground: ${nameOf(element)}`] : [];
  });

  const before = document.activeElement;
  const kinds = new Map<string, HTMLElement>();
  for (const element of document.querySelectorAll<HTMLElement>(
    'a[href], button:not(:disabled), input, select, textarea',
  ))
    if (isSeen(element.closest('label') ?? element) && element.tabIndex >= 0)
      kinds.set(
        `${element.tagName} ${element.className} ${element.parentElement?.className}`,
        element,
      );
  const unringed = [...kinds.values()].flatMap((element) => {
    const around: Element[] = [
      ...parts(element),
      ...(element.nextElementSibling === null ? [] : [element.nextElementSibling]),
    ];
    for (
      let outer = element.parentElement;
      outer !== null && around.length < 200 && outer !== document.body;
      outer = outer.parentElement
    )
      around.push(outer);
    const lines = (): string => around.map((part) => edges(part).join()).join('|');
    (document.activeElement as HTMLElement | null)?.blur();
    const calm = lines();
    element.focus({ preventScroll: true });
    return document.activeElement !== element || lines() !== calm
      ? []
      : [`no ring: ${nameOf(element)}`];
  });
  (before as HTMLElement | null)?.focus({ preventScroll: true });

  return [
    ...new Set([
      ...unframed,
      ...unframedFields,
      ...bars,
      ...chosen,
      ...current,
      ...drawings,
      ...unread,
      ...unringed,
    ]),
  ];
};
