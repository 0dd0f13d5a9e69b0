DELETE WHERE { i:ana foaf:name ?name }
