INSERT DATA { bs:sails a owl:ObjectProperty ; rdfs:label "sails"@en ; skos:definition "Relates a ferry to a strait."@en }
