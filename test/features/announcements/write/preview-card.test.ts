import { languages } from "../../../../src/core/language.ts";
import type { Coverage } from "../../../../src/features/announcements/announcements-deps.ts";
import { previewCard } from "../../../../src/features/announcements/write/preview-card.ts";
import { textsIn } from "../../../../src/texts/texts.ts";
import { network } from "../../networks/make-world.ts";
import { anAnnouncement } from "../send/an-announcement.ts";

const nobody: Coverage = {
  members: 0,
  inChat: 0,
  byMention: 0,
  unreached: 0,
  blocked: 0,
  spared: 0,
  paused: 0,
  topic: 0,
  byLanguage: { sv: 0, fi: 0, en: 0 },
  isWhole: true,
  unreadTeams: [],
  channels: 0,
};
const twelve = { ...nobody, members: 12, inChat: 12 };

const shown = (coverage: Coverage, language: (typeof languages)[number]) => {
  const { view } = previewCard({
    announcement: anAnnouncement(),
    network: network("alfa"),
    coverage,
    to: "",
    approvalLimit: 500,
    isAlone: false,
    notices: [],
    language,
    now: new Date("2026-03-02T10:00:00.000Z"),
  });
  const { facts } = textsIn(language).announcements.writing;
  const values = view["facts"] as readonly { readonly label: string; readonly value: string }[];
  const factOf = (label: string) => values.find((fact) => fact.label === label)?.value;
  const [first] = view["buttons"] as readonly { readonly title: string }[];
  return {
    reached: factOf(facts.reached),
    approval: factOf(facts.approval),
    faults: view["faults"],
    button: first?.title,
  };
};

describe("the look before sending", () => {
  it("when all were counted, then it says that nobody is missed", () => {
    expect(shown(twelve, "en")).toEqual({
      reached: "12 of 12 can be reached in chat; nobody is missed.",
      approval: "Not needed",
      faults: [],
      button: "Send",
    });
  });

  it.each([
    [
      "sv",
      "12 av 12 nås i chatten. Medlemmarna i Nord kunde inte läsas från Teams just nu och är inte medräknade. Medlemmarna i Syd kunde inte läsas från Teams just nu och är inte medräknade.",
    ],
    [
      "fi",
      "12/12 tavoitetaan keskustelussa. Tiimin Nord jäseniä ei nyt saatu luettua Teamsista, eikä heitä ole laskettu mukaan. Tiimin Syd jäseniä ei nyt saatu luettua Teamsista, eikä heitä ole laskettu mukaan.",
    ],
    [
      "en",
      "12 of 12 can be reached in chat. The members of Nord could not be read from Teams now and are not counted. The members of Syd could not be read from Teams now and are not counted.",
    ],
  ] as const)("when two teams could not be read, then it names them in %s", (language, reached) => {
    const said = shown({ ...twelve, unreadTeams: ["Nord", "Syd"] }, language);

    const texts = textsIn(language).announcements.writing;
    expect(said).toEqual({
      reached,
      approval: texts.approvalUncounted,
      faults: [],
      button: texts.askApproval,
    });
  });

  it.each(languages)(
    "when its only team could not be read, then nobody is not said, in %s",
    (language) => {
      const said = shown({ ...nobody, unreadTeams: ["Nord"] }, language);

      const texts = textsIn(language).announcements.writing;
      expect(said).toMatchObject({
        reached: texts.unreadTeam("Nord"),
        faults: [],
        button: texts.askApproval,
      });
    },
  );

  it("when not all were counted in time, then nobody is promised anything", () => {
    const said = shown({ ...twelve, isWhole: false }, "en");

    expect(said.reached).toBe(
      "12 of 12 can be reached in chat. There are so many members that not all could be counted in time.",
    );
    expect(said.approval).toContain("Needed");
    expect(shown({ ...nobody, isWhole: false }, "en").faults).toEqual([]);
  });

  it("when it is for nobody, then it cannot be sent", () => {
    const said = shown(nobody, "en");

    expect(said.faults).toEqual(["Nobody would be reached. Choose more members or a channel."]);
    expect(said.reached).toBe("No member belongs to the audience.");
    expect(said.button).not.toBe("Send");
  });
});
