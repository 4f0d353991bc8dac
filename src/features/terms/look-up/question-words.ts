/** The words that questions about terms are made of, in three languages, as people write them. */
const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/u));

/** With one of these somebody asks what something is called: "säger", "sanotaan", "call". */
export const asksForName = words(
  `heter hette heta heer hetter kallas kallar kalla kallade kallat säger säga sägs säjer säjs sejer sa skriver skriva skrivs
   översätt översätta översätter översätts översättas översattes översatte översättning översättningen översättningar
   överstt översättnig motsvarighet motsvarigheten motsvarar motsvaras
   benämns benämna benämning benämningen beteckning beteckningen term termen ord ordet begrepp begreppet uttryck uttrycket
   namn namnet
   sanotaan sanotaankaan sanoa sanon sanot sanoisin sanoisit sanois sanottaisiin sanota sanoo kutsutaan kutsua kutsutaankaan
   käännetään kääntää käännän käännät kääntäisin kääntäisit käännös käännöksen käännöstä kääntyy kääntyisi käännetäänkö käännä
   kirjoitetaan vastine vastinetta vastineen vastineeksi nimi nimeä nimen nimitys nimitystä termi termiä termin sana sanaa
   sanan sanalle sanasta termille käsite käsitteen käsitteelle ilmaus ilmausta
   call called calls calling say said saying translate translated translates translation translations translating render
   rendered equivalent counterpart term word name expression phrase terminology`,
);

/** With one of these somebody asks what a term means. */
export const asksForMeaning = words(
  `betyder betyda betydelse betydelsen betydr menas menar mena avses avser definition definitionen definieras definiera
   förklara förklaring innebär
   tarkoittaa tarkoittaako tarkottaa tarkoitetaan tarkoitus tarkoittais tarkoittaisi merkitsee merkitys merkityksen määritelmä
   määritelmän määritelmää määritellään selitä selitys
   mean means meaning meant define defined definition explain stand stands`,
);

/** A question that begins with one of these and ends with a language asks for a word. */
export const asksWhat = words(
  `vad va vadå hur hu vilken vilket hurdan mikä mikäs mitä mitäs mitähän mikähän miten mites kuinka what what's whats wat how which`,
);

/** What stands around the term and is no part of it. */
export const frame = words(
  `hej hejsan hallå moi moikka hei terve hi hello hey kollega tack kiitos please pls thanks tak snälla ursäkta sorry anteeksi
   å och men ja eller
   är e ä blir vore var skulle ska skall kan kunde man du ni vi jag någon nån nåt något vet veta undrar bör borde brukar
   den det de detta en ett för på till av i om med som nu igen egentligen rätt rätta riktigt riktiga bra bästa bäst månne då
   väl väljer använder använda används heller också ju alltså behöver skulle vilja här där din er
   on oli olla olisi ois onko saa saisi voi voiko voisi voisiko pitäisi pitäiskö kuuluu kuuluisi olen onkaan se tämä tuo ne se nyt taas joku
   jokin joku muistaa tietää tiedätkö osaako osaatko kertoa kerro virallinen virallisesti oikea oikein oikeastaan hyvä
   käytetään käyttää käyttäisi siis sitten entä entäs mahtaa mahtoi tästä
   is are was be been would should could can do does did you we i one anybody anyone someone know the a an of for to into in from
   it this that there please again right correct official officially actually best use used tell me us my your so
   now and or`,
);

/** What is left of a message that goes on from another one, rather than asking for a term. */
export const filler = words(
  `praxis mallar mall svar svaret svaren mer mera fler nästa mötet material info information samma sak
   vastaus vastaukset lisää muuta sama asia tietoa ohje ohjeet
   answer answers more same thing information results`,
);

/** With one of these in it what is left is no term but a sentence. */
export const inSentence = words(
  `har hade finns fanns hittar hitta får fick måste behöver vem vems vilka vilket var vart när varför hur jag ni vi någon
   använt gjort gör borde ska skall översätter översätta som hos
   kuka ketkä kenen missä mistä mihin milloin koska miksi miten pitää pitääkö täytyy onko ovatko löytyykö löytyy saako voiko
   teillä meillä minulla teidän meidän kääntää käännetään joka jotka
   who whom whose where when why how have has had must should can could do does did we you they i there translates which`,
);
