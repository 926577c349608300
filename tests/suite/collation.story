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
