/** `npm run infra`: writes infra/containers.json, out of which the Bicep files make the containers, from what the code uses. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { containers } from "../src/core/ports.ts";
import { definitionOf, indexedFields } from "../src/platform/storage/cosmos-indexes.ts";

const all = containers.map((container) => definitionOf(container, indexedFields[container]));
const file = join(import.meta.dirname, "../infra/containers.json");
writeFileSync(file, `${JSON.stringify(all, undefined, 2)}\n`);
