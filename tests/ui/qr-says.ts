import { screen } from '@testing-library/svelte';
import { decodeQR } from 'qr/decode.js';

/** What the QR code of that name on the screen says: its drawing as pixels, read by a decoder. */
export const qrSays = async (name: string): Promise<string> => {
  const drawing = await screen.findByRole('img', { name });
  const side = Number(drawing.getAttribute('viewBox')?.split(' ')[2]);
  const scale = 4;
  const width = side * scale;
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x, y] of (drawing.querySelector('path')?.getAttribute('d') ?? '').matchAll(
    /M(\d+) (\d+)h1v1h-1z/g,
  ))
    for (let dy = 0; dy < scale; dy += 1)
      for (let dx = 0; dx < scale; dx += 1) {
        const at = ((Number(y) * scale + dy) * width + Number(x) * scale + dx) * 4;
        data.fill(0, at, at + 3);
      }
  return decodeQR({ width, height: width, data });
};
