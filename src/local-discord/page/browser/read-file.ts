// A chosen file in the form in which the control API takes it.
import type { Json } from '../../json.ts';

export function readFile(file: File): Promise<Json> {
  const { promise, resolve, reject } = Promise.withResolvers<Json>();
  const reader = new FileReader();
  reader.addEventListener('error', () => reject(reader.error));
  reader.addEventListener('load', () => {
    // "data:text/plain;base64,AAAA": what follows the comma.
    const base64 = String(reader.result).replace(/^[^,]*,/, '');
    resolve({ name: file.name, base64, contentType: file.type || 'application/octet-stream' });
  });
  reader.readAsDataURL(file);
  return promise;
}
