import { readFileSync } from "node:fs";
import { join } from "node:path";
import { aboutRoute } from "../../../src/platform/http/about.ts";

const request = { headers: {}, peer: "", path: "/about", params: {}, query: {}, body: "" };
const manifest = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../../manifest/manifest.json"), "utf8"),
);

describe("the page about Kollega", () => {
  it("when the app package's links are followed, then each leads to a place on it", async () => {
    const { path, handle } = aboutRoute();
    const { status, body } = await handle(request);
    const { websiteUrl, privacyUrl, termsOfUseUrl } = manifest.developer;

    expect(status).toBe(200);
    for (const url of [websiteUrl, privacyUrl, termsOfUseUrl]) {
      const [place, id] = String(url).replace("{{PUBLIC_URL}}", "").split("#");
      expect(place).toBe(path);
      if (id !== undefined) expect(body).toContain(`id="${id}"`);
    }
  });

  it("when it is read, then it is there in three languages and loads nothing from elsewhere", async () => {
    const { headers, body } = await aboutRoute().handle(request);

    for (const language of ["sv", "fi", "en"]) expect(body).toContain(`lang="${language}"`);
    expect(String(body)).not.toMatch(/https?:|<script|src=/u);
    expect(headers?.["content-security-policy"]).toContain("default-src 'none'");
  });
});
