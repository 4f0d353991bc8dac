/**
 * Cosmos DB on this machine, in memory, in a process of its own. Prints its port, ends with its parent.
 * Argument: a port, or nothing for a free one.
 */
import type { AddressInfo } from "node:net";
import { createHttpServer } from "@vercel/cosmosdb-server";

const [port = "0"] = process.argv.slice(2);
const server = createHttpServer({ keepAlive: true });
server.listen(Number(port), "127.0.0.1", () => {
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
});
process.stdin.on("end", () => process.exit()).resume();
