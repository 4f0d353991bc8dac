import { readLanguageName } from "../../../src/features/help/read-language-name.ts";

describe("readLanguageName", () => {
  it.each([
    ["sv", ["sv", "svenska", "Svenska!", "ruotsi", "ruotsiksi", "Swedish", " SWEDISH "]],
    ["fi", ["fi", "finska", "suomi", "suomeksi", "Finnish."]],
    ["en", ["en", "engelska", "englanti", "englanniksi", "English", "“English”"]],
    [undefined, ["", "tyska", "saksa", "German", "norsk", "svenskan", "123", "constructor"]],
  ] as const)("when it is a name of %s, then it is known", (language, names) => {
    for (const name of names) expect([name, readLanguageName(name)]).toEqual([name, language]);
  });
});
