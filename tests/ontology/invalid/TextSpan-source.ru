# a passage that no claim rests on, and that lies nowhere
INSERT DATA { <https://w3id.org/bothsides/id/readout/c#char=0,4> a bs:TextSpan ; oa:start 0 ; oa:end 4 ; oa:exact "Xara" }
