/**
 * Everyday words for the same thing, so that a question need not use the text's own. By hand, from general
 * knowledge of the languages and of how towns buy, decide and translate; a star stands for any ending.
 */
import type { Language } from "../../core/language.ts";

const sv = `
upphandl* inköp* anskaff* köpa
upphandl* anbudstävling konkurrensutsätt*
anbud* offert*
leverantör* säljare anbudsgivare företag*
entreprenör* byggare byggföretag*
avtal* kontrakt* överenskommelse*
ramavtal* ramöverenskommelse*
kostnad* kosta* pris* avgift*
avgift* taxa* betala*
betala* ersättning* utbetal*
faktur* räkning*
pengar medel anslag finansier*
bidrag* stöd* understöd*
budget* ekonomiplan*
lön* inkomst*
skatt* beskatt*
gräns* tröskel*
tak* maximi* högst* max*
minimi* minst* lägsta
tidsfrist* frist* tidsgräns* deadline
frist* besvärstid* hinner
tid* lång* period* giltig*
datum* dag* tidpunkt*
gälla* giltig* kraft
börja* start* inled* träda
sluta* avslut* upphör* avbryt*
säga uppsäg* häv* avslut*
ändr* förändr* revider* uppdater*
ansök* begär* anhåll*
ansök* blankett* formulär*
anmäl* registrer* rapporter*
tillstånd* lov licens*
förbjud* förbud otillåt*
tillåt* lov lovligt laglig*
lag* lagstift* författning* bestämmels*
regel* regler* bestämmels* föreskrift* anvisning*
riktlinj* anvisning* instruktion* råd rekommendation* guide*
skyld* måste plikt* ansvar*
rätt* rättighet* befogenhet*
krav* villkor* kriteri* förutsättning*
böter vite* straff* påföljd* sanktion*
klag* överklag* besvär* rättelse*
domstol* rätt mål
beslut* avgör* fatta bestäm*
tjänstemannabeslut* tjänsteinnehavarbeslut*
protokoll* mötesanteckning* minnesanteckning*
föredragningslist* dagordning* ärendelist*
möte* sammanträd* träff*
nämnd* utskott* sektion* organ*
fullmäktig* kommunfullmäktig* stadsfullmäktig*
styrelse* kommunstyrelse* stadsstyrelse*
ersättare* suppleant* vikarie*
ordförande* ordf
ledamot* ledamöt* medlem*
kommun* stad* ort*
myndighet* ämbetsverk* förvaltning*
invånare* medborgar* kommuninvånar* boende
tjänsteman* tjänsteinnehavare* handläggare*
chef* ledare* förman* direktör*
anställ* personal* medarbetare* arbetstagare* jobb*
arbete* jobb* arbeta* sysselsätt*
arbetslös* arbetssök* sysselsätt*
uppsäg* sparka* avskeda*
semester* ledig* ledighet*
sjuk* sjukdom* ohälsa* insjukn*
sjuk* symptom* symtom* besvär*
läkare* doktor* vårdcentral* vården
sjukhus* vård* klinik*
läkemedel* medicin* tablett*
vaccin* spruta* dos* vaccinera*
smitt* spridning* sprid* överför* infekt*
corona* covid* virus* coronavirus* pandemi*
test* prov* provtagning*
skydda* skydd* förebygg* undvik*
munskydd* mask* andningsskydd*
karantän* isolering* stanna hemma
immun* antikropp* skydd*
äldre gammal* senior* pensionär*
barn* unga ungdom* minderårig*
förälder* föräldr* vårdnadshavar* mamma pappa
gravid* havande* mödra*
baby* spädbarn* nyfödd*
skola* elev* utbildning* undervisning*
förskol* dagis* daghem* småbarnspedagogik*
student* studera* studie* plugga*
studiemedel* csn studielån* studiebidrag*
pension* ålderspension*
bostad* lägenhet* hem* hyr* hus*
flytta* flytt* adress*
resa* resor* utomlands utland* utrikes
pass* id-kort legitim* identitet*
bil* fordon* fordons*
körkort* köra
cykel* cykla*
buss* kollektivtrafik* tåg*
mat* livsmedel* måltid* råvar*
inhemsk* lokal* närproducer* närmat*
eko* ekologisk*
miljö* hållbar* klimat* grön*
utsläpp* koldioxid* klimatavtryck* kolavtryck*
utsläppsfri* fossilfri* el
avfall* sop* skräp* återvinn*
begagnad* återbruk* återanvänd* second
dator* laptop* bärbar*
telefon* mobil* ring*
e-post* mejl* mail* epost*
webb* sajt* webbplats* hemsida* nät* internet*
logga inlogg* bankid* identifier*
program* app* system* programvara*
data* uppgift* information* statistik*
personuppgift* dataskydd* gdpr integritet*
ai artificiell* maskin*
översätt* tolka* språk*
språk* tvåspråkig* svenska finska
term* ord* ordlista* begrepp*
mall* modell* exempel* blankett*
bilag* bifog*
skicka* sänd* lämna* inlämn*
publicer* offentliggör* kungör* annons*
offentlig* allmän*
hemlig* sekretess* konfidentiell*
marknadsdialog* leverantörsdialog* marknadsundersök* tekniska
direktupphandl* direktköp* småupphandl*
städ* rengör* lokalvård*
bygg* entreprenad* anlägg*
reparer* underhåll* laga
fel* brist* defekt*
skada* olycka* olycksfall*
försäkr* försäkring*
död* avlid* dödsfall*
arv* arvinge* testament* dödsbo*
gift* äktenskap* make maka
skilsmässa* skilja äktenskapsskillnad*
funktionsnedsätt* funktionshind* handikapp*
hjälp* stöd* bistånd* assist*
farlig* risk* riskabel* fara*
allvarlig* svår* farlig*
kontroller* övervak* tillsyn* gransk* inspekt*
uppfölj* mät* utvärder*
fusk* brott* olaglig* bedrägeri*
svart grå skuggekonomi*
hund* katt* husdjur* djur*
affär* butik* handel*
varor* vara produkt*
företagare* egenföretagare* näringsidkare*
snabb* fort skyndsam*
dela* fördel*
samarbet* tillsammans gemensam* samverk*
delta* medverk* närvar*
rösta* val* röst*
orsak* anledning* varför beror
skillnad* skilja jämför*
firma* företag* bolag* leverantör* entreprenör*
folk invånar* medborgar* människor
jobb* syssel* arbete anställning*
arbetslös* långtidsarbetslös* svårsysselsatt* sysselsättningsvillkor*
kräv* villkor* krav förutsätt* tvinga*
tvinga* kräva obligator* skyldig*
beställ* upphandl* anskaff* köpa
upphandlare* inköpare* beställar* upphandlingsenhet*
småföretag* små lokala sme
lott* delar del uppdel* dela
poäng* jämför* utvärder* viktning* poängsätt*
billig* lägsta pris* förmånlig*
kvalitet* bra nivå
pilot* försök* experiment* prova* test*
innovat* ny nytänk* utveckl*
erfarenhet* lärdom* resultat*
mät* mätare* indikator* uppfölj*
spar* besparing* inbespar* billigare
tid* tidtabell* tidsplan* kalender*
planera* plan program*
strategi* program* mål*
skol* elev* undervisning* lärar*
dagis* småbarn* daghem* förskol*
äldre* åldring* seniorer* äldreomsorg*
sjukhus* välfärdsområde* hälsovård* vård*
handskar vårdmaterial förbruknings*
möbler inredning* inventarier
kläder textil* arbetskläder
kaffe choklad banan* rättvis* fairtrade
barnarbete* människorätt* mänskliga tvångsarbete*
granskning* revision* audit* auditering*
väg* asfalt* gata gator
hus byggnad* fastighet* lokal*
grävmaskin* arbetsmaskin* maskin*
lastbil* fordon* transport*
elbil* laddning* eldriv*
sol* energi* värme* fjärrvärme*
cirkulär* återbruk* kretslopp* återvinn*
koldioxid* klimat* utsläpp*
natur* biodiversitet* mångfald*
lunch* mat* måltid* skolmat* matsvinn*
matsvinn* svinn* rester
it data* ict dator* digital*
licens* program* molntjänst* moln
faktura* fakturadata* köpdata* inköpsdata*
öppen öppna offentlig* publicer*
avvik* reklamation* klag* brist*
avtalsvite* vite* påföljd*
moms mervärdesskatt*
ryss* sanktion* krig*
svartarbete* grå beställaransvar*
jäv* opartisk* intressekonflikt*
korruption* mut* oegentlig*
utesluta uteslut* avvis*
underleverantör* underentreprenör*
samköp* gemensam* inköpscentral* hansel sarastia
inköpscentral* hansel kommentera
kurs* utbildning* webbinarium* skolning*
nätverk* grupp* kolleger*
råd stöd hjälp* handledning* rådgivning*
översättare* språkvårdare* translator*
översättningsminne* minne cat verktyg*
maskinöversätt* ai-översätt* översättningsprogram* efterredigering*
korrektur* språkgransk* granska* läsa
namn* benämning* titel* heter
titel* yrkesbeteckning* tjänstebeteckning*
förkort* akronym*
bilaga* dokument* handling* papper*
brev* meddelande* skrivelse* delgiv*
klarspråk* lättläst* begriplig* enkel*
tidsbrist* bråttom brådska* skyndsam*
`;

