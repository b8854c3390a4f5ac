import zopfli from '@gfx/zopfli';
import { minify } from 'terser';

/** A script that esbuild has put together, once more: terser knows shorter ways to say some things. */
export async function shorten(script, { module = true } = {}) {
  const { code } = await minify(script, { module, ecma: 2020, compress: { passes: 3 } });
  return code;
}

/** gzip that takes its time, since this happens once and is read by every visitor: about a twentieth less. */
export const pack = async (content) => Buffer.from(await zopfli.gzipAsync(content, { numiterations: 15 }));
