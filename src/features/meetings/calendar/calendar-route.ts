/** `GET /calendar/<token>.ics`: a meeting's calendar, for whoever knows its unguessable name. */
import { sameJson } from "../../../core/import-content.ts";
import { isLanguage, type Language } from "../../../core/language.ts";
import type { Library } from "../../../core/library.ts";
import { type Clock, type HttpResponse, httpError, type Route } from "../../../core/ports.ts";
import type { JsonObject } from "../../../core/reply.ts";
import { type Meeting, meetingDocId } from "../meeting.ts";
import type { MeetingState } from "../meeting-state.ts";
import { writeCalendar } from "./write-calendar.ts";

const ending = ".ics";

/** Answers from memory, with the latest state of the meeting. `?language=` chooses the title's, else the network's first. */
export function createCalendarRoute(deps: {
  readonly library: Pick<Library, "contentOf" | "networks">;
  readonly clock: Pick<Clock, "now">;
}): Route {
  const { library, clock } = deps;

  function find(token: string): { meeting: Meeting; state: MeetingState } | undefined {
    const state = byToken(library.contentOf<MeetingState>("meeting-state"), token);
    if (state === undefined) return undefined;
    const id = meetingDocId(state.meeting);
    const found = library
      .contentOf<Meeting>("meeting")
      .find((doc) => doc.id === id && doc.value.network === state.network);
    return found && { meeting: found.value, state };
  }

  return {
    method: "GET",
    path: "/calendar/:file",
    handle({ params, query }): HttpResponse {
      const { file = "" } = params;
      const token = file.endsWith(ending) ? file.slice(0, -ending.length) : "";
      const found = token === "" ? undefined : find(token);
      const network = library.networks().find(({ id }) => id === found?.meeting.network);
      if (!found || !network) return httpError(404, "not-found", "There is no such calendar.");
      const { language: asked } = query;
      const language: Language = isLanguage(asked) ? asked : (network.languages[0] ?? "sv");
      return {
        status: 200,
        headers: {
          "content-type": "text/calendar; charset=utf-8",
          "content-disposition": 'inline; filename="kollega.ics"',
          "content-language": language,
          "cache-control": "private, no-cache",
          "x-content-type-options": "nosniff",
        },
        body: writeCalendar({
          meeting: found.meeting,
          networkZone: network.timeZone,
          version: versionOf(found),
          language,
          now: clock.now(),
        }),
      };
    },
  };
}

/** A change that people are yet to be told of counts already: one version never has two contents. */
const versionOf = ({ meeting, state }: { meeting: Meeting; state: MeetingState }): number =>
  state.known === undefined || sameJson(asJson(state.known), asJson(meeting))
    ? state.version
    : state.version + 1;

const asJson = (meeting: Meeting): JsonObject => ({ ...meeting });

/** The library hands out the same list until something changes: its tokens are sorted once. */
function byToken(
  docs: readonly { readonly value: MeetingState }[],
  token: string,
): MeetingState | undefined {
  const known = tokens.get(docs) ?? new Map(docs.map(({ value }) => [value.token, value]));
  tokens.set(docs, known);
  return known.get(token);
}

const tokens = new WeakMap<object, ReadonlyMap<string, MeetingState>>();
