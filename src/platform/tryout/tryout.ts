/** Local mode's try-out: the page on `/`, the gallery on `/cards`, what the page asks for, and the connector behind it. */
import { type HttpRequest, type HttpResponse, httpError, type Route } from "../../core/ports.ts";
import type { Card } from "../../core/reply.ts";
import { connectorRoutes, type LoopbackGuard, readObject } from "./connector-routes.ts";
import { galleryExamples } from "./gallery.ts";
import { createLoopbackClient } from "./loopback-client.ts";
import { createLoopbackConnector, isObject, type LoopbackConnector } from "./loopback-connector.ts";
import { pageRoutes } from "./page-files.ts";
import {
  conversationOf,
  type Locale,
  type PersonRecord,
  type PlaceKind,
  people,
} from "./people.ts";
import type { Message } from "./transcript.ts";

export type Tryout = {
  readonly connector: LoopbackConnector;
  readonly routes: readonly Route[];
  /** Lets go of the pages that wait for news, so that the server can close. */
  close(): void;
};

const base = "/tryout";
/** Below this path the bot finds the connector. */
export const connectorPath = `${base}/connector`;
const longestWaitMs = 20_000;
const places: readonly PlaceKind[] = ["personal", "channel", "announcements", "group"];

export function createTryout(deps: {
  readonly guard: LoopbackGuard;
  /** Where this program is reached, `http://127.0.0.1:3978`; asked once it listens. */
  readonly origin: () => string;
  readonly render: (card: Card) => unknown;
}): Tryout {
  const connector = createLoopbackConnector();
  let isClosing = false;
  const client = createLoopbackClient({
    connector,
    serviceUrl: () => `${deps.origin()}${connectorPath}`,
  });

  const get = (path: string, answer: Answer): Route => route("GET", path, answer);
  const post = (path: string, answer: Answer): Route => route("POST", path, answer);
  const route = (method: "GET" | "POST", path: string, answer: Answer): Route => ({
    method,
    path: `${base}${path}`,
    handle: (request) => {
      const refusal = deps.guard(request);
      if (refusal) return refusal;
      const asked = readAsked(request);
      return asked ? answer(asked) : httpError(400, "malformed", "This makes no sense.");
    },
  });

  function readAsked({ params, body }: HttpRequest): Asked | undefined {
    const sent = body === "" ? {} : readObject(body);
    if (!sent) return undefined;
    const text = (name: string) => {
      const value = params[name] ?? sent[name];
      return typeof value === "string" ? value : "";
    };
    const person = connector.person(text("person"));
    return person && { person, place: readPlace(text("place")), text, sent };
  }

  return {
    connector,
    close() {
      isClosing = true;
      connector.transcript.close();
    },
    routes: [
      ...pageRoutes(`${base}/page`, deps.guard),
      ...connectorRoutes(connector, connectorPath, deps.guard),
      {
        method: "GET",
        path: `${base}/people`,
        handle: (request) =>
          deps.guard(request) ?? {
            status: 200,
            body: people.map(({ key, name, role, locale }) => ({ key, name, role, locale })),
          },
      },
      {
        method: "GET",
        path: `${base}/gallery`,
        handle: (request) =>
          deps.guard(request) ?? { status: 200, body: galleryExamples(deps.render) },
      },
      post("/open", ({ person, place, text }) =>
        ok({ activities: client.open({ person, place, ...localeOf(text) }) }),
      ),
      post("/say", ({ person, place, text, sent }) => {
        const { message, activity } = client.say({
          person,
          place,
          ...localeOf(text),
          text: text("text"),
          ...(text("thread") && { thread: text("thread") }),
          mentionsBot: sent["mentionsBot"] === true,
        });
        return ok({ id: message.id, ...(activity && { activity }) });
      }),
      post("/press", ({ person, place, text, sent }) => {
        const activity = client.press({
          person,
          place,
          ...localeOf(text),
          message: text("message"),
          verb: text("verb"),
          data: isObject(sent["data"]) ? sent["data"] : {},
          asSubmit: sent["asSubmit"] === true,
        });
        return activity ? ok({ activity }) : httpError(404, "not-found", "The message is gone.");
      }),
      post("/answered", ({ person, text, sent }) => {
        const sentence = client.answered({ person, message: text("message"), body: sent["body"] });
        return ok(sentence === undefined ? {} : { sentence });
      }),
      post("/action", ({ person, place, text, sent }) => {
        const activity = client.act({
          person,
          place,
          ...localeOf(text),
          message: text("message"),
          command: text("command"),
          ...(isObject(sent["data"]) && { data: sent["data"] }),
        });
        return activity ? ok({ activity }) : httpError(404, "not-found", "The message is gone.");
      }),
      post("/search", ({ person, place, text }) =>
        ok({
          activity: client.search({
            person,
            place,
            ...localeOf(text),
            ...(text("thread") && { thread: text("thread") }),
            query: text("query"),
          }),
        }),
      ),
      post("/insert", ({ person, place, text, sent }) => {
        const card = isObject(sent["card"]) ? sent["card"] : {};
        const { id } = client.insert({
          person,
          place,
          card,
          summary: text("summary"),
          ...(text("thread") && { thread: text("thread") }),
        });
        return ok({ id });
      }),
      post("/throttle/:person", () => {
        connector.refuseNext({ status: 429, code: "Throttled", retryAfterSeconds: 2, times: 1 });
        return ok({});
      }),
      get("/news/:person/:mark/:wait", ({ person, text }) => news(person, text)),
    ],
  };

  async function news(person: PersonRecord, text: (name: string) => string): Promise<HttpResponse> {
    const placeOf = new Map(places.map((place) => [conversationOf(place, person), place]));
    const waitMs = Math.min(Number(text("wait")) || 0, longestWaitMs);
    const changes = await connector.transcript.changes([...placeOf.keys()], text("mark"), waitMs);
    const told = ok({
      mark: changes.mark,
      reset: changes.reset,
      typing: changes.typing.map(({ conversation }) => placeOf.get(conversation)),
      messages: changes.messages.map((message) => ({
        ...asSeen(message, person),
        place: placeOf.get(message.conversation),
      })),
    });
    // A browser that keeps its connection and asks again would keep the server from closing.
    return isClosing ? { ...told, headers: { ...told.headers, connection: "close" } } : told;
  }
}

