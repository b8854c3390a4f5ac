import { createServer } from 'node:http';

/** A web server of one page, for a site that is not the desk's own: `html` and `policy` can be changed at any time. */
export async function serveSite() {
  const site = { html: '', policy: '' };
  const server = createServer((request, response) => {
    if (request.url !== '/') return response.writeHead(404).end();
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': site.policy });
    response.end(site.html);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  site.origin = `http://localhost:${server.address().port}`;
  site.url = `${site.origin}/`;
  site.close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return site;
}
