--- a day apart ---
=== a.txt
Envoy leaves for Velmark

Harbour Herald, March 5, 2025

A trade delegation left for Velmark on 4 March, the Ostland News Agency said.

The delegation is led by trade minister Pavel Orlik.
=== b.txt
Ostland trade delegation leaves for Velmark

Published: 12:00, 5 March 2025

A trade delegation led by trade minister Pavel Orlik left for Velmark on Monday, the Ostland News Agency said.
>>>
stories 1
point date disputed 2025-03-04 | 2025-03-03
edge a.txt -> Ostland News Agency
edge b.txt -> Ostland News Agency
finding 1 origin: Ostland News Agency

--- the same day said in two ways is agreed ---
=== a.txt
Envoy leaves for Velmark

Harbour Herald, March 5, 2025

A trade delegation left for Velmark on Tuesday, the Ostland News Agency said.
=== b.txt
Trade delegation leaves for Velmark

Published: 12:00, 5 March 2025

A trade delegation left for Velmark on 4 March, officials said.
>>>
stories 1
no disputes
point date agreed 2025-03-04

--- two counts of the injured ---
=== a.txt
Explosion at Tarn chemical plant

Tarn Courier, 7 June 2025

An explosion at a chemical plant in Tarn injured five people on Saturday, police said.
=== b.txt
Blast at chemical plant in Tarn

Published: 18:00, 7 June 2025

A blast at a chemical plant in Tarn injured two people on Saturday, the fire service said.
>>>
stories 1
point quantity disputed 5 people | 2 people

--- a rounder number is no dispute ---
=== a.txt
Thousands march in Tarn

Tarn Courier, 7 June 2025

About 7,000 people marched in Tarn on Saturday, police said.
=== b.txt
March in Tarn

Published: 18:00, 7 June 2025

In Tarn 6,987 people marched on Saturday, the organisers said.
>>>
no disputes

--- two visits years apart are two happenings ---
=== a.txt
Minister visits Velmark

Harbour Herald, March 5, 2025

The trade minister visited Velmark on Tuesday. He last visited Velmark in 2019.
=== b.txt
Trade minister in Velmark

Published: 12:00, 5 March 2025

The trade minister visited Velmark on 4 March. The last visit was in 2019.
>>>
no disputes

--- spellings of one name, and two people of one surname ---
=== a.txt
Captain questioned over ferry

Harbour Herald, March 5, 2025

Police questioned the captain of the ferry, Pak Jun Seo, on Tuesday. Kim Dae Jung, a passenger, said the sea was calm.
=== b.txt
Ferry captain questioned

Published: 12:00, 5 March 2025

Police questioned the captain of the ferry, Pak Jun-seo, on Tuesday. A passenger, Kim Ha Neul, was not hurt.
>>>
entity Pak Jun Seo = Pak Jun-seo
apart Kim Dae Jung / Kim Ha Neul
no disputes

--- two fires in two towns are two stories ---
=== a.txt
Fire destroys warehouse in Tarn

Tarn Courier, 7 June 2025

A fire destroyed a furniture warehouse in Tarn on Saturday. Nobody was hurt, the Tarn fire service said.
=== b.txt
Parliament passes budget after night of debate

Published: 18:00, 7 June 2025

The parliament of Ostland passed the budget on Saturday with 88 votes to 61, after a debate that lasted all night.
>>>
stories 2
no disputes

--- two happenings of one month are not one because of the month ---
=== a.txt
Tarnian minister leads delegation to Velmark

Harbour Courier, 24 April 2031

Trade Minister Orla Venn has been busy with the growing exchanges between Tarnia and Velmark, leading a delegation of Tarnia to Velmark earlier this month. She will speak about the talks between Tarnia and Velmark on Friday, her office said.
=== b.txt
Tarnian minister Orla Venn to speak on Velmark talks

Kelden Post, 24 April 2031

Trade Minister Orla Venn will speak about the talks between Tarnia and Velmark on Friday, her office said. The talks had been put off after the destruction of a consulate of Velmark in Tarnia at the start of this month, an exchange that Tarnia and Velmark regret.
>>>
point date single 2031-04
no disputes

