import { createForgotten, type Erasure } from "../../src/core/forgotten.ts";
import type { DataSubject } from "../../src/core/personal-data.ts";
import { digest } from "../../src/platform/system/digest.ts";
import { bothStores } from "../app/both-stores.ts";
import { createFixedClock } from "../fakes/fixed-clock.ts";

const log = { info() {}, warn() {}, error() {} };
const entry = (id: string) => ({ partition: "alfa", id: `contact:${id}` });
const helga: DataSubject = {
  key: "t:helga",
  tenant: "t",
  person: "helga",
  userIds: ["29:helga"],
  chats: ["a:1"],
  names: ["Helga Åberg"],
  contacts: [entry("c-1")],
};

describe.each(bothStores)("an erasure on $name", (store) => {
  const closing: (() => Promise<void>)[] = [];
  beforeAll(() => store.start(), 60_000);
  afterAll(() => store.stop());
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });

  async function start() {
    const place = store.newPlace();
    const clock = createFixedClock();
    const documents = await place.open({ clock, log });
    closing.push(async () => {
      await documents.close();
      place.remove();
    });
    const forgotten = createForgotten({ documents, clock, digest, newId: () => "secret" });
    const only = async (): Promise<Erasure> => {
      const [erasure, ...more] = await forgotten.underWay();
      if (!erasure || more.length > 0) throw new Error("There is not one erasure");
      return erasure;
    };
    return { forgotten, clock, documents, only };
  }

  it("when it is asked for again, then it is one, with all that either knows, and as of now", async () => {
    const { forgotten, clock, only } = await start();
    await forgotten.begin(helga);
    const first = await only();
    clock.advance(1_000);

    await forgotten.begin({
      ...helga,
      userIds: ["29:other", "29:helga"],
      chats: [],
      names: ["Helga Öberg"],
      contacts: [entry("c-2"), entry("c-1")],
      addresses: ["helga@example.fi"],
    });

    expect(await only()).toEqual({
      ...first,
      askedAt: clock.now().toISOString(),
      subject: {
        ...helga,
        userIds: ["29:helga", "29:other"],
        names: ["Helga Åberg", "Helga Öberg"],
        contacts: [entry("c-1"), entry("c-2")],
        addresses: ["helga@example.fi"],
      },
    });
  });

  it("when it is asked for again after it was read, then it does not end before that is done, too", async () => {
    const { forgotten, only } = await start();
    await forgotten.begin({ ...helga, contacts: [] });
    const read = await only();
    // In the same moment: what it is to erase tells them apart.
    await forgotten.begin(helga);

    expect(await forgotten.end(read)).toBe(false);
    const now = await only();
    expect(now.subject.contacts).toEqual(helga.contacts);
    expect(await forgotten.end(now)).toBe(true);
    expect(await forgotten.underWay()).toEqual([]);
    expect(await forgotten.isTidyWanted()).toBe(true);
  });

  it("when somebody else ended it, then it has ended", async () => {
    const { forgotten, only } = await start();
    await forgotten.begin(helga);
    const read = await only();

    expect([await forgotten.end(read), await forgotten.end(read)]).toEqual([true, true]);
  });

  it("when it ends in between, then it begins anew", async () => {
    const { forgotten, clock, documents, only } = await start();
    await forgotten.begin(helga);
    const other = createForgotten({
      documents,
      turnDocuments: {
        ...documents,
        async read(container, partition, id) {
          for (const erasure of await forgotten.underWay()) await forgotten.end(erasure);
          return documents.read(container, partition, id);
        },
      },
      clock,
      digest,
      newId: () => "secret",
    });
    await other.prepare();
    await forgotten.begin(helga);

    await other.begin({ ...helga, contacts: [entry("c-3")] });

    expect((await only()).subject.contacts).toEqual([entry("c-3")]);
  });
});
