/** The page behind a download link: plain HTML that works without script and asks no other host for anything. Pure. */
import { type Language, languages } from "../../core/language.ts";
import { type HttpRequest, type HttpResponse, httpError } from "../../core/ports.ts";
import { textsIn } from "../../texts/texts.ts";

/** What of a download may be kept, found or passed on: nothing. */
export const untold: Readonly<Record<string, string>> = {
  "cache-control": "no-store",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-robots-tag": "noindex, nofollow",
};

const style = `
body { max-width: 34rem; margin: 0 auto; padding: 2rem 1rem; font: 1rem/1.5 system-ui, sans-serif; color: #222; background: #fff; }
h1 { margin: 0 0 1rem; font-size: 1.5rem; line-height: 1.2; }
section { margin-bottom: 2rem; }
button { padding: .75rem 1.5rem; font: inherit; font-weight: 600; color: #fff; background: #444791; border: 2px solid #444791; border-radius: .25rem; cursor: pointer; }
button:hover { background: #33356d; }
button:focus-visible { outline: 3px solid #222; outline-offset: 2px; }
`;
/** Of `style`, so that no other is let in. */
const styleHash = "sha256-Fyf9a8tc/iqXMZhGDiPemoRIKG6EdM0JRGRlvSY0LpM=";

const policy = [
  "default-src 'none'",
  `style-src '${styleHash}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

const plain = (text: string): string => text.replace(/[&<>]/gu, (sign) => entities[sign] ?? sign);

function page(status: number, language: Language, title: string, body: string): HttpResponse {
  return {
    status,
    headers: {
      ...untold,
      "content-type": "text/html; charset=utf-8",
      "content-language": language,
      "content-security-policy": policy,
    },
    body: `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${plain(title)}</title>
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`,
  };
}

/** Says what is behind the link; its one button fetches it. */
export function fetchPage(language: Language): HttpResponse {
  const texts = textsIn(language).privacy.download;
  const lines = texts.text.map((line) => `<p>${plain(line)}</p>`).join("\n");
  return page(
    200,
    language,
    `Kollega: ${texts.heading}`,
    `<main>
<h1>${plain(texts.heading)}</h1>
${lines}
<form method="post"><button type="submit">${plain(texts.button)}</button></form>
</main>`,
  );
}

/** Used, expired, or never there: nobody knows for whom it was, so it is said in every language. */
export const gonePage = (request: HttpRequest): HttpResponse =>
  inEvery(request, 404, "not-found", (language) => textsIn(language).privacy.myData.gone);

/** The store cannot be reached; the link is as good as before. */
export const laterPage = (request: HttpRequest): HttpResponse =>
  inEvery(
    request,
    503,
    "store-unavailable",
    (language) => textsIn(language).privacy.download.later,
  );

function inEvery(
  { headers }: HttpRequest,
  status: number,
  code: string,
  inWords: (language: Language) => string,
): HttpResponse {
  // A program is told as any other refused request is.
  if (!String(headers["accept"] ?? "").includes("text/html")) {
    const { body } = httpError(status, code, languages.map(inWords).join(" "));
    return { status, headers: untold, body };
  }
  const sections = languages.map(
    (language) => `<section lang="${language}"><p>${plain(inWords(language))}</p></section>`,
  );
  const [first = "sv"] = languages;
  return page(
    status,
    first,
    "Kollega",
    `<main>\n<h1>Kollega</h1>\n${sections.join("\n")}\n</main>`,
  );
}
