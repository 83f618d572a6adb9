/** What browsers that can read codes themselves offer; not in TypeScript's own types yet. */
type Detector = {
  detect(source: CanvasImageSource): Promise<readonly { readonly rawValue: string }[]>;
};
type DetectorClass = {
  new (options: { formats: string[] }): Detector;
  getSupportedFormats(): Promise<string[]>;
};

/** Reads the text of a QR code in a picture, or undefined when there is none. */
export type QrReader = (
  picture: HTMLVideoElement | HTMLCanvasElement,
) => Promise<string | undefined>;

/** The browser's own reader where it has one, else our own in script. */
export const openQrReader = async (): Promise<QrReader> => (await nativeReader()) ?? scriptReader();

const nativeReader = async (): Promise<QrReader | undefined> => {
  const { BarcodeDetector } = globalThis as { BarcodeDetector?: DetectorClass };
  if (BarcodeDetector === undefined) return undefined;
  const formats = await BarcodeDetector.getSupportedFormats().catch((): string[] => []);
  if (!formats.includes('qr_code')) return undefined;
  const detector = new BarcodeDetector({ formats: ['qr_code'] });
  return async (picture) => (await detector.detect(picture).catch(() => []))[0]?.rawValue;
};

/** Longest side of a picture that is looked through, in px: enough for a kit, quick on a phone. */
const LOOKED_AT = 720;

/** Our own reader, a chunk that is loaded when it is needed. */
export const scriptReader = async (): Promise<QrReader> => {
  const { default: decodeQR } = await import('qr/decode.js');
  const canvas = document.createElement('canvas');
  return async (picture) => {
    const [width, height] = sizeOf(picture);
    if (width === 0 || height === 0) return undefined;
    const scale = Math.min(1, LOOKED_AT / Math.max(width, height));
    [canvas.width, canvas.height] = [Math.round(width * scale), Math.round(height * scale)];
    const pen = canvas.getContext('2d', { willReadFrequently: true });
    if (pen === null) return undefined;
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
    try {
      return decodeQR(pen.getImageData(0, 0, canvas.width, canvas.height));
    } catch {
      // No code in this picture: the usual case while someone aims.
      return undefined;
    }
  };
};

const sizeOf = (picture: HTMLVideoElement | HTMLCanvasElement): [number, number] =>
  picture instanceof HTMLVideoElement
    ? [picture.videoWidth, picture.videoHeight]
    : [picture.width, picture.height];
