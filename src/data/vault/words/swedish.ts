/**
 * 2,048 Swedish words for passphrases and recovery kits: a to z, four to eight letters, everyday,
 * and no two of one length that differ by a single letter. The order means nothing; how they were
 * chosen: docs/decisions/words.md.
 */
export const swedishWords: readonly string[] = `
abakus abborre abbot ackord adapter adress advent advokat affisch afton agat agent akademi akleja akrobat akustik
akvarell akvedukt alarm albino album alfabet algebra alkemist alkov alpacka altan amason ambulans ametist amiral
ampere amulett anakonda ananas anblick anekdot anemon anka ankare ankdamm ankel ankomst annons anorak ansikte
ansjovis antenn antik antilop apelsin apotek aprikos april arabesk arbete arena argon aria arkad arkeolog arkitekt
arkiv armada armband armring arom artist asfalt assiett aster asterisk astronom atlas atlet augusti automat avenbok
aveny avfall avokado avresa avsked avtal axel babian baby backe bacon badboll badhus badkar badort badplats badrock
bagare bageri bagge bakelse bakficka bakgata bakgrund bakhjul baklucka bakruta baksida bakverk balans baldakin
balett balkong balsam bambu bana banan bandage bandy banjo bankbok banker bankett banvall barack barista barkass
barn barnbarn barnbok barndom barnvagn barrikad baryton basalt baseball basilika basket bastion bastu basun batteri
bazar bebis bedrift begonia beige belgien belopp bensin berberis berg bergstig bergtopp berlin berlock beslag
bestick betong betsel betyg bibel biff bikupa bilaga bild biljard biljett bilruta bindel bingo biodling biograf
biologi biskop bison bistro bivack blad blazer bleck blink blixt blomfat blomma blomning blomster blus blyerts bock
boende bofink bohag bokblad bokhylla bokrygg bokskog bokstav boll bolster bomma bomull bonde bonus borr borst borste
bostad botanik botten bowling boxare boxning brandbil brandgul brasa bredd brett brev brevduva bricka bridge bris
brits broccoli broder broms brosch brosk brudpar brun brunn brygga bryggare bryggeri brynja bubbla buckla budget
budord budskap buffel bukett bukt bulgur buljong bulle bulletin bungalow bunke burk buss butelj butik butler bygata
bygel byggnad bylte byxor camping carport ceder cell cello cellofan cembalo cement ceremoni cerise charm chef chili
chips choklad chutney cirkel cirkus citadell citat citron cittra clown cockpit collage couscous cowboy crawl curling
curry cykel cykla cyklist cyklon cylinder cymbal cypress dadel dagblad dagbok dagg daggmask dagsljus dahlia dalarna
damask damm danmark dans dansa dansare dart dataspel dator december deckare dekal delfin denim detektiv diadem
diagram dialekt dialog diamant diameter diesel dikt dill dimma diplom diplomat dirigent disk diskett diskho diskotek
diskus djungel djurpark docka doft doktor domherre domino domkyrka dotter dovhjort drag dragon dragspel drake
draperi dress drivhus drivved droppe droska drott druva dryck duett dukat dunge dunk dusch duschrum dust duva dygn
dykare dykning dynamo egypten ekblad ekdunge ekipage ekollon ekolod ekologi ekonomi ekorre ekplanka ekvator elcykel
eldfluga eldstad elefant elegans elektron element elgitarr ellips elljus elmotor elorgel elspis elverk elvisp emalj
emblem endiv energi engelska england ensemble epos eremit espresso estland etikett etyd fabrik fackla fader fagott
fakta falafel falk familj fantasi farao farbror farfar farkost farmor fartyg fasad faster februari fest festival
fiber ficka figur fikon fikus filial filosofi filt finger finland fiol fiskare fiskdamm fiskeri fjord fjun flagg
flagga flamingo flanell flaska fleece flicka flinta flisa flit flock flod florist fluga flundra fluor flyg flygare
flygbild flygel flygning flygplan flygpost flykt fogsvans foliant folie folkpark folksaga folkvisa fontan fordon
forell fosfor fossil fotbad fotboll fotfolk fotnot foto fotogen fotograf fotpall fotsteg frack fralla framhjul
framsida fredag fregatt fresk friherre frisyr fritid frost frukost frukt fruktfat frys frysbox fura furste fusion
fynd fyrfat fyrkant fyrtio fyrtorn fysik galax galge galjon galler galleri galopp galosch galt garage gard garderob
gardin garnbod garvare gasell gask gasspis gata gatlykta gatsten gavel gecko gelatin geograf geografi geolog
geometri gepard geting getost gibbon giffel gigant gille ginst giraff girland gissel gitarr gjutare glaciar gladiol
glas glasbit glasbruk glaskula glass glasull glasyr glimt glitter glob gloria glugg gnagare gnejs gnista gnutta
godbit godis golf golfbana golvlist gondol gorilla gosse gotik gotland grabb gram granbarr granit granne granola
granris granrot granskog gravsten gravyr grekland gren greve grevinna griffel grilla grind groda grop grotta grupp
grus gryning grynkorv gryta grytlock gubbe gudinna guide guld guldfisk guldkorn guldmynt guldpeng guldregn guldring
guldsmed gullviva gulsparv gummi gungstol gurka gurkbit gurkmeja gymnast gympa gympasko hackbiff hage hagel hagmark
hagtorn haka halka hallon halmbock halmtak hals halsduk halvljus halvmil halvton hammare hammock hamn hamnkran
hamster handbok handboll handduk handfat handlare handske handslag handstil handtag hangar hantel hantlar hantverk
harmoni harnesk harpa harpun harv hasp hassel hattask havre havsbris havssalt havstrut havsvik helg helgdag helgon
helium hembygd herde hermelin hertig hexagon himmel hinder hingst hirs historia hjort hjortron hjul hobby hockey
holk holland holme honung hopprep horisont hormon hotell huggorm humla humlebo hummer humor hundben hundkoja hundmat
hundvalp hunger husdjur husmus husvagn huvud huvudsak hydda hyena hyllplan hylsa hytt hyvel ibis idegran idol
igelkott iglo ikon iller indien indigo infart insekt intervju intyg isbana isberg isbit isflak ishall ishav ishockey
iskaffe iskub island isotop ispinne istapp istid italien jacka jade jaguar jakt januari japan jasmin jazz jeans jeep
jetplan jobb joggare jojo joker jolle jord jordbruk jordklot jordyta journal jubel judo juice jukebox julafton
julbock julbord juldag julgran julklapp julkort julmat julpynt julros jultomte jumbo jumper juni kabinett kadett
kaffe kaffebar kaja kajak kajplats kajuta kakadu kakao kakelugn kaksmula kaktus kalas kalender kaliber kalium kalkon
kalksten kallare kallbad kalori kalv kalvdans kamel kamera kamomill kampanj kamrat kamrer kanada kanal kanin kanna
kanot kansler kantor kantsten kapell kapitel kappa kappsack kapsel karaff karamell karate karavan karibu karneval
kaross karp karpdamm karta kartblad kartbok kartong karusell kasern kasino kaskad kassa kassabok kassett kastanj
kastrull kasuar katalog kateder katedral katthus kattmat kattunge kavaj kaviar kebab kedja kejsare kemi kemist
kennel kenya keps keramik ketchup khaki kikare kimono kina kiosk kiruna kirurg kista kittel kiwi kjol kjortel
klematis klimat klinik klinker klint klipp klippa klippare klister klocka klockare klockrem klok klosett kloss klubb
klubba klump klunga knall knapp knekt kniv knoge knorr knut koala kobolt kobra kockhatt koffein kofot kofta kohage
kokbok koklocka kokong kokos kola kolgruva kolibri kolja kollega kolmila kolon kolonn kolsyra koltrast kolumn komedi
komet komfort kompass kompis kompott kondor konfekt konfetti konjak konsert konst kontakt kopia kopp koppar koppling
koral korall korgstol korint korn kornbod kornett korpral korridor korsning korsord kortfilm kortlek kortspel kostym
kotlett kotte krabba krabbklo kraft kraftig krage krans kraschad krater kratta kristall krita kroatien krocket krog
krokodil krokus krona kronblad kruka kruska krydda kryddost krypta kryss kubik kudde kugghjul kuliss kullager kulram
kulspets kultur kummin kung kupa kupol kupong kurir kusin kustland kuvert kvadrat kvarn kvartal kvarter kvartett
kvarts kvast kviga kvinna kvitto kyckling kylare kyrka kyrktorn labyrint lager lagun lakan lakej lama lampa lampett
lampfot lampglas landskap landsort lantbruk larm lasagne lasarett lastbil lastkaj lastpall lavendel ledljus leguan
lejon lekplats leksak lekstuga lektion lemmel lemonad lemur leopard lera lerduva lergryta lerkruka lerkrus lettland
lexikon lift lilja limstift lindning lingon linjal linne linneduk linolja lins linser lintott lissabon litauen liter
livboj livlina livrem livvakt ljud ljung lodjur london loppa lots lotteri lotus lucia luftbad lugn luktsalt lunch
lupin luta lutfisk lycka lykta lyssna lyxbil madrass madrid magasin magiker magister magnet magnolia mahogny
majbrasa major majs majskolv makrill malvakt mamma mandarin mandel mandolin manege manet manus marabu maraton
marimba marin marknad marmelad marocko marsch marsipan marskalk marsvin masala maskin maskros massage massor mast
matbit matbod matbord match material matkorg matlada matlust matrast matros matsal matsked matta mazarin medalj
medvind mejeri mejerist mejsel mekanik melodi melon memory menuett meny metall meteor meter metmask metro mexiko
middag midja midnatt mikro mikrofon miljon million milsten mimosa mineral miniatyr minigolf mink mistel mixer mjuk
mjukost mobil mocca modell molekyl moln molnbank molntuss monark monitor monolog monument moped morbror morfar
morgon mormor morot mossa moster motor motto muffin mugg mula mullbank mullvad mungo munkavel murare murbruk murkla
museum musik musikal musiker muskot mussla mustasch mutter mygga mylla mynt mynta myrlejon myrra myrstack myrten
nagelfil nalle narciss natrium nattbuss nattfack natthuva nattljus nattugla nattvakt natur naturgas nejlika nektar
neon neptun neutron njure nolla norge norna notarie notblad notstall nougat nova novell november nudlar nunna nyckel
nymf nypon obelisk oboe ocean ockra odlare odling odon officer okapi oken oktav oktett oktober oliv olivgren
olivolja olja omelett omslag onsdag onyx opera operett optik orakel orange ordbok ordlek ordlista oregano organist
orgel orkan orkester orkide ormbunke ornament orre osthyvel ostkaka ostron oval ovansida overall oxdjur oxvagn
packning padda paddel paddla paddling paella palats palm palmblad palmolja panel pannband pannkaka pannrum panorama
pansar pantbank panter papaya papegoja papp papper paprika papyrus parabol parad paradis paragraf paraply parasoll
paris park parkbank parkett parkvakt partitur partner pass passare passbild pasta pastej pastor patent patiens
pedagog pedal pekpinne pelare pelikan pendel penna penning peppar perrong persika persilja peru peruk pesto petunia
pianist piano piccolo picknick pilgrim pilkast pilot pincett pingis pingla pingvin pinnstol pion pipa pirat piruett
piska pizza pizzeria plakat planbok planet plank planka plasma plast platina plats platta plog plommon plysch poesi
poet pojke pokal polenta polis polisbil pollen polo poncho ponny popcorn poppel porslin portfolj portier portugal
postbil postbud posthus postkort potatis potta praktik pralin premie prins prisma profet prolog promenad propp prosa
protein prototyp psalm puck pudel pulka pulpet puls pulver pump pumpa pumphus pund pupill purpur pussel pyjamas
pyramid pyton quinoa rabarber racket radband radio radiobil raket ramen ramp ramsa rapport rapsolja ratt rauk ravin
ravioli recept redskap regent regn regnmoln regnrock regnskog regnskur rektor rendjur renhorn rening renskav repa
reptil reseda reserv resurs ribba ribbstol ridbana riddare ridhus ridskola ridsport riksdag rimsaga ring ringduva
ringmur riskorn risotto rita ritning robot rodd roddtur roder roman romb rondell rosa rosmarin rostbiff rotfrukt
router rovdjur rovfisk rubin rubrik ruin rulla rullbord rullstol rumba runda rundtur runsten russin rusta rustning
ryck rygg rymd rymdbas rymdresa rytm ryttare sabel safari saffran safir saft saga sagobok sagoland sallad salong
saltkar salva salvia sambal sambo samling sammet sand sandal sandbank sandgrop sandkaka sandsten satellit savann
saxofon scarf scen scenario schack schampo schema schweiz sedel segelduk seger segla sekund sele selleri senap
sensor seraf serenad sergeant serie server servera servett servitor sextio sfinx sheriff siden siffra sigill signal
silhuett silke silo silver simhall simskola sippa sirap sjakal sjukhus sjunga sjutton skald skatbo skatt sked
skelett skepp sketch skidtur skiffer skift skinka skinn skiva skjorta skjul skjuts skog skogsbad skogsmus skolbarn
skolbok skolresa skopa skorpa skorpion skorsten skoter skratt skratta skridsko skrin skrivare skrivbok skruv skugga
skum skuta skvadron skydd skyfall skyffel skyttel sladd slagverk slalom slang slev slinga slips slogan slott slup
sluss smaragd smedja smide smink smoking smultron smurf snabb snabbmat snabel snara snickare snickra snigel snodd
snok snurra snusdosa socker soffa soffbord sofflock solbad solboll solglimt solhatt solljus solros solsida solsken
solstol solur sommar sonat sopran soptipp sorbet sork sortera souvenir sovplats sovrum sovvagn spade spak spaniel
sparris sparv spatel spegel spel spelman spenat spets spigg spindel spira spiral spis spisel spjut spole spolning
sport sportbil spray spricka springa sprit squash stadsdel stafett staket stall stapel station stativ staty stav
stearin stege stek stenbock stencil stenmur stensopp stenvalv stenyxa stereo stick stickor stig stilett stockros
stol stolpe stolt stopp stork storstad strand strejk strimla strumpa strut struts student studie stuga stycke stygn
styrka sultan summa surdeg sushi svacka svamp svan svanbo svart svavel svensk svenska sverige sylburk sylt symaskin
symbol symfoni sympati syre syren syrsa syskon syster taco taffel takdropp taklampa takras talare talgoxe talisman
talja tall tallbarr tallrik tallskog tallstam tamburin tandem tangent tango tank tankbil tapet tapir tavelram
taverna tavla taxi teak teater teblad teckning tefat teflon tegel tejp tekanna teknik tekniker teknolog telefon
telegraf teleskop telning tempel tempo tenn tennis tennmugg tenor termin terminal termos terrass tesked tiara
tidning tiger timglas timme timmer timotej tiotal tisdag titan tivoli tjugo tjur toalett toast tofs tolva tomat
tombola tomt tomte tomtebo tonfisk topas toppluva torg tornrum torpare torsdag torsk tortilla torvtak totem traktor
trall trampbil trana trapets trappa tratt trav travbana trea trekant tretton triangel tribun trilogi trissa triton
triumf tromb trombon trottoar trubadur truck trumma trummis trumpet tryckeri tryffel trygg tuba tukan tulpan tumlare
tumnagel tumstock tundra tunga tunika tunnel tupp tuppkam turbin turist turkiet turkos tweed typsnitt tyskland tyst
udde uggla ukraina undulat ungdom uniform uppsala urberg urklipp urna urskog utflykt uthus utkast utkik utpost
utsikt utter vadmal vagga vaggvisa vagn vajer vakna valack valborg valfisk vallhund vallmo valp valross valsa
valthorn vandra vandring vanilj vante varg vargtass vargunge varubil varuhus vassle vatten vaxdocka vaxduk vaxkaka
vaxljus veck vecka veckodag vedbod vedkorg vedspis veranda verb verkstad verktyg vessla veteran viadukt vide video
vigsel viking vila vildand vildmark vildros vildsvin villa vimpel vind vindruva vindspel vinge vinglas vinka vinter
violett violin virke visit visp vispa visthus visum vitamin vitling vitmossa vitrin vitsippa volt volym vrak vrist
vulkan vykort wasabi wellpapp xylofon yatzy yllegarn yngling yoga yrke zebra zenit zigzag zodiak zoolog
`
  .trim()
  .split(/\s+/);
