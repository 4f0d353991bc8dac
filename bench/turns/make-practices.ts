import { createRandom } from "./random.ts";
import { type PracticeRow, samplePractices } from "./sample-practices.ts";

const places = [
  ["Esbo", "Espoo"],
  ["Åbo", "Turku"],
  ["Tammerfors", "Tampere"],
  ["Vasa", "Vaasa"],
  ["Borgå", "Porvoo"],
  ["Uleåborg", "Oulu"],
  ["Lahtis", "Lahti"],
  ["Raseborg", "Raasepori"],
  ["Kyrkslätt", "Kirkkonummi"],
  ["Jakobstad", "Pietarsaari"],
  ["Björneborg", "Pori"],
  ["Karleby", "Kokkola"],
  ["Grankulla", "Kauniainen"],
  ["Pargas", "Parainen"],
  ["Närpes", "Närpiö"],
] as const;

/**
 * `count` practices in Swedish and Finnish, each made of paragraphs and questions of several samples, so that words are
 * spread as in the samples and many practices resemble each other, which is what makes searching work hard.
 */
export function makePractices(count: number, seed = 11): readonly PracticeRow[] {
  const { pick } = createRandom(seed);
  const samples = samplePractices();
  const pairs = samples
    .filter(({ language }) => language === "sv")
    .flatMap((sv) => {
      const fi = samples.find((one) => one.id === sv.id && one.language === "fi");
      return fi ? [{ sv, fi }] : [];
    });

  return Array.from({ length: count }, (_, number) => {
    const main = pick(pairs);
    const [second, third] = [pick(pairs), pick(pairs)];
    const [svPlace, fiPlace] = pick(places);
    const version = (language: "sv" | "fi", place: string): PracticeRow => ({
      ...main[language],
      id: `made-${number}`,
      title: `${place}: ${main[language].title} (${number})`,
      body: [
        paragraph(main[language], 0),
        paragraph(second[language], 1),
        paragraph(third[language], 2),
        paragraph(main[language], 1),
      ].join("\n\n"),
      questions: [
        ...main[language].questions.slice(0, 2),
        ...second[language].questions.slice(2, 4),
      ],
      tags: [...new Set([...main[language].tags.slice(0, 2), ...third[language].tags.slice(0, 1)])],
      organisation: place,
    });
    return [version("sv", svPlace), version("fi", fiPlace)];
  }).flat();
}

function paragraph({ body }: PracticeRow, wanted: number): string {
  const all = body.split("\n\n");
  return all[wanted % all.length] ?? body;
}