const fi = `
hankin* hankki* ostaa osto* ostot ostaminen
kilpailut* tarjouskilpailu*
tarjou* offert*
toimittaj* tarjoaj* yritys* yrityk* myyjä*
urakoits* rakentaj* rakennusyrity*
sopimu* sopia sovittu
puitejärjestel* puitesopimu*
hinta hinnat hinnan hintaa kustannu* maksaa
maksu* taksa* tariffi* maksaa
lasku laskut laskun laskuja laskutus*
raha rahat rahaa rahoitu* määräraha*
avustu* tuki tuen tukea tuet
talousarvio* budjet*
palkka palkan palkkaa palkkio*
vero verot veroa verotu*
euroraja* kynnysarvo*
enintään korkeintaan enimmäis* maksim*
vähintään vähimmäis* minim*
määräaik* määräaja* takaraja* deadline
kesto kestää kauan voimassa
päivämäär* ajankohta ajankohdan
alkaa aloitta* käynnist*
loppuu päättyy lopet* lakkaut* päättym*
irtisano* purkaa purkami*
muuttaa muutos muutoks* tarkistaa tarkistami* päivit*
hakemu* anomu* pyyntö pyynnön
lomake lomakk* kaavake*
ilmoitus ilmoituks* rekisteröi* raportoi*
lupa luvan luvat lupaa sallittu*
kielletty kielto kiellon
säädös säädök* säännös säännök* määräys määräyk*
ohje ohjeet ohjeen opas oppaan neuvo* suositu*
velvolli* pakko pakollis*
vaatimu* edellyty*
kriteeri* peruste perusteet
sakko sakot uhkasakko* rangaistu* seuraamu*
valitus valituks* valittaa muutoksenhak*
oikaisuvaatimu* oikaisu*
tuomioistui* käräj* hallinto-oikeu*
viranhaltijapäätö* virkamiespäätö*
pöytäkirj* muistio*
esityslista* asialista*
kokous kokouk* tapaami* istunto istunno*
lautakun* jaosto* toimieli*
valtuutet* luottamushenkilö* poliitik* päättäj*
varajäsen* varahenkilö* sijainen sijaise*
kunta kunnan kunnat kunnassa kaupunki* kaupungi*
viranomai* virasto*
asukas asukka* kuntalai* kansalai*
viranhaltij* virkamie* virkamies
työntekij* henkilöst* henkilökun*
johtaja* esimies esimieh* päällikkö* päällikö* pomo*
irtisanomi* potkut erottami*
loma lomaa loman vapaa
esteelli* jäävi* puolueet*
salassa salai* luottamuksel*
julkinen julkis* avoin avoim*
julkais* tiedott* kuulut*
asiakirj* dokument* paperit papereita
tilintarkast* tarkastaj*
alijäämä* alijäämi* tappio*
ylijäämä* voitto voittoa
laina lainaa lainan velka velkaa
tytäryhti* tytäryhteis*
yhteistyö* yhteistoimin* yhdessä
aloite aloitt* ehdotus ehdotuk* ehdott*
äänest* vaali vaalit vaalei*
kansanäänest* kuntalaisäänest*
nuori nuoris* nuorten
vanhus* vanhuk* ikäänty* ikäihmi* seniori*
vammai* esteettömy*
osallistu* osallisuu* vaikuttaminen
sidosyksik* inhouse
suorahankin* suorahanki*
pienhankin* pienhanki*
markkinavuoropuhelu* markkinakartoitu*
poissulk* hylätä hylkää* hylkäämi*
alihankk* aliurakoi*
seuranta seurannan valvonta valvonnan valvoa
mittari* mittaami* arvioin*
laatu laadun laatua
halpa halvin edullis*
vertailu* pisteyt*
tietokone* läppär*
puhelin puhelime* kännyk*
sähköpost* meili* email*
netti netissä verkossa internet* verkkosivu*
ohjelmisto* järjestelmä* sovellus* softa*
tietosuoj* henkilötie* gdpr
tekoäly* konekäännö*
kääntä* käännö* kielenkään* suomennos*
termi* sanasto* käsite
malli mallin mallia esimerk* pohja
liite liitteet liitt*
lähettä* toimittaa jättää
ruoka ruokaa ruuan ruoan elintarvik* ateri*
kotimai* lähiruo*
luomu* ekologi*
ympäristö* kestäv* vihreä* ilmasto*
päästö* hiilijalanjäl* hiilidioksid*
jäte jätteet jätte* roska* kierräty*
käytetty käytety* uusiokäy* uudelleenkäy*
siivou* puhtaanapi*
rakentami* rakennustyö* urakka urakan urakoi*
korjaus korjata kunnossapi* huolto huollon
virhe virheet virhee* vika viat
vahinko vahingon vahingonkorvau* korvaus
sairaus sairau* tauti taudi*
lääkär* terveyskesku*
rokotu* rokott* rokote
tartun* tartut* infekt*
koulu koulun koulut opetu* oppila*
päiväkot* varhaiskasva* päivähoi*
lapsi lapset lapsen alaikäi*
asunto asunno* vuokra*
auto auton autot ajoneuvo*
bussi* joukkoliiken*
työttö* työnhak* työllis*
apu apua avun auttaa
vaara vaaran riski* uhka uhan
ero eroa erot vertailu
nopea* pikainen kiireelli*
firma* yritys* yrityk* toimittaj* urakoits*
ihmis* asukas asukka* kuntalai* kansalai*
työpaikka* työpaika* työllis* työsuhde* 
pitkäaikaistyöt* työtön työttöm* työllistämiseh*
vaatia vaatim* ehto ehdot ehdon edellyt* velvoit*
velvoit* pakot* vaatia velvollis*
tilata tilaaja* ostaja* hankkija* hankintayksik*
pienyrity* pk-yrity* paikallis*
pisteyt* laatupiste* vertailuperuste*
pilotti* kokeil* kokeilu*
innovaati* uudistus* kehittämi*
kokemu* oppi opit tulos tulokset
mittari* seurant* indikaattori*
säästö* säästä* edulli* halve*
aikataulu* kalenteri* vuosikello*
suunnitelma* ohjelma strategia*
päiväkot* päiväkod* varhaiskasvatu*
vanhu* ikäihmi* hoiva* vanhuspalvelu*
sairaala* hyvinvointialue* terveydenhuol*
käsinee* hanska* hoitotarvik*
kaluste* huonekalu* irtaimist*
vaate vaatteet työvaat* tekstiili*
lapsityö* ihmisoikeu* pakkotyö*
auditoi* tarkastus tarkastuk* katselmu*
asfaltti* päällyst* katu kadut tie tiet
talo talon rakennus rakennuk* kiinteistö* kerrostalo*
työkone* kaivinkone* 
kuorma-auto* kuljetus kuljetuk* ajoneuvo*
sähköauto* lataus* 
energia* lämpö lämmön kaukoläm*
kiertotalous* kiertotalou* kierrät* uudelleenkäyt*
luonto luonnon monimuotoisuu*
ruokahävik* hävik* tähteet
ateria* lounas* kouluruo* ruokapalvel*
ict tietotekniik* tietojärjestelm* digi*
lisenssi* pilvipalvel* ohjelmisto*
ostolasku* laskudata* hankintadata*
reklamaati* poikkeama* virhe valitus
sopimussakko* sakko viivästyssakko*
alv arvonlisävero*
venäjä* venäläi* pakotte* pakote sanktio*
tilaajavastuu* harmaa pimeä
lahjon* korruptio* väärinkäytö*
yhteishankin* yhteishankintayksik* hansel
koulutus koulutuk* kurssi* webinaari* valmennus*
verkosto* ryhmä kollega*
neuvonta neuvonna* tuki apu ohjaus
kääntäj* kielenhuoltaj* tulkki
käännösmuist* käännöstyökalu*
konekäänt* konekäännö* tekoälykäänt* jälkiedit*
oikoluku* oikolue* kielentarkast* kielenhuolto*
nimike* nimikkee* titteli* ammattinimik*
lyhen* akronyymi*
kirje kirjeen viesti* tiedoksianto*
selkokiel* selkeä* ymmärret* yleiskiel*
`;

