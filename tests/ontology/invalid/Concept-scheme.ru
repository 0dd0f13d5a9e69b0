INSERT DATA { topic:ferries a skos:Concept ; skos:prefLabel "Ferries"@en ; skos:definition "Ships that carry people and vehicles across a strait."@en }
