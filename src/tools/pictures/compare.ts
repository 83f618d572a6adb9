import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright';

const dataUrl = (png: Buffer): string => `data:image/png;base64,${png.toString('base64')}`;

/** Width of each half of a sheet in CSS pixels; a phone is drawn twice as sharp. */
const WIDTH = { phone: 780, tablet: 1180 } as const;

const sheetOf = (target: Buffer, ours: Buffer, width: number): string => `<!doctype html>
<style>body{margin:0;display:flex;gap:24px;align-items:start;background:#777}img{width:${width}px;display:block}</style>
<img src="${dataUrl(target)}"><img src="${dataUrl(ours)}">`;

/** The width of a PNG in pixels, from its header. */
const widthOf = (png: Buffer): number => png.readUInt32BE(16);

/**
 * Lays each picture (by the number of its target, `23` or `21-empty`) beside the target of that
 * number, at one width. Answers how many sheets were written.
 */
export const writeSheets = async (
  browser: Browser,
  taken: ReadonlyMap<string, Buffer>,
  folders: { readonly look: string; readonly files: readonly string[]; readonly output: string },
): Promise<number> => {
  await mkdir(folders.output, { recursive: true });
  const page = await browser.newPage();
  let written = 0;
  for (const [name, ours] of taken) {
    const file = folders.files.find((file) => file.startsWith(`${name.slice(0, 2)}-`));
    const path = join(folders.look, file ?? '');
    if (file === undefined || !existsSync(path)) continue;
    const target = await readFile(path);
    const width = widthOf(target) > WIDTH.phone ? WIDTH.tablet : WIDTH.phone;
    await page.setViewportSize({ width: width * 2 + 24, height: 400 });
    await page.setContent(sheetOf(target, ours, width), { waitUntil: 'load' });
    await writeFile(join(folders.output, `${name}.png`), await page.screenshot({ fullPage: true }));
    written += 1;
  }
  await page.close();
  return written;
};
