/**
 * `/data/<token>.json`: somebody's own data as a file, once, within fifteen minutes. A file that a bot sends needs the
 * reader's OneDrive, which guests have none of here; a link works for everyone. Programs look at links before people do
 * (mail filters, previews): GET shows a page and uses nothing up, its button (POST) gives the file.
 */
import { BotError } from "../../core/errors.ts";
import type { Language } from "../../core/language.ts";
import type { DataSubject, PersonalDataSource } from "../../core/personal-data.ts";
import type {
  Document,
  Documents,
  HttpRequest,
  HttpResponse,
  Route,
  Stored,
} from "../../core/ports.ts";
import { eraseAll, listOf } from "../../core/query-all.ts";
import { textsIn } from "../../texts/texts.ts";
import { fetchPage, gonePage, laterPage, untold } from "./data-page.ts";
import type { PrivacyDeps } from "./privacy-deps.ts";

type DataLink = Document & {
  readonly type: "data-link";
  /** `tenant:person` */
  readonly person: string;
  readonly language: Language;
  /** Entries that were shown as theirs: Teams says whose they are in a turn only, and none is under way at the link. */
  readonly contacts?: DataSubject["contacts"];
  /** ISO. */
  readonly until: string;
};

const place = { container: "conversations", partition: "_data-links" } as const;
const goodForMs = 15 * 60_000;
const ending = ".json";

type Deps = Pick<PrivacyDeps, "documents" | "jobDocuments" | "clock" | "digest" | "newToken">;

/** A new one, good once the store has it; the store knows only the token's digest. */
export function newDataLink(
  { documents, clock, digest, newToken }: Deps,
  { key, contacts }: Pick<DataSubject, "key" | "contacts">,
  language: Language,
): { readonly token: string; readonly kept: Promise<unknown> } {
  const token = newToken();
  const until = new Date(clock.now().getTime() + goodForMs);
  const doc: DataLink = {
    id: digest(token),
    type: "data-link",
    v: 1,
    person: key,
    language,
    contacts,
    until: until.toISOString(),
  };
  const kept = documents.create(place.container, place.partition, doc, { expiresAt: until });
  return { token, kept };
}

export function createDataRoutes(
  deps: Deps,
  fileOf: (link: Pick<DataLink, "person" | "language" | "contacts">) => Promise<unknown>,
): readonly Route[] {
  const { documents, digest } = deps;
  const path = "/data/:file";

  async function linkOf({ params }: HttpRequest): Promise<Stored<DataLink> | undefined> {
    const { file = "" } = params;
    const token = file.endsWith(ending) ? file.slice(0, -ending.length) : "";
    return token === ""
      ? undefined
      : documents.read<DataLink>(place.container, place.partition, digest(token));
  }

  async function give({ doc, etag }: Stored<DataLink>): Promise<HttpResponse | undefined> {
    // Made before the link is used up, so that a failure does not cost it.
    const content = await fileOf(doc);
    const used = await documents.delete(place.container, place.partition, doc.id, etag);
    if (used === "stale") return undefined;
    return {
      status: 200,
      headers: {
        ...untold,
        "content-type": "application/json; charset=utf-8",
        "content-disposition": 'attachment; filename="kollega.json"',
      },
      body: `${JSON.stringify(content, null, 2)}\n`,
    };
  }

  const answering =
    (answer: (link: Stored<DataLink>) => Promise<HttpResponse | undefined> | HttpResponse) =>
    async (request: HttpRequest): Promise<HttpResponse> => {
      try {
        const link = await linkOf(request);
        return (link && (await answer(link))) ?? gonePage(request);
      } catch (error) {
        if (error instanceof BotError && error.code === "store-unavailable")
          return laterPage(request);
        throw error;
      }
    };

  return [
    { method: "GET", path, handle: answering(({ doc }) => fetchPage(doc.language)) },
    { method: "POST", path, handle: answering(give) },
  ];
}

export function linkData({ documents, jobDocuments }: Deps): PersonalDataSource {
  const of = (key: string, store: Documents) =>
    [store, { ...place, where: [{ field: "person", equals: key }] }] as const;
  return {
    name: "data-links",
    describe: (language) => textsIn(language).privacy.kinds.links,
    async find({ key }, language) {
      const found = await listOf<DataLink>(...of(key, documents));
      return found.map(({ doc: { until } }) => ({
        text: textsIn(language).privacy.lines.link,
        value: { until },
      }));
    },
    erase: ({ key }) => eraseAll(...of(key, jobDocuments)),
  };
}
