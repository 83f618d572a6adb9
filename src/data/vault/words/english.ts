/**
 * 2,048 English words for passphrases and recovery kits: a to z, four to eight letters, everyday,
 * and no two of one length that differ by a single letter. The order means nothing; how they were
 * chosen: docs/decisions/words.md.
 */
export const englishWords: readonly string[] = `
abbey abbot acrobat actor actress adder admiral aircraft airfield airmail airplane airport airship alarm album alley
almanac almond alpaca alphabet amber anchor anchovy ankle anklet anorak anteater antelope antenna anthem antique
antler anvil aphid applause apple apricot april apron aquarium arcade archery archway arctic arena argon armchair
armour armrest arrive arrow artist artwork ashtray aspen asphalt aster athens atlas atom attic august austria author
autumn avenue award awning axle azalea baboon baby backdrop backpack backyard bacon badge badger bagel baggage
bagpipe baker bakery balcony ball ballad balloon ballroom bamboo banana bandage bandana banjo bankbook banknote
banner banquet barbecue barber barley barn barnyard barrel barstool basalt baseball basement basil basket bassoon
bathrobe bathroom bathtub battery bazaar beacon beagle beaker bean beanbag beanpole beard bedrock bedroom beehive
beeswax beetle beetroot begonia beige belgium bellows belt bench beret berlin berries bicycle binder birch birdbath
birdcage birdseed birthday biscuit bishop bison black blanket blazer blender blizzard blossom blouse bluebell
bluebird bluejay boar boatyard bobbin bobcat bobsled boiler bone bonfire bonnet bookcase bookmark bookshop boston
bottle boulder bouquet bowl bowling boxcar boxing bracelet braces bracket branch brass brave brazil bread breeze
brewery brick bridge bright brocade broccoli bronze brooch broom broth brown brownie brush brussels bubble bucket
buckle budapest budgie buffalo buffet bugle build builder bulb bulgaria bullfrog bullring bundle bungalow bunk
bunting buoy burger burlap bushel butter button buzzard cabbage cabin cabinet cactus cairo calendar calf calico
cambodia camel camellia camera campfire campsite canada canal canary candle canister cannery canoe canopy canteen
canter canvas canyon capsule captain carafe caramel caravan carbon cardigan cardinal carnival carpet carriage
cartoon cascade cashew cashier cashmere castanet castle catfish cauldron cave cedar ceiling celery cellar cello
cement century ceramic ceramics cereal chain chalet chalk chamois chapel chapter charcoal chariot charm checkers
cheddar cheese cheetah chef chemist cherry cherub chest chestnut chicago chicken chickpea chicory chiffon child
chilli chime chimney chipmunk chisel choir chop chorus chowder chrome church chutney cicada cider cinema cinnamon
circle circus citadel city clam clambake clamp clarinet clerk cliff climb clinic clock cloister closet cloud cloudy
clover clown cluster cobalt cobbler cobra cobweb cockatoo cocoa coconut cocoon coin colander college collie colombia
colt column comet compass composer compost computer concert concrete condor confetti contour cookbook cookie
cookware cool copper coral cord corduroy corncob cornmeal corridor cottage cotton couch cougar count cousin coverlet
cowbell cowboy coyote crab cracker cradle crane cranefly cravat crawfish crayon cream creek crescent cribbage
cricket crimson crisp croatia crochet crocus croquet crossbar crossbow crossing crow cruiser crumb crumpet crust
crystal cube cuckoo cucumber cuff culvert cupboard cupcake cupola currant curry cursor curtain cushion cutlery
cuttings cycle cyclone cymbal cypress cyprus daffodil dahlia daisy dallas damask dance dancer darts date daybreak
daylight december deer delivery denim denmark dentist denver desert designer desk diagram diamond diary dill diner
dinghy dinner disco diving dockyard doctor doghouse dogwood dolphin domino donkey door doorbell doorknob doormat
doorstep doorway dough doughnut dove downpour dragon drawer dress dresser drill drink driver driveway drizzle
drought drum drumbeat drummer dublin duchess ducking duckling duet dugout duke dulcimer dumbbell dumpling dungeon
dustbin dustpan duvet dynamo eagle eardrum earmuff earphone earring earth earwig easel echo eclair eclipse ecuador
editor eggcup eggnog eggplant egret egypt elbow elephant elevator emblem emerald emperor engine engineer england
envelope epaulet equator equinox espresso estate estonia estuary ethiopia evening explorer eyebrow eyeglass eyelash
eyelid eyeshade fabric factory fairway falcon fanfare farmer farmland farmyard father faucet fawn february fencing
fender fennel ferret ferry festival field figure file finch finland firefly fireman fireside firewood fishbowl
fishhook fishnet fishpond flag flagpole flagship flamingo flannel flapjack flare flask flea fleece flint flipper
flood florist flotilla flounder flour fluffy flute flyer foam foghorn folder foliage folklore foot football foothill
footpath footstep footwear forecast forehead forest forester fork fortress fossil foundry fountain foxglove foxhole
foxhound frame france freckle freezer freight fresh friar friday friend frigate fringe frisbee frog frost frosty
fruit fudge furnace furrow fuse gadget galaxy galleon gallery gallop galosh gangway gannet garage garden gardener
gardenia gargoyle garland garlic garment gatepost gazebo gazelle gearbox gecko geneva genie gentle geometry geranium
gerbil germany geyser ghana gherkin giant gibbon ginger gingham giraffe gizmo glacier glass glider glitter globe
glue gnome goal goblet gold golden goldfish gondola gong goose gorge gorilla goulash gourd grammar granary grandma
grandson granite granola grape grasp grater gravel gravy greece green greeting grey grid grocer grotto grouse grove
guard guest guitar gulf gumdrop guppy gymnast gypsum habitat hacksaw haddock hair hairnet hairpin halibut hallmark
hallway halo halter hamlet hammock hamper hamster handbag handball handbook handcart handrail handsaw happy harbour
harmony harness harp harvest hatbox hatchet hatrack havana hawk hayfield hayloft hayride haystack haze hazel
hazelnut headgear headlamp headland heart hearth heath heather hedge hedgehog heel helium helmet helsinki henhouse
herald heron herring hexagon hibiscus hickory highland highway hilltop hinge hippo hockey hoist holiday hollow holly
homeland homepage homework honey hoodie hook horizon horn hornbill hornet horse horsefly hose hospital hostel hotel
hotplate hound hour hubcap huddle hungary hutch hyacinth hydrogen hyena hymn ibis iceberg iceboat icebox iceland
icicle igloo iguana inchworm india indigo inkstand inkwell inlet insect inventor iron island italy ivory jackal
jacket jackpot jade jaguar jamaica january japan jasmine jasper javelin jeans jeep jelly jersey jester jetty jewel
jeweller jigsaw jogger joiner jordan journal jubilee judo juggler juice jukebox july jump jumper june jungle juniper
jupiter kaftan kale kangaroo karate kayak kebab keepsake kenya kernel ketchup keyboard keyhole keypad khaki kidney
kilt kimono kindling king kingdom kiosk kitchen kite kitten kiwi knapsack knee knife knight knitwear knot knothole
knuckle koala kyoto label ladder ladle ladybird ladybug lagoon lakeside lamb lamppost landing landmark lane lantern
laptop larch lark larkspur lasagne lasso latte lattice latvia laugh laundry lava lavender lawyer leaf leaflet
leapfrog lectern leech leek legend leggings legroom lemon lemonade lemur lens lentil leopard letter lettuce lever
library lichen lifeboat lifeline lifetime lift lighter lilac lily lime limerick lineman linen lion lipstick lisbon
listen lizard llama lobby lobster lock locker locust lodge london longboat lookout loop lorry lotion lotus lounge
lozenge luggage lullaby lumber lunch lunchbox lung lungfish lute lynx lyre lyric macaroni macaroon macaw mackerel
madrid magazine magenta magician magnet magnolia magpie mahogany mailbox mailman mainland mainsail maize mallard
malta mammal mammoth manatee mandarin mandolin mango mansion mantis maple maracas marathon marble mare marigold
marimba marina market maroon marquee marsh marshal martin marzipan mascot mason mast matchbox mattress mauve mayor
meadow meatball meatloaf mechanic medal medicine melody melon menu merchant mercury meringue mermaid meteor mexico
midday midge midnight milan milepost milkman milkweed millpond mineral minister minnow minstrel mint minute miracle
mirror misty mixer moat moccasin modem mollusc monaco monday monitor monk monocle monogram monsoon month monument
moon moonbeam moonrise moped morning morocco mortar mosaic mosque mosquito moss moth mother motor motorway mouse
mower mudguard mulberry mule mural muscle museum mushroom musician muskrat mussel mustang mustard nail napkin naples
narrow narwhal nebula neck necklace needle neon nepal nephew neptune nettle newt nickel niece nightowl nimbus norway
nostril notary notebook notepad nougat novel november nozzle nugget nursery nutmeg nutshell nylon oasis oatcake
oatmeal oats obelisk oboe observer ocarina ocean octagon octave october octopus office officer olive omelette
omnibus onion onyx opal opera opossum orange orca orchard orchid oregano organ ornament oslo osprey ostrich otter
outfit outpost oven overall overcoat overpass oyster package paddle padlock pagoda paint paintbox painter palace
palette palm panama pancake panda panel panther papaya paper paprika papyrus parade paradise paraguay parakeet
parasol parcel parent paris parrot parsley parsnip party pashmina passage passport pasta pastel pastry pasture patch
path pathway patio patrol pattern pavement pavilion peach peacoat peacock peak peanut pearl pebble pedestal peephole
pelican pencil pendant penguin penknife penpal peony pepper perfume peru petal petunia pewter pharmacy pheasant
phoenix photo pianist piano pianola piccolo pickle picnic picture pier pigeon piglet pigment pigskin pigtail pike
pilgrim pillar pillbox pilot pinball pinecone pink pinwheel pioneer piranha pirate piston pitcher pizza planet plank
plastic plate platform platinum platter platypus playmate playpen playroom playtime plaza pleat pliers plough plum
plumber plume pluto plywood podium poet poker poland polish polka polygon poncho pontoon pony poodle poolside
popcorn poplar poppy porch porpoise porridge porthole portrait portugal possum postbox postcard postman postmark
potato potluck potter pottery powder prague prairie prawn pretzel primrose prince princess prism prize puck pudding
puffin pull pulley pulpit puma pumpkin pupil puppet purple purse pushcart pushpin puzzle pyjamas pyramid python
quail quarry quartet quartz quay quayside queen quiet quill quince quiver quiz rabbi rabbit raccoon radar radiator
radio radish railcar railing railway rain rainbow raincoat raindrop rainfall rainy raisin rake ramp ramparts ranch
ranger rapid rattle raven ravine ravioli razor receipt recipe record redwood reed referee reindeer reporter reptile
rhino rhubarb rhythm rice riddle ripple river riverbed roadmap roadside roadster robin robot rocket rodeo roll
romania roof roofer rooftop rooster rope rosemary rosette router rowboat rowing rubbish ruby rucksack rudder ruffle
rugby ruler runner runway sack safari saffron sage sailboat salad salmon salt samba sand sandal sandbox sandpit
sandwich sapling sapphire sardine sarong satchel satin saturday saturn sauce saucepan saucer sauna sausage sawdust
sawhorse sawmill scale scallop scanner scarf scarlet school scissors scone scooter scorpion scotland screen scroll
sculptor seafood seagull seahorse seal seaman seaplane seaport seashell seaside season seatbelt seattle seaweed
seesaw senator senegal sentinel sentry sequin sequoia serenade serpent sesame sextant shadow shallot shampoo
shamrock shark shawl shears shed sheep sheepdog shelf shelter shepherd sheriff shield shingle shiny ship shipyard
shirt shoe shoebox shoehorn shoelace shopper shore shortcut shorts shoulder shovel showboat shower shrew shrimp
shrine shrub shutter shuttle sidewalk sieve signal signpost silk silver sister skate skating skeleton sketch skewer
skiing skillet skipper skull skunk skydiver skylight skyline slalom sledge sleet sleeve sleigh slide slipknot slogan
sloth slovenia slug smile smock smoke smooth snail snake snapper snapshot sneaker snooker snorkel snow snowball
snowdrop snowman snowplow snowshoe snowsuit snowy soccer soda soft softball solar soldier solo solstice sonata
songbird songbook sorbet soup souvenir soybean spade spain spaniel sparrow spatula spear speedway sphere spider spin
spinach spindle spine spinet spinner spiral sponge spoon sporran spotted spout sprig sprout spruce spur spyglass
square squash squid squirrel stable stack stadium stag stage stairway stallion stapler stardust starfish starling
station statue steady steak steamer steel steeple stencil stereo stew steward stilt stir stirrup stocking stockpot
stool storage stork stove straw stream streamer street stretch string stripe striped student studio sturdy sturgeon
suburb suede sugar suitcase summer summit sunbeam sunburst sundae sundial sundress sunfish sunglass sunlight sunny
sunrise sunroof sunset sunshine suntan supper surfer surfing surgeon sushi swallow swamp swan sweater sweden
sweetpea swift swim swimming swimsuit swing switch sword sydney symbol symphony syrup table tablet tackle tadpole
tailcoat tailgate tailor tailwind tandem tangelo tanker tape tapestry tapioca tapir tarmac tart tartan tassel taste
tavern taxi taxicab teacher teacup teahouse teammate teapot teardrop teaspoon teatime teddy temple tennis tent
termite tern terrace terrier textile thailand theatre thermos thicket thimble thistle thorn thread throat throne
throw thrush thumb thunder thursday thyme tiara tick ticket tide tidepool tiger tights timber tinfoil tinsel tiny
tiptoe titanium toad toast toaster toboggan toddler toffee tokyo tollgate tomato tongue toolbox toolshed tooth topaz
topcoat topknot topsail tornado toronto tortoise totem toucan towel town townhall towpath track trackpad tractor
train trainer trapdoor trawler tray treacle treasure treetop trellis trestle triangle tribune tricorn tricycle
trident trifle trinket trio tripod trolley trombone trophy trot trousers trout trowel truffle trunk tuesday tugboat
tulip tumbler tuna tundra tunic tunisia tunnel turban turbine turbot turkey turnip turnpike turret turtle tuxedo
tweed tweezers twilight twin twine twist typhoon uganda ukraine ukulele umbrella umpire uncle unicorn uniform
upstairs uranus uruguay utensil vacation vaccine valley valve vanilla vase vault veil velcro velvet velvety venice
venus veranda verse vessel vest vestment viaduct vicar victory video vienna vietnam villa village vinegar vineyard
vinyl violet violin violist viper visitor vitamin volcano vole volume voyage vulture wafer waffle wagon waiter wales
walk wallaby wallet walnut walrus waltz warbler wardrobe warsaw warthog washer washtub wasp watchdog watchman
waterway waxwing weasel weaver weekday weekend weigh welder wetland whale wharf wheat wheel whisker white wicker
wildcat wildfowl wildlife willow wind windfall windmill window windsock windy winter wire wishbone wolf wombat
wonder wood wooden woodland woodpile woodwind woodwork woolly workbook workday workshop world worm wreath wren
wrench wrist yacht yard year yearbook yeast yellow yoghurt yolk yuletide zambia zebra zenith zephyr zeppelin zigzag
zinc zipper zither zodiac
`
  .trim()
  .split(/\s+/);
