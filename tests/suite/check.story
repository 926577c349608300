--- a departure told in two days, and what may be claimed of it ---
=== a.txt
Trade delegation leaves for Velmark

Harbour Herald, March 5, 2025

A trade delegation from Ostland left for Velmark on 4 March, the Ostland News Agency said. The delegation is led by trade minister Pavel Orlik.

Orlik denied that the delegation carried a letter from the president.
=== b.txt
Ostland trade delegation leaves for Velmark

Published: 12:00, 5 March 2025

A trade delegation from Ostland left for Velmark on Monday, the Ostland News Agency said. The minister did not answer questions.
=== c.txt
Ostland sends trade delegation to Velmark

Tarn Courier, 5 March 2025

The Ostland trade delegation left for Velmark on Tuesday, according to the Ostland News Agency. It is the first visit in six years, analysts said.
>>>
stories 1
check both The trade delegation left for Velmark on 4 March 2025.
check both A trade delegation departed for Velmark on 3 March 2025
check both The trade delegation left for Velmark on Tuesday
check disputed A trade delegation left for Velmark on 6 March 2025.
check supported The trade delegation left for Velmark in March 2025.
check supported A trade delegation from Ostland left for Velmark.
check mentioned The trade delegation left for Velmark on 20 March 2025.
check mentioned The trade delegation left for Velmark in 2019.
check mentioned The trade delegation left for Kelden on 4 March 2025.
check mentioned The trade delegation left for Velmark yesterday.
check disputed The trade delegation did not leave for Velmark.
check mentioned The trade delegation arrived in Velmark on 4 March 2025.
check mentioned The trade delegation left Velmark for Ostland on 4 March 2025.
check mentioned A military delegation left for Velmark on 4 March 2025.
check mentioned President Orlik left for Velmark on 4 March 2025.
check mentioned Prime Minister Dana Vell left for Velmark on 4 March 2025.
check disputed The delegation carried a letter from the president.
check supported The delegation did not carry a letter from the president.
check both The Ostland News Agency said a trade delegation left for Velmark on 4 March 2025.
check mentioned The Tarn police said a trade delegation left for Velmark on 4 March 2025.
check not-found The harbour of Brannock was closed after a storm.
check not-found Kelden signed a treaty with Maribor.
check not-measured ???
check not-measured Die Delegation ist am Dienstag nach Velmark abgereist, sagte der Minister.
check not-measured Делегация вылетела в Вельмарк во вторник вечером
answer all from Ostland News Agency < The trade delegation left for Velmark on 4 March 2025.
answer 1 says Monday 3 March 2025 < The trade delegation left for Velmark on 4 March 2025.
check mentioned The trade delegation left for Ostland.
differs does not name Kelden < The trade delegation left for Kelden on 4 March 2025.

--- counts of the injured ---
=== a.txt
Explosion at Tarn chemical plant

Tarn Courier, 7 June 2025

An explosion at a chemical plant in Tarn injured five people on Saturday, police said. About 7,000 litres of acid ran into the river Osk.
=== b.txt
Blast at chemical plant in Tarn

Published: 18:00, 7 June 2025

A blast at a chemical plant in Tarn injured two people on Saturday, the fire service said. Nobody was killed.
>>>
stories 1
check both An explosion at a chemical plant in Tarn injured five people.
check both The blast at the chemical plant in Tarn injured two people on 7 June 2025.
check supported A blast at a chemical plant in Tarn injured at least two people.
check disputed The explosion at the chemical plant in Tarn injured 40 people.
check mentioned The explosion at the chemical plant in Tarn killed five people.
check mentioned The explosion at the chemical plant in Kelden injured five people.
check mentioned The explosion at the paper mill in Tarn injured five people.
check supported About 7,000 litres of acid ran into the river Osk.
check supported 6,950 litres of acid ran into the river Osk.
check disputed 900 litres of acid ran into the river Osk.
check mentioned 7,000 litres of milk ran into the river Osk.

