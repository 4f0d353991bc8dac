/**
 * `GET /data/<token>.json`: somebody's own data as a file, once, within fifteen minutes. A file that a bot sends needs
 * the reader's OneDrive, which guests have none of here; a link works for everyone.
 */
import type { Language } from "../../core/language.ts";
import type { PersonalDataSource } from "../../core/personal-data.ts";
import {
  type Document,
  type Documents,
  type HttpResponse,
  httpError,
  type Route,
} from "../../core/ports.ts";
import { eraseAll, listOf } from "../../core/query-all.ts";
import { textsIn } from "../../texts/texts.ts";
import type { PrivacyDeps } from "./privacy-deps.ts";

type DataLink = Document & {
  readonly type: "data-link";
  /** `tenant:person` */
  readonly person: string;
  readonly language: Language;
  /** ISO. */
  readonly until: string;
};

const place = { container: "conversations", partition: "_data-links" } as const;
const goodForMs = 15 * 60_000;
const ending = ".json";

type Deps = Pick<PrivacyDeps, "documents" | "jobDocuments" | "clock" | "digest" | "newToken">;

/** A new one; the store knows only the token's digest. */
export async function newDataLink(deps: Deps, person: string, language: Language): Promise<string> {
  const { documents, clock, digest } = deps;
  const token = deps.newToken();
  const until = new Date(clock.now().getTime() + goodForMs);
  const doc: DataLink = {
    id: digest(token),
    type: "data-link",
    v: 1,
    person,
    language,
    until: until.toISOString(),
  };
  await documents.create(place.container, place.partition, doc, { expiresAt: until });
  return token;
}

export function createDataRoute(
  deps: Deps,
  fileOf: (person: string, language: Language) => Promise<unknown>,
): Route {
  const { documents, digest } = deps;
  const gone = () => httpError(404, "not-found", textsIn("en").privacy.myData.gone);
  return {
    method: "GET",
    path: "/data/:file",
    async handle({ params }): Promise<HttpResponse> {
      const { file = "" } = params;
      const token = file.endsWith(ending) ? file.slice(0, -ending.length) : "";
      if (token === "") return gone();
      const id = digest(token);
      const link = await documents.read<DataLink>(place.container, place.partition, id);
      if (!link) return gone();
      // Made before the link is used up, so that a failure does not cost it.
      const content = await fileOf(link.doc.person, link.doc.language);
      const used = await documents.delete(place.container, place.partition, id, link.etag);
      if (used === "stale") return gone();
      return {
        status: 200,
        headers: {
          "content-type": "application/json; charset=utf-8",
          "content-disposition": 'attachment; filename="kollega.json"',
          "cache-control": "no-store",
          "referrer-policy": "no-referrer",
          "x-content-type-options": "nosniff",
          "x-robots-tag": "noindex",
        },
        body: `${JSON.stringify(content, null, 2)}\n`,
      };
    },
  };
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
