DELETE WHERE { i:organ-xa rdfs:label ?label }
