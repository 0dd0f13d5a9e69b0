INSERT DATA { <https://w3id.org/bothsides/id/readout/c#xara> a bs:TextSpan ; oa:hasSource r:c ; oa:start 0 ; oa:end 4 ; oa:exact "Xara" }
