// A host for the index in the fixtures, as `fetch`: one that knows ranges or not, that loses files, that breaks off.
import { existsSync, readFileSync } from 'node:fs';

const folder = new URL('../../ReportArchive.Tests/Fixtures/search/index/', import.meta.url);

/** Address the index is asked for at. */
export const BASE = 'https://example.org/archive/search/';

/**
 * @param {{ ranges?: boolean, partBytes?: number, change?: (path: string, bytes: Uint8Array) => Uint8Array | Response | Error | undefined }} [options]
 *   `partBytes` cuts the files up as `search.files: chunks` does, smaller. `change` may damage a file, answer in its place, or fail.
 */
export function host({ ranges = true, change, partBytes } = {}) {
  const log = [];
  const answer = async (address, init = {}) => {
    init.signal?.throwIfAborted();
    const path = String(address).slice(BASE.length);
    const part = /^(.*-)(\d+)(\.bin)$/.exec(path);
    const file = new URL(partBytes && part ? `${part[1]}0${part[3]}` : path, folder);
    const range = /^bytes=(\d+)-(\d+)$/.exec(init.headers?.Range ?? '');
    log.push({ path, range: range?.[0] });
    await new Promise((resolve) => { setTimeout(resolve, 0); });
    init.signal?.throwIfAborted();
    let bytes = existsSync(file) ? new Uint8Array(readFileSync(file)) : undefined;
    if (bytes && partBytes && part) bytes = bytes.subarray(part[2] * partBytes, (Number(part[2]) + 1) * partBytes);
    if (bytes && partBytes && path === 'manifest.json') bytes = new TextEncoder().encode(JSON.stringify({ ...JSON.parse(new TextDecoder().decode(bytes)), layout: 'chunks', partBytes }));
    const changed = bytes && change?.(path, bytes);
    if (changed instanceof Error) throw changed;
    if (changed instanceof Response) return changed;
    bytes = changed ?? bytes;
    if (!bytes) return new Response('<h1>404</h1>', { status: 404, headers: { 'content-type': 'text/html' } });
    const headers = { 'content-type': path.endsWith('.json') ? 'application/json' : 'application/octet-stream' };
    if (!ranges || !range) return new Response(bytes, { headers: ranges ? { ...headers, 'accept-ranges': 'bytes' } : headers });
    const piece = bytes.subarray(Number(range[1]), Number(range[2]) + 1);
    return new Response(piece, { status: 206, headers: { ...headers, 'content-range': `bytes ${range[1]}-${Number(range[1]) + piece.length - 1}/${bytes.length}` } });
  };
  return { fetch: answer, log };
}
