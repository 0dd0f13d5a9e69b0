DELETE WHERE { e:call rdfs:label ?label }
