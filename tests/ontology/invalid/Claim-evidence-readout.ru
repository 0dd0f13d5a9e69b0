DELETE WHERE { <https://w3id.org/bothsides/id/readout/c#char=0,27> oa:hasSource ?old } ;
INSERT DATA { <https://w3id.org/bothsides/id/readout/c#char=0,27> oa:hasSource r:b }