const en = `
procure* purchas* buy* acqui*
tender* bid* offer*
supplier* vendor* contractor* provider* compan*
contract* agreement*
cost* price* fee* charge* expens*
pay* payment* reimburse*
money fund* financ* grant*
salary wage* pay income
tax* taxation
limit* threshold* cap ceiling
maximum most upper
minimum least lower
deadline* due time-limit
long duration period length
start* begin* commence*
stop* end* terminat* ceas* quit
change* amend* modif* alter* adjust* updat*
apply application* request*
form* template* document*
report* notif* inform* announc*
permit* licen* permission* authoriz* authoris*
ban* prohibit* forbid* illegal*
allow* permit* legal* lawful*
law* act legislation regulation* rule* statut*
guide* guidance instruction* advice recommend* guideline*
must obligat* requir* mandatory compulsor*
right* entitle*
condition* criteri* requirement* prerequisite*
fine* penalt* sanction* punish*
appeal* complain* review object*
court* tribunal* judge*
decision* decid* ruling*
minutes record* protocol*
agenda list
meeting* session* gather*
council* board* committee*
municipal* city cities town* local
authority authorit* agenc* government*
resident* citizen* inhabitant*
official* officer* civil
employ* staff worker* personnel
job* work* employ*
ill* sick* disease* illness* unwell
symptom* sign* feel*
doctor* physician* healthcare clinician*
hospital* clinic* medical
medicine* drug* medication* treat* therap* cure*
vaccin* shot* jab* immuni*
spread* transmit* transmission* contagio* infect* pass catch
corona* covid* coronavirus virus*
test* diagnos* sample* swab*
protect* prevent* avoid* guard* safe*
mask* respirator* facemask* ppe
quarantine* isolat* lockdown
wash* clean* disinfect* saniti* hygien*
disinfect* bleach* steriliz*
surface* object* 
distanc* apart away
crowd* gathering* event*
risk* danger* hazard* threat* vulnerab*
severe serious* critical*
elder* old older senior* aged
child* kid* infant* baby babies minor*
pregnan* maternity mother*
breastfeed* breastmilk nurs*
parent* mother* father* caregiver*
school* student* educat* teach* universit*
pet* animal* dog* cat*
food* eat* meal* grocer* restaurant*
ship* mail* package* parcel* deliver* post
travel* trip* flight* fly abroad journey*
airport* airplane* aircraft plane*
country countries nation* abroad
home* house* household*
family famil* relative*
die* death* dead fatal* mortal* decease*
funeral* buri* corpse*
recover* heal* better cured
weather* temperature* warm* hot heat season* summer
fever* temperature
cough* sneez* droplet*
breath* respirat* lung*
blame stigma* discriminat* prejudic*
worr* anxi* fear* stress* afraid scared cope
phone* call* contact*
email* e-mail* mail*
website* site* internet online web
app application* software program*
data information statistic*
privacy personal gdpr
ai artificial machine
translat* interpret* language*
term* word* glossar* 
origin* source* come* began
name* call* term*
number* many count* amount
new novel recent
happen* occur* take
prepare* ready plan* stock*
dispose* waste* trash* garbage
water* tap drinking
smok* tobacco cigarette* vap*
supplement* vitamin* herb* remed*
health* wellbeing welfare
disab* impair* accessib*
public government* state
sustainab* environment* climate green ecolog*
emission* carbon
used second-hand recycled refurbished
laptop* computer* device*
help* support* assist* aid
different differ* difference* compar*
reason* why cause* because
same similar identical
firm* compan* supplier* business* contractor*
people resident* citizen* inhabitant* folks
job* employ* work unemploy* jobless
oblige* force* require* mandatory clause*
clause* condition* requirement* term
order* buy* procure* purchas*
buyer* procurer* purchaser*
small local sme smes
score* points award evaluat* weight*
cheap* lowest price* affordable
pilot* trial* experiment* tested
innovat* novel develop*
lesson* experience* result* outcome*
metric* indicator* measur* monitor*
sav* cheaper econom*
schedule* calendar* timetable* timeline*
strateg* programme* target* goal*
nursery daycare kindergarten* childcare
glove* medical supplies consumable*
furniture furnishing* 
cloth* textile* garment* workwear
child labour human ethical
audit* inspection* verif*
road* asphalt* street* paving
building* house* property premises
machine* machinery excavator*
truck* vehicle* transport* lorr*
electric* charging battery
circular* reuse* recycl* second-hand
nature biodivers*
waste* leftover* surplus
digital* ict software computer*
invoice* spend* spending
open publish* transparen*
russia* sanction* 
corrupt* brib* fraud*
joint* central pooled hansel
training* course* webinar* workshop*
network* group colleague*
proofread* edit* revis*
title* designation* name
abbreviat* acronym*
plain clear simple readab*
urgent* rush quick* soon
`;

/** One way to write a word: whole, or its beginning with any ending. */
export type WordForm = { readonly letters: string; readonly anyEnding: boolean };
export type SynonymGroup = readonly WordForm[];

const groupsOf = (lines: string): readonly SynonymGroup[] =>
  lines
    .trim()
    .split("\n")
    .map((line) =>
      line
        .trim()
        .split(/\s+/)
        .map((word) => ({ letters: word.replace("*", ""), anyEnding: word.endsWith("*") })),
    );

export const synonymGroups: Readonly<Record<Language, readonly SynonymGroup[]>> = {
  sv: groupsOf(sv),
  fi: groupsOf(fi),
  en: groupsOf(en),
};
