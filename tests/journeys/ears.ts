import type { BrowserContext, Page } from '@playwright/test';

/** What was heard of a page, piece by piece. */
export type Heard = { readonly where: string; readonly text: string };

/**
 * Hears all that leaves a page or could be seen over its user's shoulder: console, errors,
 * questions, addresses, titles, and every request of page and worker with its headers and body.
 * Before the first address is opened.
 */
export const hearEverything = async (page: Page, context: BrowserContext): Promise<Heard[]> => {
  const heard: Heard[] = [];
  const hear = (where: string, text: string): void => void heard.push({ where, text });
  page.on('console', (message) => hear('console', message.text()));
  page.on('pageerror', (error) => hear('error', `${error.message}\n${error.stack ?? ''}`));
  page.on('dialog', (dialog) => hear('question', dialog.message()));
  page.on('framenavigated', (frame) => hear('address', frame.url()));
  context.on('request', (request) => {
    hear('request', request.url());
    hear('request', JSON.stringify(request.headers()));
    hear('request', request.postDataBuffer()?.toString('latin1') ?? '');
  });
  await page.exposeFunction('hearTitle', (title: string) => hear('title', title));
  await page.addInitScript(() => {
    const { hearTitle } = globalThis as unknown as { hearTitle: (title: string) => void };
    const look = (): void => hearTitle(document.title);
    new MutationObserver(look).observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });
  return heard;
};
