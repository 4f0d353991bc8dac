import fc from "fast-check";
import { textOfHtml } from "../../../src/platform/teams/read-html.ts";

describe("the words of a message in HTML", () => {
  it.each([
    ["<p>Träffen</p>\n<p>&nbsp;</p><p>Vi ses.</p>", "Träffen\n\nVi ses."],
    ['<div><div><at id="0">Vera</at>&nbsp;hur?</div>\n</div>', "Vera hur?"],
    ["<ul>\n<li>Ett</li>\n<li>Tv&aring;</li>\n</ul>", "- Ett\n- Två"],
    ["upp<strong>handling</strong>", "upphandling"],
    ['<a href="https://example.org" title="a &gt; b">här</a>', "här"],
    ["<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc"],
    ["a &lt; b &amp;lt; c &#228; &#xE5; &apos;x&apos;", "a < b &lt; c ä å 'x'"],
    ["&#55296; &#9999999; &okänd; &Ouml;", "&#55296; &#9999999; &okänd; Ö"],
    ["<img src=x onerror=alert(1)>Hej<script>x</script>", "Hejx"],
    ["a\u200b\u202eb\u0000", "ab"],
    ["<p>Ett</p>\n<p>Två\ntre</p>", "Ett\nTvå tre"],
    ["Ett\n\nTvå", "Ett\n\nTvå"],
    ["", ""],
  ])("when it is %j, then it reads %j", (html, said) => {
    expect(textOfHtml(html)).toBe(said);
  });

  it("when it is any text at all, then it is read, without gaps", () => {
    const parts = fc.constantFrom(
      "<p>",
      "</p>",
      "<",
      ">",
      "<br",
      "&lt;",
      "&#",
      ";",
      "a",
      " ",
      "\n",
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 200 }), (all) => {
        const html = all.join("");
        const said = textOfHtml(html);
        expect(said).toBe(said.trim());
        expect(said).not.toMatch(/ {2}|\n{3}/u);
      }),
    );
  });
});
