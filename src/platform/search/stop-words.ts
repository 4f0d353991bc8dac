/**
 * Words that carry no topic: function words, question words and the filler of asking. Written by hand from
 * general knowledge of the languages; spoken forms appear as `spoken-words.ts` leaves them.
 */
import type { Language } from "../../core/language.ts";

const sv = `
  och i att det som en ett på är av för med till den har de inte om han hon men var jag sig från vi så kan man när år
  där eller ut hade hur då nu ska skall skulle här honom vad under varje bara genom sin sina sitt mig mycket din ditt
  dina upp ni dig du oss dem denna detta dessa vem vilken vilket vilka vilkas över också mot min mitt mina än ens ha
  få får fick bli blir blev blivit vara varit varför hos ens ju nog väl efter utan samma mellan några någon något någons
  vår vårt våra er ert era deras hans hennes dess sedan alla allt man dit hit dock antingen både samt in åt finns
  finnas fanns fått göra gör gjort gjorde kommer komma kom kunna kunnat kunde måste bör borde vill ville skulle
  behöver behövs gäller gälla innebär betyder egentligen alltså exempelvis hej tack snälla ungefär lite kanske
  vet veta berätta berättar någonting nån nåt nått annat annan andra även redan ännu ifall huruvida däremot därför varav var vart
  detsamma sådan sådant sådana sånt såna sån ta tar säger säga menas fråga undrar undra skulle gå går
`;

const fi = `
  ja on ei se että oli en et emme ette eivät ole olla ovat olen olet olemme olette olivat ollut olleet olisi
  mutta tai vai joka jotka jonka joita jota jossa josta johon jolla jolle jolta joilla jos kun kuin niin nyt myös
  mikä mitä mitkä minkä missä mistä mihin millä mille miltä miten millainen millaisia millaista miksi milloin kuka
  ketkä keitä ketä kenen kenelle keneltä kenellä kellä kuinka paljonko montako monta onko voiko voi voivat voidaan
  voiko voisi voisiko saako saa saavat saadaan pitää pitääkö täytyy täytyykö tarvitseeko tarvitsee täytyi pitäisi
  tämä tuo nämä nuo ne hän he minä sinä me te minun sinun meidän teidän heidän hänen sen sitä siinä siitä siihen sillä
  sille siltä tätä tässä tästä tähän tällä tälle niiden niitä niissä niistä niihin meillä meille meitä teillä teille
  heillä minulla minulle sinulla sinulle hänellä häntä minua sinua itse itsellä joku joita jokin jotain jotakin jossain
  jostain johonkin joihinkin joilla kellään ketään mitään mikään missään mistään mihinkään eikä ettei ellei sekä
  vain vielä jo kai kyllä ehkä aina ihan taas siis sitten täällä tuolla siellä tänne sinne kanssa mukaan varten
  vaikka koska sekä joko eli esim esimerkiksi asti kautta jälkeen ennen välillä tulee tulisi tuleeko tulla ollaan
  oliko olisiko ettei kohdalla hei moi terve kiitos osaa osaako tietää tietääkö tiedä kertoa kertoo kertokaa
  jollain jollakin löytyykö löytyy löydän haluan haluaisin entä tarkoittaa tarkoitetaan koskee
  muu muut muita muuta muun sama saman asia kannattaako pitäisikö
`;

const en = `
  i me my myself we our ours ourselves you your yours yourself he him his she her hers it its itself they them their
  theirs what which who whom whose this that these those am is are was were be been being have has had having do does
  did doing would should could ought a an the and but if or because as until while of at by for with about against
  between into through during before after above below to from up down in out on off over under again further then
  once here there when where why how all any both each few more most other some such no nor not only own same so than
  too very can will just shall may might must need needs also s t don isnt arent cant dont doesnt im ive id
  hi hello hey please thanks thank tell know anyone anybody someone somebody something anything
  get gets got let us want wants there's whether many much like really actually
`;

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

export const stopWords: Readonly<Record<Language, ReadonlySet<string>>> = {
  sv: setOf(sv),
  fi: setOf(fi),
  en: setOf(en),
};