--- names spelled otherwise, people of one surname ---
=== a.txt
Captain questioned over ferry

Harbour Herald, March 5, 2025

Police questioned the captain of the ferry, Pak Jun Seo, on Tuesday. Kim Dae Jung, a passenger, said the sea was calm.
=== b.txt
Ferry captain arrested

Published: 12:00, 6 March 2025

Police arrested the captain of the ferry, Pak Jun-seo, on Wednesday, prosecutors said.
>>>
check supported Police arrested the captain Pak Joon-seo on 5 March 2025.
check supported Police questioned the captain of the ferry, Pak Jun Seo, on 4 March 2025.
check mentioned Police arrested Kim Dae Jung on 5 March 2025.
check not-found Police arrested Kim Ha Neul.
check mentioned Pak Jun Seo arrested the police.
check mentioned Police arrested two sailors.

--- the same words of another happening ---
=== a.txt
Minister visits Velmark

Harbour Herald, March 5, 2025

Trade minister Pavel Orlik visited Velmark on Tuesday, his office said. Orlik last visited Velmark in 2019, when the bridge was opened.

The talks were about fish and timber.
=== b.txt
Trade minister in Velmark

Published: 12:00, 5 March 2025

Trade minister Pavel Orlik visited Velmark on 4 March.
=== c.txt
Strike in Port Sarnay

Sarnay Post, 5 March 2025

Dockers in Port Sarnay stopped work on Tuesday over pay, the union said. Twelve ships wait outside the harbour.
>>>
check supported Pavel Orlik visited Velmark on 4 March 2025.
check supported Orlik visited Velmark in 2019.
check mentioned Pavel Orlik visited Velmark in 2021.
check mentioned Pavel Orlik visited Port Sarnay on 4 March 2025.
check disputed Pavel Orlik never visited Velmark.
check supported Twelve ships wait outside the harbour.
check disputed Thirty ships wait outside the harbour.

--- what is only possible, alleged or denied ---
=== a.txt
Tarn mayor may resign

Tarn Courier, 7 June 2025

The mayor of Tarn, Hanna Orlop, may resign on Monday, two councillors said. Orlop allegedly took money from a builder.
=== b.txt
Orlop denies charge

Published: 18:00, 8 June 2025

Hanna Orlop denied that she took money from a builder. She has not resigned, her office said.
>>>
check not-found The mayor of Tarn, Hanna Orlop, sold the town hall.
check disputed Hanna Orlop took money from a builder.
check supported Hanna Orlop denied that she took money from a builder.
check disputed Hanna Orlop resigned.
check supported Hanna Orlop has not resigned.

--- attributes and places that stand elsewhere in the sentence ---
=== a.txt
Ostland sends ships to Velmark

Harbour Herald, March 5, 2025

Ostland sent 40 ships with grain to Velmark for use in its dispute with Kelden, the defence ministry said on Tuesday. A trade delegation will talk of military cooperation.
>>>
check supported Ostland sent 40 ships to Velmark.
check mentioned Ostland sent 40 ships to Kelden.
check mentioned Ostland sent 40 military ships to Velmark.
check mentioned Ostland sent 40 ships from Velmark.
check disputed Ostland sent 70 ships to Velmark.
check supported Ostland sent about 40 ships to Velmark.
check supported Ostland sent more than 30 ships to Velmark.
check disputed Ostland sent more than 50 ships to Velmark.
check disputed Ostland sent no ships to Velmark.

--- who did it to whom ---
=== a.txt
Ostland shells Velmark

Harbour Herald, March 5, 2025

Ostland attacked Velmark on Tuesday, killing 12 soldiers, the defence ministry of Velmark said.
>>>
check supported Ostland attacked Velmark on 4 March 2025.
check mentioned Velmark attacked Ostland on 4 March 2025.
check not-found Kelden bought two ferries.
