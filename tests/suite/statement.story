--- direct speech, speaker after it ---
=== a.txt
Bridge closed after inspectors find cracks

“The bridge is not safe for lorries,” Ana Ruiz, an engineer at the port authority, said on Monday.

“We have known it for a year,” she added.

>>>
stories 1
speaker Ana Ruiz: The bridge is not safe
speaker Ana Ruiz: We have known it

--- indirect speech and according to ---
=== a.txt
The ministry said that 40 houses were destroyed in the storm.

The storm reached the coast on Sunday, according to the Norland Weather Service.

Several roads are still closed.

>>>
source Norland Weather Service: reached the coast
nobody: Several roads are still closed

--- colon headline ---
=== a.txt
Ferry left port with broken radar: harbour police

The ferry Aurora left the port of Velm with a broken radar, the harbour police reported.

>>>
stories 1

--- a speaker before the quotation ---
=== a.txt
Karim Haddad, a lawyer for the families, said: “Nobody asked them before the road was built.”

He told Reuters that the families would appeal.

>>>
speaker Karim Haddad: Nobody asked them
source Karim Haddad: would appeal

--- what is maintained is not said ---
=== a.txt
The two towns have maintained a common fire brigade since 1973.

>>>
nobody: maintained a common fire brigade
point date single 1973

--- the weekly is the one that was heard before ---
=== a.txt
The Harbour Lamp reported on Saturday that the alarm of the cold store had been broken since January.

The fire began in the machine room.

The weekly said it had seen a letter from the watchman to the company.

>>>
source Harbour Lamp: had been broken since January
source Harbour Lamp: had seen a letter

--- of two papers the paper is neither ---
=== a.txt
The Harbour Lamp reported on Saturday that the alarm had been broken since January. The Quay Courier said that it had been repaired in March.

The paper said it had seen a letter from the watchman.

>>>
source paper: had seen a letter

--- a count is done something to ---
=== a.txt
A storm hit the port of Velm on Monday, killing at least five people, the harbour police said.

>>>
point quantity single >=5 people
