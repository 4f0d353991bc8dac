/** What people call the three languages, in each of them, in the forms that questions need, and as they mistype them. */
import { type Language, languages } from "./language.ts";

type InEach = Readonly<Record<Language, string>>;

/** By the language that is named, then by the one in which it is. */
const names: Readonly<Record<Language, InEach>> = {
  sv: {
    sv: `svenska svenskan svenskans svenske svensk svenskt svenskaspråkig svenskspråkig svenskspråkiga svenskspråkigt
      svesnka sveska svenksa svenka svnska finlandssvenska finlandssvenskan rikssvenska sverigesvenska sv`,
    fi: `ruotsi ruotsin ruotsia ruotsiksi ruotsissa ruotsinkielinen ruotsinkielisen ruotsinkielistä ruotsinkieliseksi
      ruotsinkielisenä ruotsinnos ruotsinnoksen ruotsinnettuna ruotsinna ruotsinnetaan ruotsintaa ruotsintaisi ruotsinnat
      routsiksi ruotiksi ruotsikis ruotsiks ruottiks suomenruotsi suomenruotsiksi`,
    en: "swedish swedisch sweedish swidish swedis",
  },
  fi: {
    sv: `finska finskan finskans finsk finskt finske finskspråkig finskspråkiga finskspråkigt finkska finksa fnska`,
    fi: `suomi suomen suomea suomeksi suomessa suomenkielinen suomenkielisen suomenkielistä suomenkieliseksi suomenkielisenä
      suomennos suomennoksen suomennettuna suomenna suomennetaan suomentaa suomentaisi suomennat suomneksi suoemksi sumeksi
      suomeks suomekis fi`,
    en: "finnish finnisch finnsh",
  },
  en: {
    sv: `engelska engelskan engelskans engelsk engelskt engelske engelskspråkig engelskspråkiga engelskspråkigt engleska
      engelksa engeska`,
    fi: `englanti englannin englantia englanniksi englannissa englanninkielinen englanninkielisen englanninkielistä
      englanninkieliseksi englanninkielisenä englanninnos englanninnoksen englanninnetaan englaniksi englannikis englanniks
      englantiksi`,
    en: "english englisch engish englsh enlish",
  },
};

type Name = {
  readonly word: string;
  readonly named: Language;
  /** The language of the word itself. */
  readonly in: Language;
};

const byWord: ReadonlyMap<string, Name> = new Map(
  languages.flatMap((named) =>
    languages.flatMap((one) =>
      names[named][one].split(/\s+/u).map((word) => [word, { word, named, in: one }] as const),
    ),
  ),
);

const nameOf = (word: string): Name | undefined => byWord.get(word.toLowerCase().normalize("NFC"));

/** The language that a single word names; undefined for one we do not write, or a word of another kind. */
export const languageNamed = (word: string): Language | undefined => nameOf(word)?.named;

/** Said alone, these are countries: "entä Suomessa?" */
const countries = new Set("ruotsin ruotsissa suomen suomessa englannin englannissa".split(" "));

/** The language that somebody wants who says no more than this word: "suomeksi?" */
export const languageWanted = (word: string): Language | undefined => {
  const name = nameOf(word);
  return name && !countries.has(name.word) ? name.named : undefined;
};

/** The language in which a single word names one: "på finska" is said in Swedish. */
export const languageOfName = (word: string): Language | undefined => nameOf(word)?.in;
