/** A Bot Connector that costs as little as possible: takes everything, gives ids, counts. First line on stdout: port. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

let taken = 0;

const server = createServer((request, response) => {
  request.resume().on("end", () => {
    const isPost = request.method === "POST";
    if (isPost) taken++;
    const body = isPost ? `{"id":"${taken}"}` : String(taken);
    response.writeHead(isPost ? 201 : 200, {
      "content-type": "application/json",
      "content-length": body.length,
    });
    response.end(body);
  });
});
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => {
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
});
