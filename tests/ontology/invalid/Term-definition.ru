INSERT DATA { bs:sails a owl:ObjectProperty ; rdfs:label "sails"@en ; rdfs:isDefinedBy <https://w3id.org/bothsides/ns> }
