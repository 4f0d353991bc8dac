import type { Network, Practice } from "../../../../src/core/content.ts";
import type { Team } from "../../../../src/core/directory.ts";
import type { Announcement } from "../../../../src/features/announcements/announcement.ts";
import {
  audienceChoices,
  audienceInWords,
} from "../../../../src/features/announcements/write/audience-choices.ts";
import { readAudience } from "../../../../src/features/announcements/write/audience-text.ts";

const network = (id: string): Network => ({
  id,
  nameSv: `Nätverket ${id}`,
  nameFi: `Verkosto ${id}`,
  nameEn: `Network ${id}`,
  coordinators: [],
  languages: ["sv", "fi"],
  timeZone: "Europe/Helsinki",
  teams: [],
});
const [alfa, beta] = [network("alfa"), network("beta")];

const practice = (tags: readonly string[], of: Partial<Practice> = {}): Practice => ({
  id: "p",
  language: "sv",
  title: "",
  body: "",
  questions: [],
  tags,
  contacts: [],
  status: "published",
  ...of,
});

const door = { serviceUrl: "https://x.example/", channel: "msteams", botId: "28:k" };
const team: Team = {
  id: "19:team",
  name: "Upphandlarna",
  door,
  channels: [{ id: "19:team" }, { id: "19:lost", name: "Borta" }, { id: "19:bin", name: "Bin" }],
  lostChannels: ["19:lost"],
};

const sources = {
  library: {
    networks: () => [alfa, beta],
    practices: () => [
      practice(["bin", "tak"]),
      practice(["mehiläiset", "katot"], { language: "fi" }),
      practice(["bin, humlor", "bin"], { id: "q" }),
      practice(["vain suomeksi"], { id: "r", language: "fi" }),
    ],
  },
  directory: { teamsOf: (id: string) => (id === "alfa" ? [team] : []) },
};

describe("whom a coordinator can choose", () => {
  it("when the network is known, then all that it has is offered, topics by use", () => {
    const choices = audienceChoices(sources, {
      network: alfa,
      mine: [alfa, beta],
      chosen: "members",
      language: "sv",
    });

    expect(choices).toEqual([
      { title: "Medlemmarna i Nätverket alfa", value: "members" },
      { title: "Medlemmarna i Nätverket beta", value: "network:beta" },
      { title: "Bara medlemmar som läser svenska", value: "language:sv" },
      { title: "Bara medlemmar som läser finska", value: "language:fi" },
      { title: "Forumkanalen", value: "forum" },
      { title: "Meddelandekanalen", value: "announcements" },
      { title: "Kanalen Upphandlarna", value: "channel:19:team" },
      { title: "Kanalen Bin", value: "channel:19:bin" },
      { title: "Bara de som följer bin", value: "topic:bin" },
      { title: "Bara de som följer bin, humlor", value: "topic:bin%2C humlor" },
      { title: "Bara de som följer tak", value: "topic:tak" },
      { title: "Bara de som följer vain suomeksi", value: "topic:vain suomeksi" },
    ]);
    for (const { value } of choices) expect(readAudience(value, "alfa")).toBeDefined();
  });

  it("when the network is yet to be chosen, then nothing of one alone is offered", () => {
    const choices = audienceChoices(sources, {
      mine: [alfa, beta],
      chosen: "members",
      language: "en",
    });

    expect(choices.slice(0, 2)).toEqual([
      { title: "The members of Network alfa", value: "network:alfa" },
      { title: "The members of Network beta", value: "network:beta" },
    ]);
    expect(choices.map(({ value }) => value)).not.toContain("members");
    expect(choices.some(({ value }) => value.startsWith("channel:"))).toBe(false);
  });

  it("when a topic has a tag in the reader's language, then it stands there in that", () => {
    const choices = audienceChoices(sources, {
      network: alfa,
      mine: [alfa],
      chosen: "members,topic:bin",
      language: "fi",
    });

    expect(choices.filter(({ value }) => value.startsWith("topic:"))).toEqual([
      { title: "Vain aihetta seuraavat: mehiläiset", value: "topic:bin" },
      { title: "Vain aihetta seuraavat: bin, humlor", value: "topic:bin%2C humlor" },
      { title: "Vain aihetta seuraavat: katot", value: "topic:tak" },
      {
        title: "Vain aihetta seuraavat: vain suomeksi",
        value: "topic:vain suomeksi",
      },
    ]);
  });

  it("when something is chosen that is no longer offered, then it can still be seen and unchosen", () => {
    const chosen = "network:beta,topic:gammalt,channel:19:gone";

    const choices = audienceChoices(sources, {
      network: alfa,
      mine: [alfa],
      chosen,
      language: "fi",
    });

    expect(choices.slice(-3)).toEqual([
      { title: "Verkoston Verkosto beta jäsenet", value: "network:beta" },
      { title: "Vain aihetta seuraavat: gammalt", value: "topic:gammalt" },
      { title: "Toinen kanava", value: "channel:19:gone" },
    ]);
  });

  it.each([
    ["members", "Medlemmarna i Nätverket alfa"],
    ["language:fi,forum", "Medlemmarna i Nätverket alfa: de som läser finska; Forumkanalen"],
    [
      "members,network:beta,topic:bin,topic:tak",
      "Medlemmarna i Nätverket alfa och Medlemmarna i Nätverket beta: de som följer bin och tak",
    ],
    ["channel:19:bin", "Kanalen Bin"],
    ["", "Ingen"],
  ])("when %j is chosen, then it is said in words", (text, words) => {
    const audience = readAudience(text, "alfa");
    const announcement = { audience, network: "alfa" } as Announcement;

    expect(audienceInWords(sources, announcement, "sv")).toBe(words);
  });
});
