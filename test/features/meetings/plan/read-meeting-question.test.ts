import { readFileSync } from "node:fs";
import path from "node:path";
import { asksForMeetings } from "../../../../src/features/meetings/plan/read-meeting-question.ts";

const content = path.resolve(import.meta.dirname, "../../../../content/practices.jsonl");

describe("asksForMeetings", () => {
  it.each([
    "när är nästa möte?",
    "När ses vi?",
    "när träffas vi nästa gång",
    "När e nästa nätverksträff?",
    "Vilka möten är på kommande?",
    "nästa möte",
    "finns det några kommande möten i nätverket?",
    "vilken dag är nästa träff?",
    "milloin on seuraava kokous?",
    "Milloin tavataan?",
    "milloin nähdään seuraavan kerran",
    "seuraava kokous",
    "Mitä kokouksia on tulossa?",
    "koska kokoonnumme?",
    "moneltako kokous alkaa?",
    "when do we meet?",
    "When is the next meeting?",
    "next meeting",
    "which meetings are coming up?",
    "What time is the meeting?",
  ])("when somebody asks %j, then they want the list", (text) => {
    expect(asksForMeetings(text)).toBe(true);
  });

  it.each([
    "hur förbereder man ett möte med leverantörer?",
    "När ska man ordna ett möte med leverantörerna?",
    "när behövs ett möte?",
    "Vem kallar till mötet?",
    "möte",
    "nästa",
    "När är upphandlingen klar?",
    "Vad gör vi på mötet?",
    "miten kokous toimittajien kanssa valmistellaan?",
    "milloin markkinavuoropuhelu kannattaa aloittaa?",
    "Mitä kokouksessa päätettiin?",
    "kokous",
    "how do you hold a kick-off meeting?",
    "what do we do in the meeting?",
    "When should suppliers meet the buyer?",
    "when to have meetings with bidders",
    "Who runs the next project?",
    "",
    "?",
  ])("when somebody asks %j, then it is a question for the search", (text) => {
    expect(asksForMeetings(text)).toBe(false);
  });

  it("when the sample content's own questions and titles are asked, then none is taken from the search", () => {
    const practices = readFileSync(content, "utf8")
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { title: string; questions?: readonly string[] });
    const asked = practices.flatMap(({ title, questions = [] }) => [title, ...questions]);

    expect(asked.length).toBeGreaterThan(200);
    expect(asked.filter(asksForMeetings)).toEqual([]);
  });
});
