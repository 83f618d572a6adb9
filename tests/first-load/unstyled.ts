import type { Page } from 'playwright';

/**
 * The elements of a page whose styles are in none of its style sheets, by the class that Svelte
 * gives them: it gives one only where a rule asks for it. Loaded by an address of its own, a screen
 * that relies on the styles of another one is found by this.
 */
export const unstyled = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const rules = [...document.styleSheets]
      .flatMap((sheet) => [...sheet.cssRules].map(({ cssText }) => cssText))
      .join('\n');
    const found = new Map<string, string>();
    for (const element of document.querySelectorAll('[class*="svelte-"]'))
      for (const name of element.classList)
        if (name.startsWith('svelte-') && !rules.includes(name))
          found.set(name, (element.cloneNode() as Element).outerHTML);
    return [...found.values()].map((html) => `no styles: ${html}`);
  });
