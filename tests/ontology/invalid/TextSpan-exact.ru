DELETE WHERE { <https://w3id.org/bothsides/id/readout/c#char=0,27> oa:exact ?old } ;
INSERT DATA { <https://w3id.org/bothsides/id/readout/c#char=0,27> oa:exact "Xara reaffirmed the hotline"@en }
