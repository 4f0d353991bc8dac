/** Two networks with a little content, in which it is clear what each question must find. */
import type { Contact, ContentDocument, Network, Practice } from "../../src/core/content.ts";
import { networksPartition, partitionOf } from "../../src/core/content.ts";
import { type Language, languages } from "../../src/core/language.ts";
import type { Documents } from "../../src/core/ports.ts";

const alfaTeam = { id: "19:team-alfa@thread.tacv2" };
const betaTeam = { aadGroupId: "99999999-9999-4999-8999-999999999999" };

const network = (id: string, team: string): Network => ({
  id,
  nameSv: `Nätverket ${id}`,
  nameFi: `Verkosto ${id}`,
  nameEn: `Network ${id}`,
  coordinators: [],
  languages: ["sv", "fi", "en"],
  timeZone: "Europe/Helsinki",
  teams: [team],
});

const networks: readonly Network[] = [
  network("alfa", `${alfaTeam.id}|19:forum@thread.tacv2`),
  network("beta", betaTeam.aadGroupId),
];

const contacts: readonly Contact[] = [
  {
    id: "vera",
    network: "alfa",
    name: "Vera Brandholm",
    consent: "2026-01-10",
    role: "Skogvaktare",
    organisation: "Björkby kommun",
    organisationFi: "Koivulan kunta",
    topics: ["biodling", "mehiläiset", "beekeeping"],
    languages: ["sv", "fi", "en"],
    email: "vera.brandholm@bjorkby.example",
    phone: "+358 9 000 0901",
  },
  {
    id: "greta",
    network: "beta",
    name: "Greta Zetterkvist",
    consent: "2026-01-10",
    topics: ["planetarium"],
    languages: ["sv"],
    email: "greta.zetterkvist@stjarnby.example",
  },
];

type Version = Pick<Practice, "title" | "body" | "questions" | "tags">;
type Versions = Readonly<Partial<Record<Language, Version>>>;

const practice = (
  id: string,
  inNetwork: string,
  versions: Versions,
  more: Partial<Practice> = {},
): readonly Practice[] =>
  languages.flatMap((language): readonly Practice[] => {
    const version = versions[language];
    return version
      ? [
          {
            id,
            language,
            network: inNetwork,
            contacts: [],
            status: "published",
            date: "2025-10-12",
            ...version,
            ...more,
          },
        ]
      : [];
  });

const bees = practice(
  "bikupor",
  "alfa",
  {
    sv: {
      title: "Bikupor på stadshusets tak",
      body: "Kommunen ställde åtta bikupor på stadshusets tak. En förening sköter bina och delar honungen med skolorna. Börja med att fråga räddningsverket om taket.",
      questions: ["Hur sköter ni bikupor på taket?"],
      tags: ["bin"],
    },
    fi: {
      title: "Mehiläispesät kaupungintalon katolla",
      body: "Kunta sijoitti kahdeksan mehiläispesää kaupungintalon katolle. Yhdistys hoitaa mehiläiset ja jakaa hunajan koulujen kanssa. Kysykää ensin pelastuslaitokselta katosta.",
      questions: ["Miten hoidatte mehiläispesiä katolla?"],
      tags: ["mehiläiset"],
    },
    en: {
      title: "Beehives on the roof of the town hall",
      body: "The municipality put eight beehives on the roof of its town hall. An association keeps the bees and shares the honey with schools. Ask the rescue department about the roof first.",
      questions: ["How do you keep beehives on the roof?"],
      tags: ["bees"],
    },
  },
  { contacts: ["vera"], organisation: "Björkby kommun", sourceUrl: "https://bjorkby.example/bin" },
);

