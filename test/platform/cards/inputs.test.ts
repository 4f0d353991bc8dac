import type { JsonObject } from "../../../src/core/reply.ts";
import { createCardRenderer } from "../../../src/platform/cards/card-renderer.ts";
import { fullCard } from "./sample-views.ts";

const renderer = createCardRenderer();

function inputOf(values: JsonObject, id: string): JsonObject {
  const card = fullCard("meeting-editor");
  const given = card.view["values"] as JsonObject;
  const view = { ...card.view, values: { ...given, ...values } };
  const body = renderer.render({ ...card, view }, "key-1")["body"] as readonly JsonObject[];
  const input = body.find((element) => element["id"] === id);
  if (!input) throw new Error(`there is no input ${id}`);
  return input;
}

describe("what stands in a text input", () => {
  it.each([
    ["lines", "1. Ett\n\n2. Två", "1. Ett\n\n2. Två"],
    ["line ends of another machine", "1. Ett\r\n2. Två", "1. Ett\n2. Två"],
    ["markdown", "- *a* [b](c)", "- *a* [b](c)"],
    ["what nobody sees", "a\u200bb\u202ec\u0000", "abc"],
    ["a template", "${title}", "${title}"],
  ])("when it holds %s, then it comes back as it was written", (_name, given, shown) => {
    expect(inputOf({ agenda: given }, "agenda")["value"]).toBe(shown);
  });

  it("when it is longer than the input takes, then it ends there, between two characters", () => {
    expect(inputOf({ place: "å".repeat(400) }, "place")["value"]).toBe("å".repeat(300));
    expect(inputOf({ place: `a${"😀".repeat(200)}` }, "place")["value"]).toBe(
      `a${"😀".repeat(149)}`,
    );
  });

  it("when it is empty, then the input has no value", () => {
    expect(inputOf({ minutes: "", place: "" }, "place")).not.toHaveProperty("value");
    expect(inputOf({ minutes: "", place: "" }, "minutes")).not.toHaveProperty("value");
  });
});

describe("links to this machine", () => {
  const urlOf = (isLocal: boolean, url: string) => {
    const card = fullCard("contact");
    const view = { ...card.view, buttons: [], links: [{ title: "Kalender", url }] };
    const rendered = createCardRenderer({ isLocal }).render({ ...card, view }, "key-1");
    return (rendered["actions"] as readonly JsonObject[])[0]?.["url"];
  };

  it("when the bot runs for this machine only, then its own pages can be opened", () => {
    const page = "http://127.0.0.1:3978/calendar/a.ics";

    expect(urlOf(true, page)).toBe(page);
    expect(urlOf(false, page)).toBeUndefined();
  });

  it.each([
    "http://example.org/",
    "http://127.0.0.1.example.org/",
    "http://a@127.0.0.1/",
    "file:///x",
  ])("when a link leads to %s, then it is left out even there", (url) => {
    expect(urlOf(true, url)).toBeUndefined();
  });
});
