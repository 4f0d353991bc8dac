import type { ContentDocument, Network } from "../../../../src/core/content.ts";
import type { HttpRequest, HttpResponse } from "../../../../src/core/ports.ts";
import { createCalendarRoute } from "../../../../src/features/meetings/calendar/calendar-route.ts";
import { type Meeting, meetingDocId } from "../../../../src/features/meetings/meeting.ts";
import type { MeetingState } from "../../../../src/features/meetings/meeting-state.ts";
import { createHttpServer } from "../../../../src/platform/http/create-server.ts";
import { createFixedClock } from "../../../fakes/fixed-clock.ts";
import { aMeeting } from "./a-meeting.ts";

const network: Network = {
  id: "n",
  nameSv: "N",
  nameFi: "N",
  nameEn: "N",
  coordinators: [],
  languages: ["fi", "sv"],
  timeZone: "Europe/Helsinki",
  teams: [],
};

const state = (changes: Partial<MeetingState> = {}): MeetingState => ({
  meeting: "m",
  network: "n",
  version: 3,
  token: "secret-token",
  skipped: [],
  ...changes,
});

/** What there is; a test puts something else in place. */
function createWorld() {
  const content: Record<string, readonly ContentDocument[]> = {};
  const put = (meetings: readonly Meeting[], states: readonly MeetingState[]) => {
    content["meeting"] = meetings.map((value) => ({
      id: meetingDocId(value.id),
      type: "meeting",
      v: 1,
      value,
    }));
    content["meeting-state"] = states.map((value) => ({
      id: `meeting-state:${value.meeting}`,
      type: "meeting-state",
      v: 1,
      value,
    }));
  };
  const route = createCalendarRoute({
    library: {
      networks: () => [network],
      contentOf: <T>(type: string) => (content[type] ?? []) as readonly ContentDocument<T>[],
    },
    clock: createFixedClock(),
  });
  const get = async (file: string, query: Record<string, string> = {}): Promise<HttpResponse> => {
    const request: HttpRequest = {
      headers: {},
      peer: "127.0.0.1",
      path: `/calendar/${file}`,
      params: { file },
      query,
      body: "",
    };
    return route.handle(request);
  };
  return { put, get, route };
}

const titles = { titleSv: "Möte", titleFi: "Kokous", titleEn: "Meeting" };

describe("GET /calendar/<token>.ics", () => {
  it("when a change is yet to be told, then it has a version of its own already", async () => {
    const { put, get } = createWorld();
    const meeting = aMeeting(titles);
    const sequence = async () =>
      /SEQUENCE:(\d+)/u.exec(String((await get("secret-token.ics")).body))?.[1];

    put([meeting], [state({ known: meeting })]);
    expect(await sequence()).toBe("3");
    put([{ ...meeting, place: "Esbo" }], [state({ known: meeting })]);
    expect(await sequence()).toBe("4");
  });

  it("when the token is known, then its meeting's calendar comes", async () => {
    const { put, get } = createWorld();
    put([aMeeting(titles)], [state()]);

    const { status, headers, body } = await get("secret-token.ics");

    expect(status).toBe(200);
    expect(headers).toMatchObject({
      "content-type": "text/calendar; charset=utf-8",
      "cache-control": "private, no-cache",
    });
    expect(body).toContain("UID:m@kollega\r\n");
    expect(body).toContain("SEQUENCE:3\r\n");
    expect(body).toContain("SUMMARY;LANGUAGE=fi:Kokous\r\n");
  });

  it.each([
    ["sv", "Möte"],
    ["en", "Meeting"],
    ["de", "Kokous"],
    ["__proto__", "Kokous"],
  ])("when it is asked for in %s, then it is called %s", async (language, title) => {
    const { put, get } = createWorld();
    put([aMeeting(titles)], [state()]);

    expect((await get("secret-token.ics", { language })).body).toContain(`:${title}\r\n`);
  });

  it("when the meeting is cancelled or changed, then the same address says so", async () => {
    const { put, get } = createWorld();
    put([aMeeting()], [state()]);
    expect((await get("secret-token.ics")).body).toContain("STATUS:CONFIRMED");

    put([aMeeting({ status: "cancelled" })], [state({ version: 4 })]);

    const { status, body } = await get("secret-token.ics");
    expect(status).toBe(200);
    expect(body).toContain("STATUS:CANCELLED");
    expect(body).toContain("SEQUENCE:4");
  });

  it.each([
    "other.ics",
    "secret-token",
    "secret-token.ICS",
    ".ics",
    "",
    "secret-toke.ics",
    "m.ics",
  ])("when %j is asked for, then there is nothing", async (file) => {
    const { put, get } = createWorld();
    put([aMeeting()], [state()]);

    expect(await get(file)).toEqual({
      status: 404,
      body: { error: { code: "not-found", message: expect.any(String) } },
    });
  });

  it("when it is asked for over HTTP, then it comes as a calendar", async () => {
    const { put, route } = createWorld();
    put([aMeeting(titles)], [state()]);
    const log = { info() {}, warn() {}, error() {} };
    const server = createHttpServer({ routes: [route], log });
    const address = `http://127.0.0.1:${await server.listen("127.0.0.1", 0)}/calendar`;
    try {
      const found = await fetch(`${address}/secret-token.ics?language=en`);
      const text = await found.text();
      const missing = await fetch(`${address}/other.ics`);

      expect(found.status).toBe(200);
      expect(found.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
      expect(text).toContain("SUMMARY;LANGUAGE=en:Meeting\r\n");
      expect(missing.status).toBe(404);
      expect(missing.headers.get("content-type")).toBe("application/json; charset=utf-8");
      expect(await missing.json()).toMatchObject({ error: { code: "not-found" } });
    } finally {
      await server.close(1_000);
    }
  });

  it("when the meeting is gone, or only another network has its id, then there is nothing", async () => {
    const { put, get } = createWorld();

    put([], [state()]);
    expect((await get("secret-token.ics")).status).toBe(404);

    put([aMeeting({ network: "other" })], [state()]);
    expect((await get("secret-token.ics")).status).toBe(404);
  });
});
