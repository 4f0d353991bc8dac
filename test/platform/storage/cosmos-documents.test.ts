import { documentsContract } from "../../contracts/documents.ts";
import { createFixedClock } from "../../fakes/fixed-clock.ts";
import { startCosmosServer, type CosmosServer } from "../../fakes/cosmos-server.ts";
import { startCosmosProxy, type CosmosProxy } from "../../fakes/cosmos-proxy.ts";
import { openCosmosDocuments } from "../../../src/platform/storage/cosmos-documents.ts";
import { indexedFields } from "../../../src/platform/storage/cosmos-indexes.ts";
const silent = { info() {}, warn() {}, error() {} };
let server: CosmosServer; let proxy: CosmosProxy;
beforeAll(async () => { server = await startCosmosServer(); proxy = await startCosmosProxy(server.port); });
afterAll(async () => { await proxy.stop(); await server.close(); });
documentsContract("Cosmos DB", async () => {
  const clock = createFixedClock();
  const documents = await openCosmosDocuments({ endpoint: proxy.url, key: "a2V5", database: "contract", clock, log: silent, mode: "bot",
    indexed: { ...indexedFields, content: { filtered: ["type"], sorted: ["rank", "text", "due"] } } });
  return { documents, clock, close: () => documents.close() };
});