type Asked = {
  readonly person: PersonRecord;
  readonly place: PlaceKind;
  readonly text: (name: string) => string;
  readonly sent: Readonly<Record<string, unknown>>;
};
type Answer = (asked: Asked) => HttpResponse | Promise<HttpResponse>;

const ok = (body: unknown): HttpResponse => ({
  status: 200,
  headers: { "cache-control": "no-store" },
  body,
});

const readPlace = (text: string): PlaceKind => places.find((place) => place === text) ?? "personal";

const localeOf = (text: (name: string) => string): { readonly locale?: Locale } => {
  const locale = (["sv-FI", "fi-FI", "en-GB"] as const).find((one) => one === text("locale"));
  return locale ? { locale } : {};
};

/** A message as one person sees it. */
function asSeen(
  { id, thread, from, at, activity, state, ownCards }: Message,
  person: PersonRecord,
) {
  const attachments = activity["attachments"];
  const [first] = Array.isArray(attachments) ? attachments : [];
  const card = ownCards[person.id] ?? (isObject(first) ? first["content"] : undefined);
  return {
    id,
    thread,
    from: from.id === person.id ? "me" : from.name,
    isBot: from.id.startsWith("28:"),
    at,
    state,
    ...(typeof activity["text"] === "string" && { text: activity["text"] }),
    ...(typeof activity["summary"] === "string" && { summary: activity["summary"] }),
    ...(card !== undefined && { card }),
  };
}
