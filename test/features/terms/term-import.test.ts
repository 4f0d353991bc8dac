import type { ImportContext } from "../../../src/core/feature.ts";
import { importContent, type NumberedRow } from "../../../src/core/import-content.ts";
import type { Row } from "../../../src/core/rows.ts";
import { termsTarget } from "../../../src/features/terms/term-content.ts";
import { historyOf } from "../../../src/features/terms/term-history.ts";
import { readTerm } from "../../../src/features/terms/term-store.ts";
import { bothStores, type OpenDocuments } from "../../app/both-stores.ts";
import { createFixedClock } from "../../fakes/fixed-clock.ts";

const log = { info() {}, warn() {}, error() {} };
const now = new Date("2026-03-02T08:00:00.000Z");
const context: ImportContext = { networks: ["n1", "n2"], timeZone: "UTC", now };

describe.each(bothStores)("terms from a file, on $name", (store) => {
  beforeAll(() => store.start());
  afterAll(() => store.stop());

  let place: ReturnType<typeof store.newPlace>;
  let documents: OpenDocuments;
  beforeEach(async () => {
    place = store.newPlace();
    documents = await place.open({ clock: createFixedClock(now), log });
  });
  afterEach(async () => {
    await documents.close();
    place.remove();
  });

  const numbered = (...rows: readonly Row[]): readonly NumberedRow[] =>
    rows.map((values, index) => ({ row: index + 1, values: { network: "n1", ...values } }));
  const take = (rows: Iterable<NumberedRow> | AsyncIterable<NumberedRow>, more: object = {}) =>
    importContent({ documents, dryRun: false }, termsTarget, rows, { ...context, ...more });
  const termOf = async (id: string, network = "n1") =>
    (await readTerm(documents, { id, network }))?.doc.value;

  it("when a file has a concept twice, then it is one, and again changes nothing", async () => {
    const rows = numbered(
      { id: "a", sv: "anbud" },
      { id: "b", sv: "enhet" },
      { id: "a", fi: "tarjous", sv: "offert" },
    );

    const first = await take(rows);
    const again = await take(rows);

    expect(first).toEqual({
      created: 2,
      updated: 0,
      unchanged: 0,
      rejected: 0,
      rows: [
        { row: 3, column: "id", fault: { code: "merged", row: 1 } },
        { row: 3, column: "sv", fault: { code: "secondName", value: "offert" } },
      ],
    });
    expect(again).toMatchObject({ created: 0, updated: 0, unchanged: 2, rejected: 0 });
    expect(await termOf("a")).toMatchObject({ sv: "anbud", fi: "tarjous", svAlso: ["offert"] });
  });

  it("when one of the two is bad, then the other is taken", async () => {
    const report = await take(
      numbered({ id: "a", sv: "anbud" }, { id: "a", sv: "x".repeat(501) }, { id: "b" }),
    );

    expect(report).toMatchObject({ created: 1, rejected: 2 });
    expect(await termOf("a")).toMatchObject({ sv: "anbud" });
  });

  it("when the same id stands in two networks, or one with and one without the network asked for, then each finds its own", async () => {
    const two = await take(numbered({ id: "a", sv: "x" }, { id: "a", sv: "y", network: "n2" }));
    const same = await take(numbered({ id: "c", sv: "x" }, { id: "c", network: "", fi: "y" }), {
      network: "n1",
    });

    expect(two).toMatchObject({ created: 2, rejected: 0 });
    expect(same).toMatchObject({ created: 1, rejected: 0 });
    expect(await termOf("c")).toMatchObject({ sv: "x", fi: "y" });
  });

  it("when rows come one by one and only once, then duplicates are found all the same", async () => {
    async function* once(): AsyncGenerator<NumberedRow> {
      yield* numbered({ id: "a", sv: "anbud" }, { id: "a", fi: "tarjous" });
    }

    expect(await take(once())).toMatchObject({ created: 1, rejected: 0 });
  });

  it("when another concept of the network has the name, then that is told, and both are kept", async () => {
    await take(numbered({ id: "old", sv: "anbud", svAvoid: ["offert"] }));
    await take(numbered({ id: "elsewhere", sv: "tilbud", network: "n2" }));

    const report = await take(
      numbered(
        { id: "new", sv: "Anbud", fiAlso: ["tarjous"] },
        { id: "third", fi: "tarjous", sv: "offert" },
        { id: "fourth", sv: "tilbud", en: "anbud" },
      ),
    );

    expect(report).toMatchObject({ created: 3, rejected: 0 });
    expect(report.rows).toEqual([
      { row: 1, column: "sv", fault: { code: "lookAlike", value: "Anbud", other: "old" } },
      { row: 2, column: "fi", fault: { code: "lookAlike", value: "tarjous", other: "new" } },
    ]);
  });

  it("when a concept loses a name in the same file that another gets, then nothing is alike", async () => {
    await take(numbered({ id: "a", sv: "anbud" }));

    const report = await take(numbered({ id: "a", sv: "offert" }, { id: "b", sv: "anbud" }));

    expect(report).toMatchObject({ created: 1, updated: 1, rows: [] });
  });

  it("when a file changes a term, then what it was is kept", async () => {
    await take(numbered({ id: "a", sv: "anbud" }));
    await take(numbered({ id: "a", sv: "offert" }));
    await take(numbered({ id: "a", sv: "offert" }));

    expect(await historyOf(documents, { id: "a", network: "n1" })).toEqual([
      {
        value: expect.objectContaining({ id: "a", sv: "anbud" }),
        replacedAt: now.toISOString(),
        replacedBy: "import",
      },
    ]);
  });

  it("when there are many, then all are there, and a dry run writes none", async () => {
    const rows = numbered(...Array.from({ length: 150 }, (_, n) => ({ id: `t${n}`, sv: `s${n}` })));

    const dry = await importContent({ documents, dryRun: true }, termsTarget, rows, context);
    expect(await termOf("t149")).toBeUndefined();
    const report = await take(rows);

    expect([dry.created, report.created]).toEqual([150, 150]);
    expect(await termOf("t149")).toMatchObject({ sv: "s149" });
  });
});
