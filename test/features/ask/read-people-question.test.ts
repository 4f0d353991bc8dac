import { readPeopleQuestion, type Wanted } from "../../../src/features/ask/read-people-question.ts";

const cases: readonly (readonly [Wanted, readonly string[]])[] = [
  [
    "people",
    [
      "Vem kan jag fråga om sociala kriterier i Esbo?",
      "vem vet något om elbussar",
      "finns det någon som jobbar med livsmedel?",
      "känner du nån som upphandlat glasögon?",
      "kontaktperson för avtalshantering",
      "telefonnumret till Åbo stad",
      "kuka osaa kertoa sopimushallinnasta, meillä ei seuraa kukaan",
      "Kuka hoitaa innovatiivisia hankintoja Tampereella?",
      "keneltä voin kysyä kiertotaloudesta",
      "kenen kanssa kannattaa puhua uusiolaitteista?",
      "Espoon yhteyshenkilö",
      "who do I contact about KEINO academy",
      "Who can I ask about social criteria in Espoo?",
      "who knows about zero-emission sites",
      "contact details for Tampere",
    ],
  ],
  [
    "both",
    [
      "vem i nätverket kan ngt om grå ekonomi, behöver mall",
      "Hur har andra gjort med elbussar, och vem kan jag ringa?",
      "Miten muut ovat kilpailuttaneet ruoan ja keneltä voi kysyä lisää?",
      "How have others tendered food? Who can I call?",
    ],
  ],
  [
    "perhaps-people",
    ["vem får söka ändring?", "kuka päättää pienhankinnasta?", "who signs the contract?"],
  ],
  [
    "practices",
    [
      "hej! nån som haft sysselsättningsvillkor i städupphandling??",
      "vad är nya eu-tröskeln för oss kommuner 2026",
      "måste vi översätta föredragningslistan eller räcker protokollet",
      "får man kräva inhemska råvaror",
      "moi, onko kellään kokemuksia käytetyistä läppäreistä kouluille",
      "paljonko hanselin kautta ostetaan vuodessa",
      "miten sib meni vantaalla, kannattaako",
      "pakotetarkistus, pitääkö tehdä ite jos hansel",
      "hi, any example of ethical audit requirements for gloves?",
      "is there a list of cities in the zero emission site deal",
      "which municipalities published invoice data",
      "can a resident appeal a tender decision",
      "kontaktlinser för elever",
      "",
    ],
  ],
];

describe.each(cases)("a question for %s", (wanted, texts) => {
  it.each(texts.map((text) => [text]))("when it is %j, then that is what is wanted", (text) => {
    expect(readPeopleQuestion(text)).toBe(wanted);
  });

  it("when it is written in capitals, then that changes nothing", () => {
    for (const text of texts) expect(readPeopleQuestion(text.toUpperCase())).toBe(wanted);
  });
});
