INSERT DATA { <https://w3id.org/bothsides/id/readout/c#char=4,4> a bs:TextSpan ; oa:hasSource r:c ; oa:start 4 ; oa:end 4 ; oa:exact "" }
