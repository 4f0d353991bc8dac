import { createRsvps } from "../../../../src/features/meetings/remind/rsvp.ts";
import { digest } from "../../../../src/platform/system/digest.ts";
import { sqlitePlace } from "../../../app/both-stores.ts";
import { createPatientClock } from "../../../app/patient-clock.ts";

const dayMs = 24 * 60 * 60_000;
const occasion = { network: "nat", meeting: "traff", occurrence: "2026-11-26T13:00" };

describe("an answer", () => {
  it("when ninety days have gone by since the end of the meeting, then it is kept no longer", async () => {
    const clock = createPatientClock(new Date("2026-11-01T09:00:00Z"));
    const log = { info: () => {}, warn: () => {}, error: () => {} };
    const place = sqlitePlace();
    const documents = await place.open({ clock, log });
    const rsvps = createRsvps({ documents, digest });
    const end = new Date("2026-11-26T12:00:00Z");
    await rsvps.answer(occasion, "t:one", "yes", clock.now(), "press-1", end);
    await rsvps.answer(occasion, "t:one", "no", clock.now(), "press-2", end);

    clock.advance(end.getTime() - clock.now().getTime() + 90 * dayMs - 1_000);
    expect((await rsvps.answers(occasion)).counts).toEqual({ yes: 0, maybe: 0, no: 1 });
    clock.advance(2_000);
    expect((await rsvps.answers(occasion)).counts).toEqual({ yes: 0, maybe: 0, no: 0 });
    expect((await rsvps.answers(occasion, "t:one")).own).toBeUndefined();
    await documents.close();
    place.remove();
  });
});
