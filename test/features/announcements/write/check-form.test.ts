import fc from "fast-check";
import { announcementCard } from "../../../../src/features/announcements/send/announcement-card.ts";
import {
  emptyForm,
  formFields,
  readForm,
} from "../../../../src/features/announcements/write/announcement-form.ts";
import { checkForm } from "../../../../src/features/announcements/write/check-form.ts";
import { createCardRenderer } from "../../../../src/platform/cards/card-renderer.ts";

const at = {
  network: "alfa",
  timeZone: "Europe/Helsinki",
  mine: ["alfa"],
  hasChannel: (channel: string) => channel === "forum",
  now: new Date("2026-03-02T08:00:00Z"),
};
const form = { ...emptyForm, titleSv: "Kurs" };

describe("what the editor holds", () => {
  it.each([
    ["at this very minute", "2026-03-02", "10:00", ["inPast"]],
    ["a minute later", "2026-03-02", "10:01", []],
    ["in two years", "2028-03-02", "10:00", []],
    ["a day after two years", "2028-03-03", "10:00", ["tooFar"]],
    ["on a day only", "2026-03-03", "", ["required"]],
    ["at an hour only", "", "10:00", ["required"]],
    ["at once", "", "", []],
  ])("when it is to be sent %s, then it is judged so", (_name, date, time, codes) => {
    const checked = checkForm({ ...form, date, time }, at);

    expect(checked.ok ? [] : checked.faults.map(({ code }) => code)).toEqual(codes);
  });

  it("when texts are just as long as they may be, then they are taken", () => {
    const whole = { ...form, titleSv: "x".repeat(120), textSv: "y".repeat(4_000) };

    expect(checkForm(whole, at).ok).toBe(true);
    expect(checkForm({ ...whole, textSv: "y".repeat(4_001) }, at)).toEqual({
      ok: false,
      faults: [{ field: "textSv", code: "tooLong", most: 4_000, length: 4_001 }],
    });
  });

  it("when a link has no text of its own, then its host stands on the button", () => {
    const checked = checkForm({ ...form, link2: "https://www.example.fi/sv?x=1" }, at);

    expect(checked.ok && checked.decided.links).toEqual([
      { title: "www.example.fi", url: "https://www.example.fi/sv?x=1" },
    ]);
  });

  it.each(["javascript:alert(1)", "https:", "https://a b.fi", "//example.fi", "https://u:p@x.fi/"])(
    "when a link is %j, then it is none",
    (link1) => {
      expect(checkForm({ ...form, link1 }, at)).toEqual({
        ok: false,
        faults: [{ field: "link1", code: "notHttps" }],
      });
    },
  );

  it("when anything at all was sent, then it is judged and never breaks", () => {
    const value = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.integer(),
      fc.boolean(),
      fc.constantFrom("members", "2026-03-12", "13.00", "https://x.fi", "topic:%zz", "urgent"),
      fc.constant(null),
      fc.constant([]),
    );
    const data = fc.dictionary(fc.constantFrom(...formFields), value);
    fc.assert(
      fc.property(data, (given) => {
        const read = readForm(given, emptyForm);
        const checked = checkForm(read, at);
        expect(checked.ok || checked.faults.length > 0).toBe(true);
        expect(readForm(read, emptyForm)).toEqual(read);
      }),
    );
  });

  it.each(["å", "**b* ", "a_b\n", '"<b>', "\n\n- x", "👩‍💻"])(
    "when all its languages are as long as may be with %j, then the message still holds every word",
    (unit) => {
      const text = `x${unit.repeat(4_000)}`.slice(0, 3_990).toWellFormed();
      const title = "x".repeat(120);
      const url = `https://example.fi/${"x".repeat(480)}`;
      const decided = checkForm(
        {
          ...emptyForm,
          titleSv: title,
          titleFi: title,
          titleEn: title,
          textSv: `${text} slut-sv`,
          textFi: `${text} slut-fi`,
          textEn: `${text} slut-en`,
          link1: url,
          link2: url,
          link3: url,
          imageUrl: url,
          audience: "members,forum",
        },
        at,
      );
      if (!decided.ok) throw new Error(JSON.stringify(decided.faults));
      const moment = "2026-03-02T08:00:00.000Z";
      const card = announcementCard(
        {
          id: "a-1",
          network: "alfa",
          ...decided.decided,
          status: "draft",
          version: 1,
          author: "t:p",
          createdAt: moment,
          changedAt: moment,
        },
        {
          id: "alfa",
          nameSv: "Alfa",
          nameFi: "Alfa",
          nameEn: "Alfa",
          coordinators: [],
          languages: ["sv", "fi", "en"],
          timeZone: at.timeZone,
          teams: [],
        },
        "all",
      );

      const sent = JSON.stringify(createCardRenderer().render(card, "key"));

      for (const end of ["slut-sv", "slut-fi", "slut-en"]) expect(sent).toContain(end);
      expect(sent.length * 2).toBeLessThan(80_000);
    },
  );
});
