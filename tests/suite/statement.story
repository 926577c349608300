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
