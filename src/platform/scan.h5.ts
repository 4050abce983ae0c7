// Scanning in a browser: the playground holds the code in front of us, else the camera where the browser can read codes.
import { askPlayground, insidePlayground } from '#app/platform/playground';

interface Detector {
  detect(source: HTMLVideoElement): Promise<readonly { rawValue: string }[]>;
}

/** How long the camera looks for a code. */
const LOOK_MS = 20_000;

function makeDetector(): Detector | null {
  const BarcodeDetector = (globalThis as { BarcodeDetector?: new (options: { formats: string[] }) => Detector }).BarcodeDetector;
  return BarcodeDetector === undefined ? null : new BarcodeDetector({ formats: ['qr_code'] });
}

async function look(detector: Detector, video: HTMLVideoElement): Promise<string | null> {
  const until = performance.now() + LOOK_MS;
  while (performance.now() < until && video.isConnected) {
    const [found] = await detector.detect(video);
    if (found !== undefined) return found.rawValue;
    await new Promise(requestAnimationFrame);
  }
  return null;
}

async function scanWithCamera(): Promise<string | null> {
  const detector = makeDetector();
  if (detector === null || navigator.mediaDevices === undefined) return null;
  let stream: MediaStream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
  } catch {
    return null;
  }
  const video = document.createElement('video');
  video.setAttribute('playsinline', '');
  video.style.cssText = 'position:fixed;inset:0;width:100%;height:100%;object-fit:cover;z-index:2000;background:#000';
  // A tap on the picture ends the search.
  video.addEventListener('click', () => video.remove());
  video.srcObject = stream;
  document.body.append(video);
  try {
    await video.play();
    return await look(detector, video);
  } finally {
    video.remove();
    for (const track of stream.getTracks()) track.stop();
  }
}

/** The text of a scanned code; null when there was none, or this browser cannot scan: then the digits are typed. */
export function scanCode(): Promise<string | null> {
  return insidePlayground() ? askPlayground('ask-scan') : scanWithCamera();
}
