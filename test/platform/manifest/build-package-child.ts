/** Builds a package out of each folder that is named, without a network, and prints what came of each. */
import { buildPackage } from "../../../src/platform/manifest/build-package.ts";

globalThis.fetch = async () => {
  throw new Error("there is no network");
};
const values = {
  appId: "3ab5e3f0-6f0e-4c0e-9a5c-0c1d2e3f4a5b",
  publicUrl: "https://kollega.example",
};
const outcomes: unknown[] = [];
for (const folder of process.argv.slice(2)) {
  const built = await buildPackage(values, folder);
  outcomes.push(
    built.ok ? { zip: Buffer.from(built.zip).toString("base64") } : { faults: built.faults },
  );
}
process.stdout.write(JSON.stringify(outcomes));
