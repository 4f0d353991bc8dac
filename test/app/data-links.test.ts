/** The link to one's own data, as browsers, programs that look at links, and its owner use it. */
import { createHash } from "node:crypto";
import { BotError } from "../../src/core/errors.ts";
import { type Language, languages } from "../../src/core/language.ts";
import type { Documents } from "../../src/core/ports.ts";
import { createHttpServer, type HttpServer } from "../../src/platform/http/create-server.ts";
import { textsIn } from "../../src/texts/texts.ts";
import { bothStores } from "./both-stores.ts";
import { actionsOf, type From, press, startBot, type TestBot } from "./start-bot.ts";

const locales: Readonly<Record<Language, string>> = { sv: "sv-FI", fi: "fi-FI", en: "en-GB" };
const command = { sv: "mina uppgifter", fi: "omat tiedot", en: "my data" } as const;
const minuteMs = 60_000;

describe.each(bothStores)("the link to one's own data on $name", (testStore) => {
  let bot: TestBot;
  let server: HttpServer;
  let origin: string;
  let isDown: boolean;
  /** How long the store takes for the next link. */
  let slowMs: number;
  /** All that was ever written, as text. */
  let written: string[];
  beforeAll(() => testStore.start(), 60_000);
  afterAll(() => testStore.stop());
  beforeEach(async () => {
    isDown = false;
    slowMs = 0;
    written = [];
    const failing = (documents: Documents): Documents => ({
      ...documents,
      read: async (...call) => {
        if (isDown) throw new BotError("store-unavailable");
        return documents.read(...call);
      },
      async create(container, partition, doc, ...rest) {
        written.push(JSON.stringify(doc));
        if (doc.type === "data-link") bot.clock.advance(slowMs);
        return documents.create(container, partition, doc, ...rest);
      },
      async replace(container, partition, doc, ...rest) {
        written.push(JSON.stringify(doc));
        return documents.replace(container, partition, doc, ...rest);
      },
    });
    bot = await startBot({ place: testStore.newPlace(), wrap: failing });
    const log = { info() {}, warn() {}, error: (event: string) => bot.logged.push(event) };
    server = createHttpServer({ routes: bot.app.routes, log });
    origin = `http://127.0.0.1:${await server.listen("127.0.0.1", 0)}`;
  });
  afterEach(async () => {
    await server.close(0);
    await bot.close();
    expect(bot.logged).toEqual([]);
    expect(bot.cardFaults).toEqual([]);
  });

  /** The button "as a file" of somebody's card. */
  async function offer(language: Language, from: From) {
    const said = await bot.ask(command[language], { ...from, locale: locales[language] });
    const found = actionsOf(said.rendered).find(({ verb }) => verb === "data.export");
    if (!found) throw new Error("there is no button");
    return found;
  }
  async function linkFor(language: Language): Promise<string> {
    const from = { person: "mona", locale: locales[language] };
    const { card } = await bot.press(await offer(language, from), from);
    const [link] = card.view["links"] as readonly { readonly url: string }[];
    return `${origin}${new URL(link?.url ?? "").pathname}`;
  }
  const visit = (url: string, method = "GET", headers: Record<string, string> = {}) =>
    fetch(url, {
      method,
      headers: { connection: "close", accept: "text/html,*/*;q=0.8", ...headers },
      ...(method === "POST" && { body: "" }),
    });

  it.each(languages)(
    "when it is opened in a browser in %s, then a page says what it is, and nothing may be kept of it",
    async (language) => {
      const page = await visit(await linkFor(language));
      const html = await page.text();

      expect(page.status).toBe(200);
      const { heading, button } = textsIn(language).privacy.download;
      expect(html).toContain(`<html lang="${language}">`);
      expect(html).toContain(`<h1>${heading}</h1>`);
      expect(html).toContain(`<form method="post"><button type="submit">${button}</button></form>`);
      expect(html).not.toMatch(/<script|https?:|Person mona|mona/u);
      const of = (name: string) => page.headers.get(name);
      expect(of("content-type")).toBe("text/html; charset=utf-8");
      expect(of("cache-control")).toBe("no-store");
      expect(of("referrer-policy")).toBe("no-referrer");
      expect(of("x-robots-tag")).toContain("noindex");
      expect(of("x-content-type-options")).toBe("nosniff");
      const style = /<style>([\s\S]*?)<\/style>/u.exec(html)?.[1] ?? "";
      const hash = createHash("sha256").update(style).digest("base64");
      expect(of("content-security-policy")?.split("; ")).toEqual([
        "default-src 'none'",
        `style-src 'sha256-${hash}'`,
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
      ]);
    },
  );

  it("when programs look at it first, as often as they like, then the file is still there, once", async () => {
    const url = await linkFor("sv");
    const looked = await Promise.all([
      visit(url, "HEAD"),
      visit(url),
      visit(url, "OPTIONS"),
      visit(url, "GET", { accept: "*/*" }),
      visit(`${url}?utm_source=mail`),
      visit(url, "PUT"),
      visit(url, "DELETE"),
    ]);
    for (const { status } of looked) expect(status).toBeLessThan(500);

    const file = await visit(url, "POST");

    expect(file.status).toBe(200);
    expect(file.headers.get("content-disposition")).toBe('attachment; filename="kollega.json"');
    expect(file.headers.get("cache-control")).toBe("no-store");
    expect(await file.json()).toMatchObject({ person: { person: "mona" } });
    expect((await visit(url, "POST")).status).toBe(404);
    expect((await visit(url)).status).toBe(404);
  });

  it("when its button is pressed twice at once, then one gets the file", async () => {
    const url = await linkFor("fi");
    const both = await Promise.all([visit(url, "POST"), visit(url, "POST")]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 404]);
  });

  it.each<readonly [string, (url: string) => Promise<string>]>([
    [
      "was used",
      async (url) => {
        await visit(url, "POST");
        return url;
      },
    ],
    [
      "has expired",
      async (url) => {
        bot.clock.advance(16 * minuteMs);
        return url;
      },
    ],
    ["was never there", async (url) => url.replace(/data\/.*/u, "data/none.json")],
    ["is a program's own idea", async (url) => url.replace(/\.json$/u, "")],
  ])("when it %s, then that is said in all three languages", async (_, make) => {
    const url = await make(await linkFor("en"));
    for (const method of ["GET", "POST"]) {
      const answer = await visit(url, method);
      const html = await answer.text();
      expect(answer.status).toBe(404);
      expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
      for (const language of languages) {
        const { gone } = textsIn(language).privacy.myData;
        expect(html).toContain(`<section lang="${language}"><p>${gone}</p></section>`);
      }
      const program = await visit(url, method, { accept: "application/json" });
      expect(await program.json()).toMatchObject({ error: { code: "not-found" } });
    }
  });

  it("when the store cannot be reached, then the link says so and stays good", async () => {
    const url = await linkFor("sv");
    isDown = true;
    for (const method of ["GET", "POST"]) {
      const answer = await visit(url, method);
      expect(answer.status).toBe(503);
      expect(await answer.text()).toContain(textsIn("fi").privacy.download.later);
    }
    isDown = false;
    expect((await visit(url, "POST")).status).toBe(200);
  });

  it.each(languages)(
    "when it was given in %s, then no document has its token, and the same press once more is told in a sentence",
    async (language) => {
      const from = { person: "mona", locale: locales[language] };
      const button = await offer(language, from);
      const first = await bot.press(button, from);
      const [link] = first.card.view["links"] as readonly { readonly url: string }[];
      const token = new URL(link?.url ?? "").pathname.split("/").at(-1)?.replace(".json", "") ?? "";
      expect(token).not.toBe("");

      const state = await bot.store.read("members", "tenant-1:mona", "member");
      const links = await bot.store.query({ container: "conversations", partition: "_data-links" });
      const again = await bot.handle(press(button, from));

      expect(links.items).toHaveLength(1);
      const kept = JSON.stringify([state?.doc, links.items]);
      expect(kept).toContain(textsIn(language).privacy.myData.givenAlready);
      expect(kept).not.toContain(`/data/`);
      expect(kept).not.toContain(`"${token}"`);
      expect(again).toMatchObject({
        answer: { type: "sentence", text: textsIn(language).privacy.myData.givenAlready },
      });
    },
  );

  const throttled = { state: "throttled" } as const;
  const forum = {
    conversation: { kind: "channel", id: "19:f@thread.tacv2;messageid=1", team: { id: "19:f" } },
  } as const;
  it.each(languages)(
    "when its card cannot be sent at once in %s, then no document gets the token, and a line says later to ask again",
    async (language) => {
      const from = { person: "mona", locale: locales[language] };
      const ways: readonly (readonly [object, number, number])[] = [
        [{ via: "submit" }, 0, 2],
        [forum, 0, 2],
        [forum, 7_000, 0],
      ];
      for (const [way, slow, refusals] of ways) {
        const button = await offer(language, from);
        bot.sent.length = 0;
        slowMs = slow;
        bot.outcomes.push(...Array<typeof throttled>(refusals).fill(throttled));
        const pressed = press(button, { ...from, ...way });
        await bot.handle({ ...pressed, actor: { ...pressed.actor, userId: "29:mona" } });
        const tried = bot.sent.splice(0);
        await bot.clock.sleep(10_000);
        await bot.runJob("outbox");

        expect(tried).toHaveLength(refusals);
        for (const { card } of tried) expect(card.view["links"]).toHaveLength(1);
        expect(bot.sent.map(({ card }) => card)).toMatchObject([
          {
            kind: "my-data",
            view: { heading: textsIn(language).privacy.myData.tooLate, links: [] },
          },
        ]);
      }
      const isKept = written.some((doc) => doc.includes(textsIn(language).privacy.myData.tooLate));
      expect(isKept).toBe(true);
      expect(written.filter((doc) => doc.includes("/data/"))).toEqual([]);
      expect(bot.logged.splice(0)).toEqual(["warn reply not delivered"]);
    },
  );
});
