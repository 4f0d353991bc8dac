/**
 * "När är nästa möte?", "milloin tavataan?", "when do we meet?": asks for the list of meetings. Every word of the
 * question must be one of those such a question is made of, so that a question about how meetings are held, or with
 * whom, stays one for the search.
 */

type Vocabulary = {
  /** At least one of these: it asks for a time or for what is next. */
  readonly asks: ReadonlySet<string>;
  /** And one of these: the network's own meetings. */
  readonly meets: ReadonlySet<string>;
  /** What may stand besides. */
  readonly filler: ReadonlySet<string>;
};

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/u));

const vocabularies: readonly Vocabulary[] = [
  {
    asks: words("när nästa kommande hurdags vilken vilka finns näst följande härnäst"),
    meets: words(
      "möte mötet möten mötena träff träffen träffar träffas träffarna ses nätverksmöte nätverksmötet nätverksmöten nätverksträff nätverksträffen nätverksträffar sammanträde sammanträdet sammankomst sammankomsten",
    ),
    filler: words(
      "är e äger rum hållas har blir hålls ska skall vi är det den där nu då igen dag datum tid klockan kl vårt vår våra med nätverket nätverkets i gruppen gruppens alla planerade på kommande gång gången snälla kollega hej och vilket veckan månaden inplanerade några något",
    ),
  },
  {
    asks: words(
      "milloin koska seuraava seuraavan seuraavaksi seuraavat tuleva tulevat moneltako tulossa suunnitteilla",
    ),
    meets: words(
      "kokous kokouksen kokoukset kokousta kokouksia kokoukseen tapaaminen tapaamisen tapaamiset tapaamista tapaamisia tavataan tapaamme nähdään näemme kokoonnutaan kokoonnumme verkostokokous verkostokokouksen verkostotapaaminen verkostotapaamisen verkostotapaamiset",
    ),
    filler: words(
      "on ovat meidän me taas verkoston verkostossa ryhmän se pidetään järjestetään alkaa ensi kerran nyt sitten kollega hei päivä kello mitkä mitä onko mikä minä päivänä meillä jokin joku",
    ),
  },
  {
    asks: words("when next upcoming which any date day time"),
    meets: words("meeting meetings meet meets gathering gatherings"),
    filler: words(
      "is are our the do does we it will be again what on in network networks network's for us kollega hello hi please held planned there coming up take place going to then",
    ),
  },
];

/** With every word accounted for a longer question of this kind is hardly written. */
const mostWords = 10;

export function asksForMeetings(text: string): boolean {
  const said = text
    .toLowerCase()
    .normalize("NFC")
    .match(/[\p{L}\d]+(?:['’]\p{L}+)?/gu);
  if (!said || said.length < 2 || said.length > mostWords) return false;
  return vocabularies.some(
    ({ asks, meets, filler }) =>
      said.some((word) => asks.has(word)) &&
      said.some((word) => meets.has(word)) &&
      said.every((word) => asks.has(word) || meets.has(word) || filler.has(word)),
  );
}