/** Five that differ in nothing a question about trams says. */
const trams = ["ett", "tva", "tre", "fyra", "fem"].flatMap((number, at) =>
  practice(`sparvagn-${number}`, "alfa", {
    sv: {
      title: `Upphandling av spårvagnar, fall ${at + 1}`,
      body: "Staden upphandlade spårvagnar tillsammans med grannkommunerna.",
      questions: [],
      tags: ["spårvagnar"],
    },
    fi: {
      title: `Raitiovaunujen hankinta, tapaus ${at + 1}`,
      body: "Kaupunki hankki raitiovaunut yhdessä naapurikuntien kanssa.",
      questions: [],
      tags: ["raitiovaunut"],
    },
    en: {
      title: `Procurement of trams, case ${at + 1}`,
      body: "The city procured trams together with its neighbours.",
      questions: [],
      tags: ["trams"],
    },
  }),
);

const onlySwedish = practice("isvagar", "alfa", {
  sv: {
    title: "Plogning av isvägar i skärgården",
    body: "Skärgårdskommunen plogar isvägar med svävare. Avtalet räknar isens tjocklek.",
    questions: ["Hur plogar ni isvägar i skärgården?"],
    tags: ["vinter"],
  },
});

const betasOwn = practice(
  "planetarium",
  "beta",
  {
    sv: {
      title: "Planetarium i biblioteket",
      body: "Biblioteket lånar ut ett uppblåsbart planetarium till skolorna.",
      questions: ["Hur lånar ni ut ett planetarium?"],
      tags: ["stjärnor"],
    },
  },
  { contacts: ["greta"] },
);

const practices: readonly Practice[] = [...bees, ...trams, ...onlySwedish, ...betasOwn];

/** What to ask in each language, and what it must lead to. */
export const questions: Readonly<
  Record<
    Language,
    Readonly<Record<"answer" | "choices" | "none" | "more" | "people", string>> & {
      /** "in <another language>?" */
      readonly other: readonly [string, Language];
    }
  >
> = {
  sv: {
    answer: "Hur sköter ni bikupor på taket?",
    choices: "Upphandling av spårvagnar?",
    none: "Vad kostar en zeppelinare till månen?",
    more: "fler",
    people: "Vem kan jag ringa om det?",
    other: ["på finska?", "fi"],
  },
  fi: {
    answer: "Miten hoidatte mehiläispesiä katolla?",
    choices: "Raitiovaunujen hankinta?",
    none: "Paljonko zeppeliini kuuhun maksaa?",
    more: "lisää",
    people: "Kenelle voin soittaa siitä?",
    other: ["entä englanniksi?", "en"],
  },
  en: {
    answer: "How do you keep beehives on the roof?",
    choices: "Procurement of trams?",
    none: "What does a zeppelin to the moon cost?",
    more: "more",
    people: "Who can I call about it?",
    other: ["in Swedish?", "sv"],
  },
};

export async function fillStore(documents: Documents): Promise<void> {
  const put = async (partition: string, doc: ContentDocument) => {
    await documents.create("content", partition, doc);
  };
  for (const value of networks) {
    await put(networksPartition, { id: `network:${value.id}`, type: "network", v: 1, value });
  }
  for (const value of contacts) {
    await put(partitionOf(value.network), {
      id: `contact:${value.id}`,
      type: "contact",
      v: 1,
      value,
    });
  }
  for (const value of practices) {
    const id = `practice:${value.id}:${value.language}`;
    await put(partitionOf(value.network), { id, type: "practice", v: 1, value });
  }
}

/** The same, with these people as coordinators of the networks. */
export const fillWithCoordinators =
  (coordinators: Readonly<Record<"alfa" | "beta", readonly string[]>>) =>
  async (documents: Documents): Promise<void> => {
    await fillStore(documents);
    for (const [id, named] of Object.entries(coordinators)) {
      const place = ["content", networksPartition, `network:${id}`] as const;
      const stored = await documents.read<ContentDocument<Network>>(...place);
      if (!stored) throw new Error(`there is no network ${id}`);
      const value = { ...stored.doc.value, coordinators: named };
      await documents.replace("content", networksPartition, { ...stored.doc, value }, stored.etag);
    }
  };
