/** Why there is no picture: forbidden by the user or the device's policy, or no camera at all. */
export type CameraRefusal = 'forbidden' | 'none';

/** A running camera whose picture is in the given video element. */
export type Camera = { readonly video: HTMLVideoElement; stop(): void };

/** Whether the device can be asked for a camera at all. */
export const hasCamera = (): boolean => typeof navigator.mediaDevices?.getUserMedia === 'function';

/** Starts the camera at the back into a video element; the browser asks the user first. */
export const openCamera = async (video: HTMLVideoElement): Promise<Camera | CameraRefusal> => {
  if (!hasCamera()) return 'none';
  try {
    const stream = await navigator.mediaDevices.getUserMedia({
      video: { facingMode: 'environment' },
    });
    const stop = (): void => stream.getTracks().forEach((track) => track.stop());
    video.srcObject = stream;
    await video.play().catch(() => undefined);
    return { video, stop };
  } catch (error) {
    return error instanceof DOMException && error.name === 'NotAllowedError' ? 'forbidden' : 'none';
  }
};
