import { writeFileSync } from 'node:fs';
import { encodeQR } from 'qr';

const [WIDTH, HEIGHT, MODULE, FRAMES] = [640, 480, 8, 10];

/**
 * Writes a film (YUV4MPEG2) of a sheet of paper with a QR code, which Chromium shows in place of a
 * camera.
 */
export const filmPaper = (file: string, text: string): void => {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 2 });
  const light = Buffer.alloc(WIDTH * HEIGHT, 225);
  const [left, top] = [(WIDTH - rows.length * MODULE) / 2, (HEIGHT - rows.length * MODULE) / 2].map(
    Math.floor,
  );
  rows.forEach((row, y) =>
    row.forEach((dark, x) => {
      for (let line = 0; dark && line < MODULE; line += 1) {
        const from = ((top ?? 0) + y * MODULE + line) * WIDTH + (left ?? 0) + x * MODULE;
        light.fill(20, from, from + MODULE);
      }
    }),
  );
  const colour = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), light, colour]);
  const head = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`);
  writeFileSync(file, Buffer.concat([head, ...Array.from({ length: FRAMES }, () => frame)]));
};
