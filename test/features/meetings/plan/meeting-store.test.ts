import type { ContentDocument } from "../../../../src/core/content.ts";
import { createMeetingStore } from "../../../../src/features/meetings/meeting-store.ts";
import { type OpenDocuments, type StorePlace, sqlitePlace } from "../../../app/both-stores.ts";
import { createPatientClock } from "../../../app/patient-clock.ts";
import { meeting } from "./make-meeting.ts";

const clock = createPatientClock();
const log = { info() {}, warn() {}, error() {} };

describe("the meeting store", () => {
  let place: StorePlace;
  let documents: OpenDocuments;
  beforeEach(async () => {
    place = sqlitePlace();
    documents = await place.open({ clock, log });
  });
  afterEach(async () => {
    await documents.close();
    place.remove();
  });

  function open() {
    const seen = new Map<string, ContentDocument>();
    const library = {
      contentOf: <T>() => [...seen.values()] as ContentDocument<T>[],
      saw: (partition: string, { doc }: { readonly doc: ContentDocument }) => {
        seen.set(`${partition}/${doc.id}`, doc);
      },
    };
    return createMeetingStore({ documents, library });
  }

  it("when a meeting is made, then it is found and listed at once, and not made twice", async () => {
    const store = open();

    await store.create(meeting());
    const second = await store.create(meeting({ place: "Esbo" }));

    expect(second).toBe("exists");
    expect((await store.find("alfa", "m-1"))?.doc.value).toEqual(meeting());
    expect(store.list(["alfa"])).toEqual([meeting()]);
    expect(store.list(["beta"])).toEqual([]);
  });

  it("when it was changed since it was read, then it is not replaced", async () => {
    const store = open();
    const made = await store.create(meeting());
    if (made === "exists") throw new Error("it was there");

    const first = await store.replace(meeting({ place: "Esbo" }), made.etag);
    const second = await store.replace(meeting({ place: "Vasa" }), made.etag);

    expect([first === "stale", second]).toEqual([false, "stale"]);
    expect((await store.find("alfa", "m-1"))?.doc.value.place).toBe("Esbo");
  });

  it("when it was deleted, then it is not found, and one with its name can be made again", async () => {
    const store = open();
    const made = await store.create(meeting());
    if (made === "exists") throw new Error("it was there");
    await documents.replace("content", "alfa", { ...made.doc, deleted: true }, made.etag);

    expect(await store.find("alfa", "m-1")).toBeUndefined();
    expect(await store.create(meeting({ place: "Esbo" }))).toMatchObject({
      doc: { value: { place: "Esbo" } },
    });
  });
});
