import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

const NAME = 'savedInTheHarness';

/** Hands what the app saves by a link to the test; runs in the page. */
const listen = (name: string): void => {
  const made = new Map<string, Blob>();
  const { createObjectURL } = URL;
  URL.createObjectURL = (content) => {
    const address = createObjectURL.call(URL, content);
    if (content instanceof Blob) made.set(address, content);
    return address;
  };
  const { click } = HTMLAnchorElement.prototype;
  HTMLAnchorElement.prototype.click = function () {
    const content = made.get(this.href);
    const tell = Reflect.get(window, name);
    if (this.download === '' || content === undefined) return click.call(this);
    const reader = new FileReader();
    reader.onload = () => void tell(this.download, String(reader.result).split(',')[1]);
    reader.readAsDataURL(content);
  };
};

/** Neither engine tells Playwright of a file that is saved by a link: the page does so itself. */
export const mendDownloads = async (page: Page): Promise<void> => {
  await page.exposeFunction(NAME, (name: string, bytes: string) => {
    const path = join(mkdtempSync(join(tmpdir(), 'volym-saved-')), 'file');
    writeFileSync(path, Buffer.from(bytes, 'base64'));
    Reflect.get(page, 'emit').call(page, 'download', {
      suggestedFilename: () => name,
      path: async () => path,
    });
  });
  await page.addInitScript(listen, NAME);
};
