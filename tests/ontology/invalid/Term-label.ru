INSERT DATA { bs:sails a owl:ObjectProperty ; skos:definition "Relates a ferry to a strait."@en ; rdfs:isDefinedBy <https://w3id.org/bothsides/ns> }
