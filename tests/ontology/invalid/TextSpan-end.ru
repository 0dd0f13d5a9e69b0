INSERT DATA { <https://w3id.org/bothsides/id/readout/c#char=0,4> a bs:TextSpan ; oa:hasSource r:c ; oa:start 0 ; oa:exact "Xara" }
