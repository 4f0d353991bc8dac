/** `npm run manifest`: whether the Teams app package can be built, with values that stand in for an instance's own. */
import { buildPackage } from "../src/platform/manifest/build-package.ts";

const built = await buildPackage({
  appId: "00000000-0000-4000-8000-000000000001",
  publicUrl: "https://kollega.example",
});
if (built.ok)
  console.log(`version ${built.version} is valid in sv, fi and en, ${built.zip.length} bytes`);
else for (const fault of built.faults) console.error(`FAULT ${fault}`);
process.exitCode = built.ok ? 0 : 1;
