import { spawnSync } from "node:child_process";
import path from "node:path";
import fc from "fast-check";
import type { Term } from "../../../../src/core/content.ts";
import { tidy } from "../../../../src/core/rows.ts";
import { shippedCollections } from "../../../../src/platform/files/collections.ts";
import { writeTbx } from "../../../../src/platform/files/tbx/write-tbx.ts";
import { createTempFolder, type TempFolder } from "../temp-folder.ts";
import { term } from "./make-term.ts";

const own = path.resolve(import.meta.dirname, "../../../schemas/tbx-export.rng");
const published = process.env["TBX_CORE_RNG"];
const schemas = published === undefined ? [own] : [own, published];
/** A process of its own: libxml2 comes as WebAssembly, which waits at its top level. */
const validator = path.resolve(import.meta.dirname, "relax-ng-child.ts");

let folder: TempFolder;
beforeAll(() => {
  folder = createTempFolder();
});
afterAll(() => folder.remove());

/** What libxml2 finds wrong; undefined: nothing. */
function faultsOf(xml: string): string | undefined {
  const file = folder.file("terms.tbx", xml);
  const { status, stderr } = spawnSync(process.execPath, [validator, file, ...schemas], {
    encoding: "utf8",
  });
  return status === 0 ? undefined : stderr;
}

const wild = fc
  .string({ unit: "binary", minLength: 1, maxLength: 12 })
  .map(tidy)
  .filter((value) => value !== "");
const list = fc.uniqueArray(wild, { maxLength: 3 });
const terms: fc.Arbitrary<Term> = fc.record(
  {
    id: wild,
    network: wild,
    domain: wild,
    sv: wild,
    fi: wild,
    en: wild,
    svAlso: list,
    fiAlso: list,
    enAlso: list,
    svAvoid: list,
    fiAvoid: list,
    enAvoid: list,
    definitionSv: wild,
    definitionFi: wild,
    definitionEn: wild,
    source: wild,
    usedBy: list,
    note: wild,
  },
  {
    requiredKeys: [
      "id",
      "sv",
      "svAlso",
      "fiAlso",
      "enAlso",
      "svAvoid",
      "fiAvoid",
      "enAvoid",
      "usedBy",
    ],
  },
);

describe("writeTbx", () => {
  it("when terms are written, then each name has its status, and what belongs to the concept stands above", () => {
    const xml = writeTbx([
      term({
        id: "a b",
        network: "n1",
        sv: "anbud <1>",
        svAvoid: ["offert"],
        fiAlso: ["tarjous"],
        definitionEn: "What is offered & how",
        usedBy: ["Esbo"],
      }),
    ]);

    expect(xml).toContain(`      <conceptEntry id="c-a_x0020_b">
        <descrip type="definition" xml:lang="en">What is offered &amp; how</descrip>
        <langSec xml:lang="sv">
          <termSec><term>anbud &lt;1&gt;</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote><admin type="customerSubset">Esbo</admin><admin type="projectSubset">kollega:n1</admin></termSec>
          <termSec><term>offert</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termSec>
        </langSec>
        <langSec xml:lang="fi">
          <termSec><term>tarjous</term><termNote type="administrativeStatus">admittedTerm-admn-sts</termNote></termSec>
        </langSec>
      </conceptEntry>
`);
  });

  it("when it is held against the RELAX NG schema, then what is written is valid", async () => {
    const shipped = await Promise.all(shippedCollections().map(({ read }) => read()));
    const made = fc
      .sample(terms, { numRuns: 500, seed: 7 })
      .map((one, index) => ({ ...one, network: `n${index}` }));

    for (const some of [[], made, ...shipped]) expect(faultsOf(writeTbx(some))).toBeUndefined();
    expect(faultsOf(writeTbx(made).replace("preferredTerm-admn-sts", "best"))).toMatch(/\w/u);
    expect(faultsOf(writeTbx(made).replaceAll("termSec", "tig"))).toMatch(/\w/u);
  });
});
