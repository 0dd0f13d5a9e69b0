# a second organ, so that no publisher is touched
INSERT DATA { i:organ a org:Organization ; rdfs:label "Ministry"@en ; bs:represents i:ana }