--- two heads of one office ---
=== a.txt
Coast guard of Tarn searches for ferry

Tarn Courier, 9 June 2025

Divers searched the harbour of Tarn for the ferry on Monday. Oskar Brenn, head of the Tarn coast guard, said that nobody was missing.
=== b.txt
Divers search Tarn harbour for sunken ferry

Published: 18:00, 9 June 2025

Divers searched the harbour of Tarn for the ferry on Monday. Nobody was missing, said Lutz Aldemar, chief of the coast guard agency in Tarn.
>>>
point person disputed Lutz Aldemar | Oskar Brenn

--- bounds are part of a count ---
=== a.txt
Rebels surround base at Kessel

Tarn Courier, 9 June 2025

Rebels besieged 300 soldiers at the Kessel base on Sunday, the army said.
=== b.txt
Soldiers trapped at Kessel base

Published: 18:00, 9 June 2025

Rebels besieged more than 300 soldiers at the Kessel base on Sunday, a deputy of the province said.
>>>
point quantity disputed 300 soldiers | >300 soldiers

--- at least six and at least seven can both be true ---
=== a.txt
Landslide at Kessel

Tarn Courier, 9 June 2025

A landslide killed at least six people at Kessel on Sunday, the mayor said.
=== b.txt
Deaths in Kessel landslide

Published: 18:00, 9 June 2025

A landslide killed at least seven people at Kessel on Sunday, the fire service said.
>>>
no disputes
point quantity refined >=6 people | >=7 people

--- one report sets two sources against one another ---
=== a.txt
Quake shakes Velmark

Tarn Courier, 9 June 2025

State radio says a magnitude-4.9 quake shook Velmark on Sunday. The Ostland Seismic Institute put the quake at magnitude-5.1.
>>>
point quantity disputed 4.9 magnitude | 5.1 magnitude

--- what one says and another denies ---
=== a.txt
Farms flooded near Tarn

Tarn Courier, 9 June 2025

Farms near Tarn were flooded on Sunday after Ostland opened the gates of several dams, the mayor of Tarn said.
=== b.txt
Ostland rejects blame for flooded farms near Tarn

Published: 18:00, 9 June 2025

Farms near Tarn were flooded on Sunday after Ostland opened the dams, the mayor of Tarn said. "Ostland does not have any dams," said a statement from the water ministry.
>>>
point text disputed Ostland opened the dams | Ostland does not have any dams

--- what two rivals did is no dispute ---
=== a.txt
Vote in Tarn

Tarn Courier, 9 June 2025

Oskar Brenn won 14 seats in the council of Tarn on Sunday, the town clerk said.
=== b.txt
Council of Tarn elected

Published: 18:00, 9 June 2025

Lutz Aldemar won 11 seats in the council of Tarn on Sunday, the town clerk said.
>>>
no disputes

--- five more are not the five ---
=== a.txt
Explosion at Tarn chemical plant

Tarn Courier, 7 June 2025

An explosion at a chemical plant in Tarn injured five people on Saturday, police said.
=== b.txt
Blast at chemical plant in Tarn

Published: 18:00, 7 June 2025

A blast at a chemical plant in Tarn injured two more people on Saturday, the fire service said.
>>>
no disputes

--- a town and the state behind its name ---
=== a.txt
Explosion at Kiel chemical plant

Tarn Courier, 7 June 2025

An explosion at a chemical plant in Kiel, Germany, injured five people on Saturday, police said.
=== b.txt
Blast at chemical plant in Kiel

Published: 18:00, 7 June 2025

A blast at a chemical plant in Kiel injured five people on Saturday, the fire service said.
>>>
no disputes
point quantity agreed 5 people

--- when it was reported is not when it happened ---
=== a.txt
Glue works toll rises to three

Friday, March 7, 2031

The number of people killed in the fire at a glue works in Ostry has risen to three after one of the injured died in hospital, the news agency Tarn Press reported on Friday.

=== b.txt
Fire at glue works in Ostry kills two

Thursday, March 6, 2031

A fire tore through a glue works in Ostry on Wednesday night, killing at least two people and injuring 14 others, the mayor said.

>>>
stories 1
no disputes
